import Engine

/// A process of a container: a shell or a single program, suspended between two of its steps.
///
/// All it has in mind is in `frames`, so a copy of it goes on exactly as the original would.
struct ShellProcess: Sendable {
  enum State: Hashable, Sendable {
    case ready
    case sleeping(until: SimTime)
    /// `wait`: until its background processes have ended.
    case waitingForChildren
    /// A program that runs for ever and answers on its ports.
    case serving(Server)
    case exited(Int)
  }

  /// What is still to be done, the next thing last.
  indirect enum Frame: Sendable {
    case command(ShellCommand)
    case sequence([ShellCommand], next: Int)
    case and(ShellCommand)
    case or(ShellCommand)
    case negate
    case branches([ConditionalBranch], next: Int, otherwise: ShellCommand?)
    case loop(condition: ShellCommand, body: ShellCommand, isUntil: Bool, isChecking: Bool)
    case forEach(name: String, values: [String], next: Int, body: ShellCommand)
    case pipeline([ShellCommand], next: Int, streams: Streams)
    case restore(Streams)
    case leaveSubshell(variables: [String: String], folder: String)
    case returnPoint
    /// The program in the foreground has slept enough.
    case finish(status: Int, text: String)
    case status(Int)
  }

  /// Where a process reads and writes.
  struct Streams: Hashable, Sendable {
    enum Output: Hashable, Sendable {
      case log(LogLine.Stream)
      case caller(LogLine.Stream)
      case file(String)
      case pipe
      case nowhere
    }

    var input = ""
    var out = Output.log(.out)
    var error = Output.log(.err)
  }

  let pid: Int
  var parent = 0
  /// As `ps` shows it.
  var title: [String]
  var frames: [Frame]
  var state = State.ready
  var status = 0
  var variables: [String: String] = [:]
  var positional: [String] = []
  var functions: [String: ShellCommand] = [:]
  /// Commands to run at a signal, by its name; an empty one ignores the signal.
  var traps: [String: ShellCommand?] = [:]
  var pendingSignals: [String] = []
  var streams = Streams()
  var piped = ""
  var folder: String
  var isShell = false
  /// Set when the kernel killed it for want of memory.
  var isOutOfMemory = false
  /// Steps taken at the present moment; a process that never sleeps is made to.
  var stepsAtOnce = 0

  /// A program with its arguments, as a container is given them.
  init(pid: Int, words: [String], folder: String) {
    self.pid = pid
    title = words
    self.folder = folder
    var command = SimpleCommand()
    // A container's `exec`: the program takes the place of whoever starts it.
    command.words = words.map { ShellWord(parts: [.text($0, quoted: true)]) }
    frames = [.command(.simple(command))]
  }

  /// A background copy of a shell, with a command of its own.
  init(pid: Int, forking shell: ShellProcess, command: ShellCommand) {
    self.init(copying: shell, pid: pid, parent: shell.pid)
    frames = [.command(command)]
  }

  private init(copying other: ShellProcess, pid: Int, parent: Int) {
    self.pid = pid
    self.parent = parent
    title = other.title
    frames = other.frames
    variables = other.variables
    positional = other.positional
    functions = other.functions
    streams = other.streams
    folder = other.folder
    isShell = other.isShell
  }

  var isRunning: Bool {
    if case .exited = state { false } else { true }
  }

  var wakesAt: SimTime? {
    if case .sleeping(let until) = state { until } else { nil }
  }
}
