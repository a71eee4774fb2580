import Simulation

/// Takes back the last command that did something.
enum Undo: Command {
  static let name = "undo"
  static let usage = ["undo [COUNT]"]
  static let summary = "take back the last command that changed something"
  static let details = """
    The whole cluster goes back to the moment before that command: objects, containers, time,
    even chance. redo goes forward again, until you do something new. What you typed to a program
    in a container belongs to the command that began it: kubectl exec -it is one step.
    """
  static let section = CommandSection.time

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let asked = try count(call, of: self)
    let known = session.timeline.past.count
    if known == 0 {
      let way =
        session.lessonRun != nil
        ? " in this step; lesson step N goes further back"
        : session.timeline.forgotten.isEmpty
          ? ": nothing has been changed yet" : ": what was before is not kept any more"
      throw .failed("nothing to undo" + way)
    }
    try refuse(asked, of: self, known: known)
    session.walkedTimeline = true
    for _ in 0..<asked {
      guard let command = session.timeline.undo() else { break }
      session.report("undone: \(firstLine(command))")
    }
    session.anchorClock()
    return 0
  }

  static func count(
    _ call: CommandCall, of type: any Command.Type
  ) throws(CommandProblem) -> Int {
    guard let text = call.arguments.first else { return 1 }
    guard call.arguments.count == 1, let count = Int(text), count > 0 else {
      throw .usage("how many commands? \"\(text)\" is no number", of: type)
    }
    return count
  }

  /// Refuses more than there is, before any of it is touched.
  static func refuse(
    _ asked: Int, of type: any Command.Type, known: Int
  ) throws(CommandProblem) {
    if asked <= known { return }
    let there = known == 1 ? "there is only 1" : "there are only \(known)"
    throw .failed("\(there) to \(type.name): \(type.name) \(known) goes all the way")
  }

  static func firstLine(_ command: String) -> String {
    let lines = Lines(command).lines
    return (lines.first ?? "") + (lines.count > 1 ? " …" : "")
  }
}
