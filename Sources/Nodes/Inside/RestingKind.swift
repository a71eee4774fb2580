import Engine
import Objects
import Store

/// How a container fared that began, with all that decided it: its like will fare the same.
final class RestingKind: Sendable {
  /// A container that does nothing more once it has begun.
  final class Rest: Sendable {
    /// As it was when it had begun.
    let instance: ContainerInstance
    /// What the runtime has written into it.
    let systemBytes: Int
    /// When it goes on by itself, counted from its start; nil when it never does.
    let wakesAfter: SimSpan?

    /// It is not worth writing a container down that soon goes on.
    private static let leastRest = SimSpan.minutes(5)

    /// Nil for a container that has ended, or that has something to do before long.
    fileprivate init?(_ container: String, in sandbox: PodSandbox) {
      guard let instance = sandbox.containers[container], instance.exit == nil else { return nil }
      let wake = sandbox.nextWake(of: container).map { $0 - instance.meter.startedAt }
      if let wake, wake < Self.leastRest { return nil }
      // Its like would say something else, of their own pods.
      let ownWords = [sandbox.address, sandbox.hostname]
      let said = instance.log.lines.map(\.text)
      if said.contains(where: { ownWords.contains(where: $0.contains) }) { return nil }
      self.instance = instance
      systemBytes = sandbox.systemBytes
      wakesAfter = wake
    }
  }

  /// Nil for one that has more to do.
  let rest: Rest?
  /// What began in the pod before it.
  private let earlier: RestingKind?
  /// Without its volumes, which hold what every pod is given.
  private let container: Container
  private let security: APIValue?
  let image: ImageFacts
  let environment: [(name: String, value: String)]

  private static let all = Memo<RestingKind>(keeping: 64)

  /// Programs that do the same whatever their pod is called and wherever it runs. What a shell does
  /// may depend on anything.
  private static let plainPrograms: Set<String> = ["sleep", "pause"]

  /// Whether such a container is known by what it is: nobody asks it anything by itself, and
  /// nothing that only its own pod has decides over what it does.
  static func mayRest(_ container: Container, _ image: ImageFacts) -> Bool {
    let isLeftAlone =
      !container.isAsked && container.tty != true && container.stdin != true
      && container.resources.limits["ephemeral-storage"] == nil
      && container.unlisted["targetContainerName"] == nil
    let hasOnlyItsToken = container.volumeMounts.allSatisfy {
      $0.mountPath == ServiceAccountToken.folder && $0.subPath == nil && $0.subPathExpr == nil
    }
    guard isLeftAlone, hasOnlyItsToken, image.server == nil, image.preparedRoot != nil else {
      return false
    }
    if container.command.isEmpty, container.args.isEmpty { return true }
    return container.command.first.map { plainPrograms.contains(FileTree.name(of: $0)) } ?? false
  }

  /// What is known of a container's like; `begin` starts this one, where nothing is known yet.
  static func of(
    _ container: Container, _ image: ImageFacts, _ environment: [(name: String, value: String)],
    security: APIValue?, after earlier: RestingKind?, begin: () -> PodSandbox?
  ) -> RestingKind {
    var plain = container
    plain.volumeMounts = []
    return all.answer {
      $0.earlier === earlier && $0.container == plain && $0.security == security
        && $0.image.isAlike(image) && $0.environment.elementsEqual(environment, by: ==)
    } orElse: {
      RestingKind(
        plain, image, environment, security: security, after: earlier,
        rest: begin().flatMap { Rest(container.name, in: $0) })
    }
  }

  private init(
    _ container: Container, _ image: ImageFacts, _ environment: [(name: String, value: String)],
    security: APIValue?, after earlier: RestingKind?, rest: Rest?
  ) {
    self.container = container
    self.image = image
    self.environment = environment
    self.security = security
    self.earlier = earlier
    self.rest = rest
  }
}

extension ImageFacts {
  /// Whether a container of the other image begins as one of this does.
  fileprivate func isAlike(_ other: ImageFacts) -> Bool {
    guard let root = preparedRoot, let otherRoot = other.preparedRoot else { return false }
    return root.isCopy(of: otherRoot) && entrypoint == other.entrypoint
      && command == other.command && user == other.user && workingFolder == other.workingFolder
      && tag == other.tag && environment.elementsEqual(other.environment, by: ==)
  }
}
