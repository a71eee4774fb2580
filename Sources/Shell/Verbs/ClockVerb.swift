import Engine
import Objects

/// Shows the clock, or says what moves it.
enum ClockVerb: Answering {
  static let name = "clock"
  static let usage = ["clock [--json]", "clock stepped", "clock live [xN]"]
  static let summary = "show the time, or choose what moves it"
  static let details = """
    stepped: time stands still between commands; each kubectl command costs one second.
    live: the cluster's time follows the wall clock; x10 makes it ten times as fast.
    """
  static let section = CommandSection.time

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["show", "stepped", "live"]) : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let words = call.arguments
    switch words.first {
    case nil, "show":
      let (now, clock) = (session.now, session.clock)
      return Answer(document(now, clock)) { $0.say("\(now.rfc3339)  \(title(clock))") }
    case "stepped" where words.count == 1:
      try call.refuseJSON(of: self)
      session.catchUpWithWallClock()
      session.clock = .stepped
      session.anchorClock()
    case "live" where words.count < 3:
      try call.refuseJSON(of: self)
      guard session.host.wallClock != nil else {
        throw .failed("there is no clock to follow in a script; use advance")
      }
      session.clock = .live(speed: try speed(words.count > 1 ? words[1] : "x1"))
      session.anchorClock()
    default: throw .usage("cannot read \"\(words.joined(separator: " "))\"", of: self)
    }
    return .done()
  }

  private static func document(_ now: SimTime, _ clock: Session.Clock) -> APIValue {
    let (mode, speed): (String, Int64) =
      switch clock {
      case .stepped: ("stepped", 0)
      case .live(let speed): ("live", speed)
      }
    return ["time": .string(now.rfc3339), "mode": .string(mode), "speed": .integer(speed)]
  }

  private static func title(_ clock: Session.Clock) -> String {
    switch clock {
    case .stepped: "stepped: moves with your commands and with advance"
    case .live(1): "live: follows the wall clock"
    case .live(let speed): "live: follows the wall clock, \(speed) times as fast"
    }
  }

  private static func speed(_ text: String) throws(CommandProblem) -> Int64 {
    let digits = text.drop { $0 == "x" || $0 == "×" }
    guard let speed = Int64(digits), (1...10_000).contains(speed) else {
      throw .usage("the speed is a number from x1 to x10000", of: self)
    }
    return speed
  }
}
