import Engine
import Simulation

/// Goes back in time.
enum Rewind: Command {
  static let name = "rewind"
  static let usage = ["rewind 12:01:05", "rewind 5m", "rewind start"]
  static let summary = "go back to a time of day, by a duration, or to the start"
  static let details = """
    Goes to the last kept moment that is no later. Moments are kept before every command that
    changed something; timeline lists them. redo goes forward again.
    """
  static let section = CommandSection.time

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["start"]) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count == 1, let word = call.arguments.first else {
      throw .usage("where to?", of: self)
    }
    let target = try target(word, session)
    guard target <= session.now else {
      throw .failed("\(target.clockText) has yet to come; advance goes there")
    }
    session.walkedTimeline = true
    guard session.timeline.rewind(to: target) else {
      let first = session.timeline.past.first?.world.now ?? session.now
      throw .failed("the oldest moment kept is \(first.clockText)")
    }
    session.anchorClock()
    session.report("it is \(session.now.clockText)")
    return 0
  }

  private static func target(
    _ word: String, _ session: Session
  ) throws(CommandProblem) -> SimTime {
    if word == "start" { return session.timeline.past.first?.world.now ?? session.now }
    if word.contains(":") {
      let today = session.now.rfc3339.prefix { $0 != "T" }
      if let time = SimTime(rfc3339: "\(today)T\(word)Z") { return time }
    }
    if let time = SimTime(rfc3339: word) { return time }
    if let span = Sleep.span(word.hasPrefix("-") ? String(word.dropFirst()) : word) {
      return session.now - span
    }
    throw .usage("\"\(word)\" is no time such as 12:01:05 and no duration such as 5m", of: self)
  }
}
