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
    /// Stages of a pipeline; `outer` is what the pipeline around it has gathered so far.
    case pipeline([ShellCommand], next: Int, streams: Streams, outer: String)
    case restore(Streams)
    /// The end of `A=1 command`: those variables are as they were.
    case restoreVariables([SavedVariable])
    /// The end of a subshell, or of a shell that this one started.
    case endSubshell(SavedShell)
    /// Where a function was called.
    case returnPoint(positional: [String], locals: [SavedVariable])
    /// `$( … )` are run before the command they stand in.
    case substitute(SimpleCommand, pending: [ShellCommand], Captured)
    /// The program in the foreground has slept enough.
    case finish(status: Int, text: String)
    case status(Int)
  }

  struct SavedVariable: Sendable {
    var name: String
    var value: String?
  }

  /// What a subshell cannot change for the shell around it.
  struct SavedShell: Sendable {
    var variables: [String: String]
    var exported: Set<String>
    var functions: [String: ShellCommand]
    var positional: [String]
    var traps: [String: ShellCommand?]
    var folder: String
    var shellPID: Int
    var exitsOnError: Bool
  }

  /// The outputs of substituted commands, and where the shell wrote before.
  struct Captured: Sendable {
    var results: [String] = []
    var streams: Streams
    var outer: String
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
  /// Names that programs get to see.
  var exported: Set<String> = []
  /// What `$$` stands for: a shell started by a shell has a number of its own.
  var shellPID: Int
  /// `set -e`
  var exitsOnError = false
  /// Outputs of the substitutions of the command that is about to run, in their order.
  var substituted: [String] = []
  /// `wait N`: the child that is waited for.
  var awaited: Int?
  /// How often in a row it took more steps than it may.
  var busyPauses = 0
  /// Whether it goes on computing while it is made to pause.
  var isBusy = false
  /// What the program in the foreground takes of the machine.
  var work: ProcessDemand?
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
    shellPID = pid
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
    shellPID = other.shellPID
    exported = other.exported
    exitsOnError = other.exitsOnError
    title = other.title
    frames = other.frames
    variables = other.variables
    positional = other.positional
    functions = other.functions
    streams = other.streams
    folder = other.folder
    isShell = other.isShell
  }

  mutating func setEnvironment(_ environment: [(name: String, value: String)]) {
    for variable in environment {
      variables[variable.name] = variable.value
      exported.insert(variable.name)
    }
  }

  /// Whether it, or the shell it is part of, does something of its own at a signal.
  func handles(_ signal: String) -> Bool {
    if traps[signal] != nil { return true }
    return frames.contains {
      if case .endSubshell(let saved) = $0 { saved.traps[signal] != nil } else { false }
    }
  }

  var isRunning: Bool {
    if case .exited = state { false } else { true }
  }

  var wakesAt: SimTime? {
    switch state {
    case .sleeping(let until): until
    case .serving(let server): server.dueAt
    case .ready, .waitingForChildren, .exited: nil
    }
  }
}
