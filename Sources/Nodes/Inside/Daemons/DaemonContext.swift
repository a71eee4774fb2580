import Engine

/// What a daemon sees of the pod it runs in, and may do there while it works.
struct DaemonContext {
  /// What it wrote, in its order, with the stream it wrote to.
  typealias Printed = (stream: LogLine.Stream, text: String)

  var sandbox: PodSandbox
  /// The way to other pods; nil where nobody could follow it.
  var network: ClusterNetwork?
  let container: String
  /// The number of its process.
  let process: Int
  let now: SimTime
  /// The address that asks, and the port that it asked.
  var source = ""
  var port = 0
  private(set) var printed: [Printed] = []
  /// Set when it ends after this answer.
  var exitStatus: Int?

  init(
    sandbox: PodSandbox, network: ClusterNetwork?, container: String, process: Int, now: SimTime
  ) {
    self.sandbox = sandbox
    self.network = network
    self.container = container
    self.process = process
    self.now = now
  }

  var hostname: String { sandbox.hostname }
  var address: String { sandbox.address }

  mutating func print(_ text: String, _ stream: LogLine.Stream = .out) {
    if !text.isEmpty { printed.append((stream, text)) }
  }

  func read(_ path: String) throws(PodSandbox.FileProblem) -> String {
    try sandbox.read(path, in: container)
  }

  func isFolder(_ path: String) -> Bool { sandbox.entry(path, in: container) == .folder }

  func isThere(_ path: String) -> Bool { sandbox.entry(path, in: container) != nil }

  /// Names in a folder, sorted.
  func names(in folder: String) -> [String] { sandbox.names(in: folder, of: container) }
}
