import Objects
import Store

/// `kubectl exec`: a command in a running container.
struct Exec: Verb {
  static let name = "exec"
  static let summary = "Execute a command in a container"
  static let usage = "exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]"
  static let takes = WordMeaning.pods
  static let flags = FlagTable(
    """
    container c ''
    filename f []
    pod-running-timeout 1m0s
    quiet q false
    stdin i false
    tty t false
    """)

  private let word: String?
  private let files: ManifestFiles
  private let container: String?
  private let command: [String]
  private let namespace: String?
  private let streams: StreamWishes

  init(_ invocation: Invocation) throws(UsageError) {
    files = try ManifestFiles(invocation)
    let words = invocation.arguments
    if invocation.command == nil, words.count > 1 || (!words.isEmpty && !files.isEmpty) {
      throw .misuse(
        "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead",
        verb: Self.name)
    }
    guard !words.isEmpty || !files.isEmpty else {
      throw .error("pod, type/name or --filename must be specified")
    }
    try invocation.checkRunningTimeout()
    guard let command = invocation.command, !command.isEmpty else {
      throw .error("you must specify at least one command for the container")
    }
    word = words.first
    self.command = command
    container = invocation["container"]
    namespace = invocation.namespace
    streams = StreamWishes(invocation)
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let pod = try pod(in: context)
    let choice = try pod.containerToRunIn(container)
    return .run(
      .exec(
        ExecRequest(
          target: ContainerAddress(pod: pod.key, container: choice.name), command: command,
          streams: streams, notes: streams.isQuiet ? [] : choice.notes)))
  }

  private func pod(in context: Context) throws(Failure) -> Pod {
    let room = namespace ?? context.namespace
    let (items, failures) = files.items(in: context, namespace: namespace)
    if let failure = failures.first { throw failure }
    guard items.count + (word == nil ? 0 : 1) == 1 else {
      throw .error("cannot exec into multiple objects at a time")
    }
    if let item = items.first { return try PodTarget.find(item.key, in: context).pod }
    return try PodTarget.find(word ?? "", namespace: room, in: context).pod
  }
}
