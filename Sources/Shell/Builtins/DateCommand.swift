import Engine

/// The cluster's time.
enum DateCommand: Command {
  static let name = "date"
  static let usage = ["date [-u] [+%s]"]
  static let summary = "the time in the cluster"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    if let word = call.arguments.first(where: { $0 != "-u" && $0 != "+%s" }) {
      throw .usage("date shows the time as it is or as +%s, not as \(word)", of: self)
    }
    let now = session.now
    session.say(call.arguments.contains("+%s") ? "\(now.seconds)" : now.rfc1123)
    return 0
  }
}
