import Engine
import Simulation

/// The moments there are to go back to.
enum TimelineVerb: Command {
  static let name = "timeline"
  static let usage = ["timeline"]
  static let summary = "the commands so far, and those undone"
  static let section = CommandSection.time

  /// More would only push the newest off the screen.
  private static let mostShown = 40

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("timeline takes no words", of: self) }
    let past = session.timeline.past
    if past.count > mostShown { session.say("… \(past.count - mostShown) earlier ones") }
    for moment in past.suffix(mostShown) {
      session.say("\(moment.world.now.clockText)  │ \(Undo.firstLine(moment.command))")
    }
    session.say("\(session.now.clockText)  ● now")
    for moment in session.timeline.future.reversed().prefix(mostShown) {
      session.say("\(moment.world.now.clockText)  ┊ undone: \(Undo.firstLine(moment.command))")
    }
    return 0
  }
}
