import Engine
import Manifests
import Objects
import Store

/// `kubectl debug`: a container for a look at a pod, a copy of a pod, or a pod on a node.
struct Debug: Verb {
  static let name = "debug"
  static let summary = "Create debugging sessions for troubleshooting workloads and nodes"
  static let usage = "debug (POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]"
  static let takes = WordMeaning.pods
  static let flags = FlagTable(
    """
    arguments-only false
    attach false
    container c ''
    copy-to ''
    custom ''
    env []
    filename f []
    image ''
    image-pull-policy ''
    keep-annotations false
    keep-init-containers true
    keep-labels false
    keep-liveness false
    keep-readiness false
    keep-startup false
    profile general
    quiet q false
    replace false
    same-node false
    set-image []
    share-processes true
    stdin i false
    target ''
    tty t false
    """)

  private let words: [String]
  private let namespace: String?
  let settings: DebugSettings
  private let attaches: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.arguments
    namespace = invocation.namespace
    settings = try DebugSettings(invocation)
    attaches = invocation.isSet("attach") ? invocation.has("attach") : invocation.has("stdin")
    if words.isEmpty { throw .error("NAME or filename is required for debug") }
  }

  var fileNeeds: [FileNeed] { settings.custom.map { [.file($0)] } ?? [] }

  func plan(in context: Context) throws(Failure) -> Plan {
    var plans: [Plan] = []
    for (place, word) in words.enumerated() {
      // Names that are made up differ from command to command, and repeat with it.
      let seed = UInt64(context.now.milliseconds) &* 31 &+ UInt64(context.state.revision)
      var session = DebugSession(
        settings: settings, context: context, random: SeededRandom(seed: seed &+ UInt64(place)))
      plans.append(try plan(for: word, &session, in: context))
    }
    return plans.count == 1 ? plans[0] : .inOrder(plans)
  }

  private func plan(
    for word: String, _ session: inout DebugSession, in context: Context
  ) throws(Failure) -> Plan {
    let room = namespace ?? context.namespace
    let key = try PodTarget.key(of: word, namespace: room)
    let object = try ObjectSelection.object(key, in: context)
    let address: ContainerAddress?
    if let node = object as? Node {
      address = try session.debug(node, in: room)
    } else if let pod = object as? Pod {
      address = try settings.copyName.isEmpty ? session.join(pod) : session.copy(pod)
    } else {
      throw .error("*v1.\(object.kind.rawValue) not supported by debug")
    }
    let submit = Plan.submit(session.steps)
    guard attaches, let address else { return submit }
    let streams = StreamWishes(
      passesStdin: settings.passesStdin, wantsTerminal: settings.isTerminal,
      isQuiet: settings.isQuiet)
    return .inOrder([
      submit, .wait(DebugWait(target: address)),
      .run(.attach(AttachRequest(target: address, streams: streams, isOwn: true))),
    ])
  }
}

/// Waits until a container that has been put into a pod runs or has ended.
struct DebugWait: Waiting {
  private let target: ContainerAddress
  private var deadline: SimTime?
  private var told: String?

  /// Nobody waits longer than this for an image that does not come.
  private static let patience = SimSpan.minutes(5)

  init(target: ContainerAddress) {
    self.target = target
  }

  mutating func look(at sight: Sight) -> Progress {
    let end = deadline ?? sight.now + Self.patience
    deadline = end
    guard let pod = sight.state.pod(target.pod) else {
      return .end([.failed(.rejected(.notFound(target.pod)))], status: 1)
    }
    let state = pod.containerStatus(target.container)?.state
    if state?.running != nil || state?.terminated != nil { return .end() }
    if sight.now >= end {
      return .end([.failed(.error("timed out waiting for the condition"))], status: 1)
    }
    guard let message = state?.waiting?.message, message != told else { return .goOn(next: end) }
    told = message
    return .goOn([.note("Warning: container \(target.container): \(message)")], next: end)
  }
}
