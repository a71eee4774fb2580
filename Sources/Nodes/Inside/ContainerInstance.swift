import Engine
import Objects

/// One running (or ended) container: its files, its processes, what it printed.
struct ContainerInstance: Sendable {
  struct Mount: Hashable, Sendable {
    var path: String
    var volume: String
    /// The place inside the volume; `/` for the whole.
    var inner: String
    var isReadOnly: Bool

    /// What is mounted at a link of the image lies where that leads, too.
    func besideLinks(in root: FileTree) -> [Mount] {
      guard case .link? = root[path] else { return [self] }
      var other = self
      other.path = root.withoutLinks(path)
      return [self, other]
    }
  }

  var root: FileTree
  let mounts: [Mount]
  /// In the order in which they began; those that have ended until their parent has asked.
  var processes: [Process] = []
  var mainProcessID = 1
  /// Processes that have been taken out of the table to run, with their parents. A server that lets
  /// a program answer runs others while whoever asked it is out.
  var takenOut: [(pid: Int, parent: Int)] = []
  /// Open files by number: descriptors of processes lead here.
  var openFiles: [Int: OpenFile] = [:]
  var pipes: [Int: Pipe] = [:]
  var lastNumber = 0
  /// Streams of commands started from outside, by their session.
  var callers: [Int: CallerStreams] = [:]
  /// How it shares its time among its processes.
  var turns = ContainerTurns()
  var exit: ProcessExit?
  var log = LogBook()
  /// Lines of the container's life before this one.
  var previousLog: LogBook?
  var environment: [(name: String, value: String)]
  let workingFolder: String
  let image: ImageFacts
  var memoryLimitBytes: Int?
  /// `securityContext.readOnlyRootFilesystem`
  var isRootReadOnly = false
  /// Files that the kubelet has put there: they can be changed nevertheless.
  var writablePaths: Set<String> = []
  /// Thousandths of a core that it may use at most.
  var cpuLimitMillis: Int?
  /// Whose rights its processes have at first.
  var user = ProcessUser.root
  /// Whether the runtime has told it to end: it says so only once.
  var isToldToEnd = false
  /// Killed with KILL when it still runs then.
  var killAt: SimTime?

  /// The stream whose last line has no end yet.
  var openStream: LogLine.Stream?
  var meter: UsageMeter

  mutating func print(_ text: String, _ stream: LogLine.Stream, at now: SimTime) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let endsOpen = lines.last != ""
    if !endsOpen { lines.removeLast() }
    if openStream == stream, let first = lines.first, !log.isEmpty {
      log.extend(by: first)
      lines.removeFirst()
    }
    openStream = endsOpen ? stream : nil
    for line in lines { log.append(LogLine(time: now, stream: stream, text: line)) }
  }

  /// A number for an open file or a pipe that none had before.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  mutating func changeRoot(_ body: (inout FileTree) -> Void) { body(&root) }

  /// The mount that a path lies under: the longest one wins.
  func mount(of path: String) -> Mount? {
    mounts.filter { path == $0.path || path.hasPrefix($0.path + "/") || $0.path == "/" }
      .max { $0.path.count < $1.path.count }
  }
}
