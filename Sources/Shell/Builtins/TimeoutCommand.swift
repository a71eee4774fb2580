import Engine

/// Runs a command that may last only so long.
enum TimeoutCommand: Command {
  static let name = "timeout"
  static let usage = ["timeout DURATION COMMAND…"]
  static let summary = "end a command after so much virtual time (status 124)"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count > 1, let span = Sleep.span(call.arguments[0]) else {
      throw .usage("timeout takes a duration and a command", of: self)
    }
    let outer = session.deadline
    let own = session.now + span
    session.deadline = min(own, outer ?? own)
    let status = session.perform(Array(call.arguments.dropFirst()), input: call.input)
    session.deadline = outer
    return status
  }
}
