/// Something a shell still has to do.
indirect enum ShellFrame: Sendable {
  /// The rest of a script, of `eval`'s words or of a trap.
  case script(ShellReader)
  /// Commands from standard input; the lines of one that is not whole yet.
  case input(String)
  case command(ShellCommand)
  /// A command whose words are being expanded, and what was substituted in them so far.
  case expanding(ShellCommand, [String])
  case become(any Program, title: [String])
  /// Reads what a substituted command prints, for the frame below.
  case collect(pid: Int, descriptor: Int, [UInt8])
  /// Commands in the foreground; the status is that of the last one.
  case await([Int], last: Int)
  /// `wait`
  case waitForJobs([Int], isNamed: Bool)
  /// `read`, and the line so far.
  case reading(ReadCommand, [UInt8])
  case sequence([ShellCommand], next: Int)
  case and(ShellCommand)
  case or(ShellCommand)
  case negate
  case branches([ConditionalBranch], next: Int, otherwise: ShellCommand?)
  /// `last` is the status of the last command of the body.
  case loop(condition: ShellCommand, body: ShellCommand, isUntil: Bool, isChecking: Bool, last: Int)
  case forEach(name: String, values: [String], next: Int, body: ShellCommand)
  /// The end of a redirection: the numbers of the files that were at the descriptors.
  case restoreDescriptors([SavedDescriptor])
  /// The end of `A=1 command`: those variables are as they were.
  case restoreVariables([SavedVariable])
  /// Where a function was called.
  case returnPoint(positional: [String], locals: [SavedVariable])
  /// Where a file was read in with `.`
  case sourcePoint
  case status(Int)

  struct SavedDescriptor: Sendable {
    var descriptor: Int
    var file: Int?
  }

  struct SavedVariable: Sendable {
    var name: String
    var value: ShellVariables.Variable?
  }

  /// Whether nothing goes on before a child, or input, allows it.
  var isWaiting: Bool {
    switch self {
    case .collect, .await, .waitForJobs: true
    case .script, .input, .command, .expanding, .become, .reading, .sequence, .and, .or, .negate,
      .branches, .loop, .forEach, .restoreDescriptors, .restoreVariables, .returnPoint,
      .sourcePoint, .status:
      false
    }
  }

  /// Whether a command that fails below it is no error, because its status is asked for.
  var looksAtStatus: Bool {
    switch self {
    case .and, .or, .negate, .branches: true
    case .loop(_, _, _, let isChecking, _): isChecking
    case .script, .input, .command, .expanding, .become, .collect, .await, .waitForJobs, .reading,
      .sequence, .forEach, .restoreDescriptors, .restoreVariables, .returnPoint, .sourcePoint,
      .status:
      false
    }
  }

  var isLoop: Bool {
    switch self {
    case .loop, .forEach: true
    case .script, .input, .command, .expanding, .become, .collect, .await, .waitForJobs, .reading,
      .sequence, .and, .or, .negate, .branches, .restoreDescriptors, .restoreVariables,
      .returnPoint, .sourcePoint, .status:
      false
    }
  }
}

/// A command in the background.
struct ShellJob: Sendable {
  var pid: Int
  var number: Int
  var text: String
  var end: ProcessEnd?
}
