import Simulation

/// Does again what was undone.
enum Redo: Command {
  static let name = "redo"
  static let usage = ["redo [COUNT]"]
  static let summary = "do again what undo took back"
  static let section = CommandSection.time

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let asked = try Undo.count(call, of: self)
    let known = session.timeline.future.count
    if known == 0 {
      throw .failed("nothing to redo: only what undo took back can be done again")
    }
    try Undo.refuse(asked, of: self, known: known)
    session.walkedTimeline = true
    for _ in 0..<asked {
      guard let command = session.timeline.redo() else { break }
      session.report("redone: \(Undo.firstLine(command))")
    }
    session.anchorClock()
    return 0
  }
}
