import Objects
import Store

/// `kubectl exec`: a command in a running container.
struct Exec: Verb {
  static let name = "exec"
  static let summary = "Execute a command in a container"
  static let usage = "exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]"
  static let takes = WordMeaning.pods
  static let examples = [
    "# Run a command in the first container of a pod", "kubectl exec web -- date", "",
    "# A shell in one container of several", "kubectl exec -it web -c helper -- sh", "",
    "# In the readiest pod of a deployment", "kubectl exec deployment/web -- hostname",
  ]
  static let flags = FlagTable(
    """
    container c ''
    filename f []
    pod-running-timeout 60s
    quiet q false
    stdin i false
    tty t false
    """)

  private let word: String
  private let container: String?
  private let command: [String]
  private let namespace: String?
  private let passesStdin: Bool
  private let isTerminal: Bool
  private let isQuiet: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard let word = invocation.arguments.first else {
      throw .misuse("pod, type/name or --filename must be specified", verb: Self.name)
    }
    if invocation.arguments.count > 1 {
      throw .misuse(
        "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead",
        verb: Self.name)
    }
    guard let command = invocation.command, !command.isEmpty else {
      throw .error("you must specify at least one command for the container")
    }
    self.word = word
    self.command = command
    container = invocation["container"]
    namespace = invocation.namespace
    passesStdin = invocation.has("stdin")
    isTerminal = invocation.has("tty")
    isQuiet = invocation.has("quiet")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let target = try PodTarget.find(
      word, namespace: namespace ?? context.namespace, in: context)
    let choice = try target.pod.runningContainer(container, for: "exec into")
    return .run(
      .exec(
        ExecRequest(
          target: ContainerAddress(pod: target.pod.key, container: choice.name), command: command,
          passesStdin: passesStdin, isTerminal: isTerminal, notes: isQuiet ? [] : choice.notes)))
  }
}

extension Pod {
  /// The container to talk to, or why that cannot be. `action` is `exec into` or `attach to`.
  func runningContainer(
    _ wanted: String?, for action: String
  ) throws(Failure) -> (name: String, notes: [String]) {
    if status.phase == .succeeded || status.phase == .failed {
      throw .error(
        "cannot \(action) a container in a completed pod; current phase is "
          + (status.phase ?? .unknown).rawValue)
    }
    if let wanted, !hasContainer(wanted) {
      throw .error("container \(wanted) not found in pod \(metadata.name)")
    }
    let choice = wanted.map { (name: $0, notes: []) } ?? defaultContainer
    if spec.nodeName.isEmpty {
      throw .rejected(.badRequest("pod \(metadata.name) does not have a host assigned"))
    }
    return choice
  }
}
