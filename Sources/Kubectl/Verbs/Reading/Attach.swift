import Objects
import Store

/// `kubectl attach`: the screen and keyboard of a container's main process.
struct Attach: Verb {
  static let name = "attach"
  static let summary = "Attach to a running container"
  static let usage = "attach (POD | TYPE/NAME) -c CONTAINER"
  static let takes = WordMeaning.pods
  static let flags = FlagTable(
    """
    container c ''
    detach-keys ctrl-p,ctrl-q
    pod-running-timeout 1m0s
    quiet q false
    stdin i false
    tty t false
    """)

  private let words: [String]
  private let container: String?
  private let namespace: String?
  private let streams: StreamWishes

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.words
    guard !words.isEmpty else { throw .error("at least 1 argument is required for attach") }
    guard words.count <= 2 else {
      throw .error(
        "expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw \(words.count): "
          + "[\(words.joined(separator: " "))]")
    }
    try invocation.checkRunningTimeout()
    container = invocation["container"]
    namespace = invocation.namespace
    streams = StreamWishes(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let pod = try PodTarget.find(
      words.joined(separator: "/"), namespace: namespace ?? context.namespace, in: context
    ).pod
    let choice = try pod.containerToJoin(container)
    let target = ContainerAddress(pod: pod.key, container: choice.name)
    return .run(
      .attach(AttachRequest(target, of: pod, streams: streams, notes: choice.notes)))
  }
}

extension AttachRequest {
  /// Joins a container of `pod` with the terminal that it has, or without one.
  init(
    _ target: ContainerAddress, of pod: Pod, streams: StreamWishes, notes: [String] = [],
    isOwn: Bool = false
  ) {
    let all = pod.spec.containers + pod.spec.initContainers + pod.spec.ephemeralContainers
    let hasTerminal = all.first { $0.name == target.container }?.tty == true
    var notes = notes
    if streams.wantsTerminal, !hasTerminal {
      notes.append(
        "error: Unable to use a TTY - container \(target.container) did not allocate one")
    }
    var streams = streams
    streams.wantsTerminal = hasTerminal
    self.init(target: target, streams: streams, notes: streams.isQuiet ? [] : notes, isOwn: isOwn)
  }

  /// Said once the container is about to be joined.
  public static let announcement = [
    "All commands and output from this session will be recorded in container logs, including "
      + "credentials and sensitive information passed through the command prompt.",
    "If you don't see a command prompt, try pressing enter.",
  ]

  /// Said when a terminal is given back.
  public func farewell(isEphemeral: Bool) -> String {
    let words =
      "kubectl attach \(target.pod.name) -c \(target.container) -n "
      + "\(target.pod.namespace) -i -t"
    return isEphemeral
      ? "Session ended, the ephemeral container will not be restarted but may be reattached using "
        + "'\(words)' if it is still running"
      : "Session ended, resume using '\(words)' command"
  }
}
