/// Leaves.
enum Exit: Command {
  static let name = "exit"
  static let usage = ["exit [STATUS]"]
  static let summary = "leave; Ctrl-D does too"
  static let section = CommandSection.session

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let status = call.arguments.first.map { Int32($0) } ?? session.lastStatus
    guard call.arguments.count < 2, let status else {
      throw .usage("exit takes a number", of: self)
    }
    session.exitStatus = status & 255
    return status & 255
  }
}
