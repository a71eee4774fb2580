import Engine
import Manifests
import Objects

/// One line of the journal: something the learner did. Lines are only ever added.
public struct JournalEntry: Sendable, Equatable {
  public enum Event: Sendable, Equatable {
    case lessonStarted(lesson: String)
    case stepDone(lesson: String, step: Int, Help)
    case lessonDone(lesson: String)
    case questionAnswered(question: String, Result)
  }

  /// How much help a step took.
  public enum Help: String, Sendable {
    case none
    case hint
    case solution
    case skipped
  }

  /// What an answer was worth.
  public struct Result: Sendable, Equatable {
    /// Points given for what was said, of so many.
    public var points = 0
    public var possible = 0
    /// Checks met by what was proved, of so many.
    public var met = 0
    public var checks = 0
    /// How long it took by the clock on the wall.
    public var seconds = 0

    public init() {}

    /// Between 0 and 1.
    public var share: Double {
      let asked = possible + checks
      return asked == 0 ? 0 : Double(points + met) / Double(asked)
    }
  }

  /// The version of the line's form.
  public static let version: Int64 = 1

  /// When, by the clock on the wall.
  public var at: SimTime
  public var event: Event

  public init(at: SimTime, _ event: Event) {
    self.at = at
    self.event = event
  }
}

extension JournalEntry {
  /// The line to append, without its newline.
  public var line: String {
    var members = Members([("v", .integer(Self.version)), ("at", .string(at.rfc3339))])
    switch event {
    case .lessonStarted(let lesson):
      members["kind"] = "lesson-started"
      members["lesson"] = .string(lesson)
    case .stepDone(let lesson, let step, let help):
      members["kind"] = "step-done"
      members["lesson"] = .string(lesson)
      members["step"] = .integer(Int64(step))
      members["help"] = .string(help.rawValue)
    case .lessonDone(let lesson):
      members["kind"] = "lesson-done"
      members["lesson"] = .string(lesson)
    case .questionAnswered(let question, let result):
      members["kind"] = "question-answered"
      members["question"] = .string(question)
      let numbers = [
        ("points", result.points), ("of", result.possible), ("met", result.met),
        ("checks", result.checks), ("seconds", result.seconds),
      ]
      for (name, number) in numbers { members[name] = .integer(Int64(number)) }
    }
    return JSON.encode(.object(members), pretty: false)
  }

  /// Reads one line; nil for a torn line or one of a later form, which are passed over.
  public init?(line: String) {
    guard let value = try? JSON.decode(line), value["v"]?.integer == Self.version,
      let at = value["at"]?.string.flatMap(SimTime.init(rfc3339:)),
      let event = Self.event(value)
    else { return nil }
    self.init(at: at, event)
  }

  private static func event(_ value: APIValue) -> Event? {
    func text(_ name: String) -> String { value[name]?.string ?? "" }
    func number(_ name: String) -> Int { value[name]?.integer.map { Int(clamping: $0) } ?? 0 }
    switch text("kind") {
    case "lesson-started": return .lessonStarted(lesson: text("lesson"))
    case "step-done":
      let help = Help(rawValue: text("help")) ?? .none
      return .stepDone(lesson: text("lesson"), step: number("step"), help)
    case "lesson-done": return .lessonDone(lesson: text("lesson"))
    case "question-answered":
      var result = Result()
      result.points = number("points")
      result.possible = number("of")
      result.met = number("met")
      result.checks = number("checks")
      result.seconds = number("seconds")
      return .questionAnswered(question: text("question"), result)
    default: return nil
    }
  }
}
