import Objects
import Store

/// `kubectl attach`: the screen and keyboard of a container's main process.
struct Attach: Verb {
  static let name = "attach"
  static let summary = "Attach to a running container"
  static let usage = "attach (POD | TYPE/NAME) -c CONTAINER"
  static let takes = WordMeaning.pods
  static let examples = ["# See what a container prints from now on", "kubectl attach web"]
  static let flags = FlagTable(
    """
    container c ''
    detach-keys ctrl-p,ctrl-q
    pod-running-timeout 60s
    quiet q false
    stdin i false
    tty t false
    """)

  private let word: String
  private let container: String?
  private let namespace: String?
  private let passesStdin: Bool
  private let isTerminal: Bool
  private let isQuiet: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard let word = invocation.arguments.first else {
      throw .misuse("at least 1 argument is required for attach", verb: Self.name)
    }
    guard invocation.arguments.count == 1 else {
      throw .misuse(
        "expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw "
          + "\(invocation.arguments.count): [\(invocation.arguments.joined(separator: " "))]",
        verb: Self.name)
    }
    self.word = word
    container = invocation["container"]
    namespace = invocation.namespace
    passesStdin = invocation.has("stdin")
    isTerminal = invocation.has("tty")
    isQuiet = invocation.has("quiet")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let target = try PodTarget.find(
      word, namespace: namespace ?? context.namespace, in: context)
    let choice = try target.pod.runningContainer(container, for: "attach to")
    return .run(
      .attach(
        AttachRequest(
          target: ContainerAddress(pod: target.pod.key, container: choice.name),
          passesStdin: passesStdin, isTerminal: isTerminal, notes: isQuiet ? [] : choice.notes)))
  }
}
