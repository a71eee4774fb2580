import Synchronization

/// The images that can be pulled. Adding one is an entry in a file beside this, and a line here.
public struct ImageCatalog: Sendable {
  public enum Answer: Sendable {
    case found(ImageFacts)
    /// The runtime's words for why there is no such image.
    case missing(String)
  }

  private static let repositories: [ImageRepository] = [
    .nginx, .unprivilegedNginx, .apache, .whoami, .httpEcho, .helloApp, .bootcamp, .hpaExample,
    .echoServer, .agnhost,
    .redis, .valkey, .memcached, .postgres, .mysql, .mariadb, .mongo, .rabbitmq,
    .busybox, .alpine, .debian, .ubuntu, .bash, .curl, .netshoot, .stress, .cpuStress,
    .helloWorld,
    .python, .node, .golang, .perl,
    .pause, .etcd, .apiServer, .controllerManager, .scheduler, .proxy, .coreDNS, .metricsServer,
    .podNetwork,
  ]

  private static let byName: [String: ImageRepository] = Dictionary(
    repositories.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The same images under the names they had before.
  private static let otherNames = [
    "k8s.gcr.io/pause": "registry.k8s.io/pause",
    "k8s.gcr.io/echoserver": "registry.k8s.io/echoserver",
    "gcr.io/google_containers/echoserver": "registry.k8s.io/echoserver",
    "docker.io/jocatalin/kubernetes-bootcamp": "gcr.io/google-samples/kubernetes-bootcamp",
    "docker.io/containous/whoami": "docker.io/traefik/whoami",
    "docker.io/busybox": "docker.io/library/busybox",
    "mirror.gcr.io/library/nginx": "docker.io/library/nginx",
    "public.ecr.aws/docker/library/nginx": "docker.io/library/nginx",
    "public.ecr.aws/docker/library/busybox": "docker.io/library/busybox",
    "registry.k8s.io/e2e-test-images/busybox": "docker.io/library/busybox",
    "registry.k8s.io/e2e-test-images/nginx": "docker.io/library/nginx",
    "registry.k8s.io/e2e-test-images/httpd": "docker.io/library/httpd",
    "registry.k8s.io/busybox": "docker.io/library/busybox",
  ]

  /// What users have added, by repository and tag: it comes before what is there of itself.
  var own: [String: OwnImage] = [:]

  public init() {}

  public static func find(_ name: ImageName) -> Answer { ImageCatalog().find(name) }

  /// What the registries answer when they are asked for an image.
  public func find(_ name: ImageName) -> Answer {
    if let image = own[name.fullName] { return .found(image.facts(tag: name.tag)) }
    if own.values.contains(where: { ImageName($0.name).repository == name.repository }) {
      return .missing("failed to resolve image: \(name.fullName): not found")
    }
    return Self.registryAnswer(to: name)
  }

  private static func registryAnswer(to name: ImageName) -> Answer {
    known.withLock { known in
      if let answer = known[name.fullName] { return answer }
      let answer = lookUp(name)
      // Whoever asks for ever new names gets answers all the same.
      if known.count >= 1_000 { known = [:] }
      known[name.fullName] = answer
      return answer
    }
  }

  /// What was answered before: a thousand containers of one image need not find it anew.
  private static let known = Mutex<[String: Answer]>([:])

  private static func lookUp(_ name: ImageName) -> Answer {
    let known = Self.otherNames[name.repository] ?? name.repository
    guard let repository = Self.byName[known] else { return .missing(name.unknownRepository) }
    let tag =
      name.digest.map { digest in
        repository.knownTags.first { ImageDigest.of(name.repository, $0) == digest }
      } ?? name.tag
    guard let tag, var facts = repository.image(tag: tag) else {
      return .missing("failed to resolve image: \(name.fullName): not found")
    }
    facts.repository = name.repository
    facts.tag = name.tag
    facts.prepare()
    return .found(facts)
  }

  /// Whether a registry gives an image to somebody with these credentials.
  func opens(_ name: ImageName, with credentials: [PullCredential]) -> Bool {
    guard let wanted = own[name.fullName]?.credential else { return true }
    return credentials.contains(wanted)
  }
}
