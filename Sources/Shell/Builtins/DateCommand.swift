import Engine

/// The cluster's time.
enum DateCommand: Command {
  static let name = "date"
  static let usage = ["date [-u] [+%s]"]
  static let summary = "the time in the cluster"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let now = session.now
    session.say(call.arguments.contains("+%s") ? "\(now.seconds)" : now.rfc1123)
    return 0
  }
}
