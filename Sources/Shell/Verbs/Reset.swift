/// Begins again.
enum Reset: Command {
  static let name = "reset"
  static let summary = "begin again with a fresh cluster; undo takes it back"
  static let section = CommandSection.session

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("reset takes no words", of: self) }
    session.world = session.start.world()
    session.namespace = "default"
    session.replacedWorld = true
    session.anchorClock()
    session.report("a fresh cluster")
    return 0
  }
}
