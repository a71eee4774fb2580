/// The images that can be pulled. Adding one is a new file and a line here.
public enum ImageCatalog {
  public enum Answer: Sendable {
    case found(ImageFacts)
    /// The runtime's words for why there is no such image.
    case missing(String)
  }

  private static let images: [ImageFacts] = [
    .nginx, .apache, .redis, .busybox, .alpine, .pause, .postgres, .perl, .debian, .agnhost, .curl,
    .ubuntu, .python, .node, .golang, .mysql, .mariadb, .mongo, .memcached, .rabbitmq,
    .stress, .cpuStress, .hpaExample, .httpEcho, .helloApp, .whoami, .etcd, .apiServer,
    .controllerManager, .scheduler,
    .proxy, .coreDNS, .metricsServer, .podNetwork,
  ]

  private static let byRepository: [String: ImageFacts] = Dictionary(
    images.map { ($0.repository, $0) }, uniquingKeysWith: { first, _ in first })

  public static func find(_ name: ImageName) -> Answer {
    guard let facts = byRepository[name.repository] else {
      return .missing(
        "failed to resolve image: pull access denied, repository does not exist or may require "
          + "authorization: server message: insufficient_scope: authorization failed")
    }
    guard facts.has(tag: name.tag) else {
      return .missing("failed to resolve image: \(name.fullName): not found")
    }
    return .found(facts)
  }
}
