import Engine
import Simulation

/// Moves time.
enum Advance: Command {
  static let name = "advance"
  static let usage = ["advance [DURATION]"]
  static let summary = "let time pass; alone: until nothing is left to happen"
  static let details = """
    Virtual time moves only when you move it. `advance 5m` lets five minutes pass at once;
    `advance` alone goes on until nothing but heartbeats is left to happen, ten minutes at most.
    """
  static let examples = ["advance 30s", "advance 5m", "advance"]
  static let section = CommandSection.time

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count < 2 else { throw .usage("too many words", of: self) }
    guard let text = call.arguments.first else { return session.advanceUntilQuiet() ?? 0 }
    guard let span = Sleep.span(text), span <= .hours(24 * 366) else {
      throw .usage("\"\(text)\" is no duration such as 30s, 5m or 1h30m", of: self)
    }
    let start = session.now
    let end = start + span
    let ended = session.noting({ world in
      let bar = ProgressBar(share: (world.now - start).share(of: span))
      return "\(world.now.clockText)  \(bar.text) of \(span.goText)"
    }) { session in
      while session.now < end {
        if let ended = session.pass(until: min(end, session.now + .minutes(1))) { return ended }
      }
      return nil
    }
    return ended ?? 0
  }
}
