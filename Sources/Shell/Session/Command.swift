/// A word of the shell that is not kubectl's: a lab verb, or what every shell has.
protocol Command: Sendable {
  static var name: String { get }
  /// How it is written: `advance [DURATION]`.
  static var usage: [String] { get }
  /// One line of help.
  static var summary: String { get }
  /// What `help NAME` says beyond that.
  static var details: String { get }
  static var examples: [String] { get }
  static var section: CommandSection { get }
  /// What the next word may be when these stand before it.
  static func takes(after words: [String]) -> CommandWords
  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32
}

extension Command {
  static var usage: [String] { [name] }
  static var details: String { "" }
  static var examples: [String] { [] }
  static func takes(after words: [String]) -> CommandWords { .nothing }

  /// The long flags that its usage names, in order.
  static var flags: [String] {
    var seen: Set<String> = []
    return usage.joined(separator: " ").split { " []()|,=".contains($0) }.map(String.init)
      .filter { $0.hasPrefix("--") && $0.count > 2 && seen.insert($0).inserted }
  }
}

/// Where help lists a command.
enum CommandSection: CaseIterable {
  case time
  case hardware
  case looking
  case learning
  case session
  case shell

  var title: String {
    switch self {
    case .time: "Time"
    case .hardware: "Machines and failures"
    case .looking: "Seeing what happens"
    case .learning: "Learning"
    case .session: "The session"
    case .shell: "Shell words"
    }
  }
}

/// What a command is given.
struct CommandCall {
  var arguments: [String]
  /// What was piped into it.
  var input: String?
  /// Whether the answer is for a program: see ``Answering``.
  var wantsJSON = false
}

/// Why a command could not be carried out, as it is told.
enum CommandProblem: Error {
  /// Written wrongly: `why`, and how it is written.
  case usage(String, of: any Command.Type)
  case failed(String)

  /// A flag that the command does not take, and the one that may be meant.
  static func unknownFlag(_ flag: String, of type: any Command.Type) -> CommandProblem {
    let name = String(flag.prefix { $0 != "=" })
    let near = KubectlHint.nearest(to: name, in: type.flags)
    return .usage("unknown flag: \(name)" + (near.map { "; did you mean \($0)?" } ?? ""), of: type)
  }

  var message: String {
    switch self {
    case .usage(let why, let type):
      "error: \(why)\nUsage:\n" + type.usage.map { "  \($0)" }.joined(separator: "\n")
    case .failed(let why): "error: \(why)"
    }
  }

  var status: Int32 {
    switch self {
    case .usage: 2
    case .failed: 1
    }
  }
}

/// Every command, in the order in which help lists them. Adding one is a new file and a line here.
let commands: [any Command.Type] = labVerbs + builtins

/// The command that a line means which begins like this. `set` is also kubectl's, where one of its
/// verbs follows: `set image`.
func command(named name: String, before words: [String]) -> (any Command.Type)? {
  guard name == SetCommand.name, let next = words.first, !"-+".contains(next.prefix(1)) else {
    return command(named: name)
  }
  return nil
}

/// The command of this name.
func command(named name: String) -> (any Command.Type)? { commands.first { $0.name == name } }
