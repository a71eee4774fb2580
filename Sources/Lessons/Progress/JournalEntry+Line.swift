import Engine
import Manifests
import Objects

extension JournalEntry {
  /// The line to append, without its newline.
  public var line: String {
    var members = Members([("v", .integer(Self.version)), ("at", .string(at.rfc3339))])
    add(event, to: &members)
    return JSON.encode(.object(members), pretty: false)
  }

  private func add(_ event: Event, to members: inout Members) {
    switch event {
    case .lessonStarted(let lesson, let origin):
      members["kind"] = "lesson-started"
      members["lesson"] = .string(lesson)
      if let origin { origin.write(to: &members) }
    case .lineDone(let run, let line):
      members["kind"] = "line-done"
      members["run"] = .string(run)
      line.write(to: &members)
    case .stepDone(let lesson, let result):
      members["kind"] = "step-done"
      members["lesson"] = .string(lesson)
      result.write(to: &members)
    case .lessonDone(let lesson, let run):
      members["kind"] = "lesson-done"
      members["lesson"] = .string(lesson)
      if let run { members["run"] = .string(run) }
    case .runEnded(let run, let end):
      members["kind"] = "run-ended"
      members["run"] = .string(run)
      members["how"] = .string(end.rawValue)
    case .interviewStarted(let plan, let origin):
      members["kind"] = "interview-started"
      plan.write(to: &members)
      origin.write(to: &members)
    case .questionAnswered(let question, let result, let grade, let run):
      members["kind"] = "question-answered"
      members["question"] = .string(question)
      members["grade"] = .string(grade.word)
      result.write(to: &members)
      if let run { members["run"] = .string(run) }
    case .incidentSolved(let seed, let level, let seconds, let budgetLeft):
      members["kind"] = "incident-solved"
      members["seed"] = .string("\(seed)")
      members["level"] = .string(level.rawValue)
      members["seconds"] = .integer(Int64(seconds))
      members["budgetLeft"] = .integer(Int64(budgetLeft))
    }
  }

  /// Reads one line; nil for a torn line or one of a later form, which are passed over.
  public init?(line: String) {
    guard let value = try? JSON.decode(line), value["v"]?.integer == Self.version,
      let at = value["at"]?.string.flatMap(SimTime.init(rfc3339:)),
      let event = Self.event(value)
    else { return nil }
    // What comes behind the seconds is not kept.
    self.init(at: at.wholeSecond, event)
  }

  private static func event(_ value: APIValue) -> Event? {
    let lesson = value["lesson"]?.string ?? ""
    let run = value["run"]?.string
    switch value["kind"]?.string {
    case "lesson-started":
      return .lessonStarted(lesson: lesson, RunOrigin(value))
    case "line-done":
      guard let run, let line = DoneLine(value) else { return nil }
      return .lineDone(run: run, line)
    case "step-done": return .stepDone(lesson: lesson, StepResult(value))
    case "lesson-done": return .lessonDone(lesson: lesson, run: run)
    case "run-ended":
      guard let run, let end = value["how"]?.string.flatMap(RunEnd.init) else { return nil }
      return .runEnded(run: run, end)
    case "question-answered":
      guard let question = value["question"]?.string,
        let grade = value["grade"]?.string.flatMap(Grade.init(word:))
      else { return nil }
      return .questionAnswered(question: question, AnswerResult(value), grade, run: run)
    case "interview-started":
      guard let plan = InterviewPlan(value), let origin = RunOrigin(value) else { return nil }
      return .interviewStarted(plan, origin)
    case "incident-solved":
      guard let seed = value["seed"]?.string.flatMap({ UInt64($0) }),
        let level = value["level"]?.string.flatMap(Level.init)
      else { return nil }
      return .incidentSolved(
        seed: seed, level: level, seconds: value.number("seconds"),
        budgetLeft: value.number("budgetLeft"))
    default: return nil
    }
  }
}

extension APIValue {
  func number(_ name: String) -> Int { self[name]?.journalNumber ?? 0 }

  /// A number of a journal, which anybody may edit: of 32 bits, so that all of them have a sum.
  var journalNumber: Int? { integer.map { Int(Int32(clamping: $0)) } }
}

extension StepResult {
  fileprivate func write(to members: inout Members) {
    members["step"] = .integer(Int64(step))
    members["help"] = .string(help.rawValue)
    members["hints"] = .integer(Int64(hints))
    members["seconds"] = .integer(Int64(seconds))
    if let answer { members["answer"] = .string(answer) }
    if let run { members["run"] = .string(run) }
  }

  fileprivate init(_ value: APIValue) {
    self.init(
      step: value.number("step"),
      help: value["help"]?.string.flatMap(JournalEntry.Help.init) ?? .none,
      hints: value.number("hints"), seconds: value.number("seconds"),
      answer: value["answer"]?.string, run: value["run"]?.string)
  }
}

extension RunOrigin {
  fileprivate func write(to members: inout Members) {
    members["run"] = .string(run)
    // A whole 64-bit number does not fit into every reader's numbers.
    members["seed"] = .string("\(seed)")
    members["version"] = .string(version)
    members["edition"] = .string(edition)
    guard let earlier else { return }
    members["earlier"] = .string(earlier.run)
    members["lines"] = .integer(Int64(earlier.lines))
  }

  fileprivate init?(_ value: APIValue) {
    guard let run = value["run"]?.string, let seed = value["seed"]?.string.flatMap({ UInt64($0) })
    else { return nil }
    self.init(
      run: run, seed: seed, version: value["version"]?.string ?? "",
      edition: value["edition"]?.string ?? "",
      earlier: value["earlier"]?.string.map {
        Earlier(run: $0, lines: max(0, value.number("lines")))
      })
  }
}

extension DoneLine {
  fileprivate func write(to members: inout Members) {
    members["line"] = .string(text)
    members["began"] = .integer(began.milliseconds)
    members["ended"] = .integer(ended.milliseconds)
    if wasCutShort { members["cut"] = true }
    if !keys.isEmpty { members["keys"] = .array(keys.map(\.value)) }
    if !answers.isEmpty { members["host"] = .array(answers.map(\.value)) }
  }

  fileprivate init?(_ value: APIValue) {
    guard let text = value["line"]?.string,
      let began = value["began"]?.integer.flatMap({ SimTime(kept: $0) }),
      let ended = value["ended"]?.integer.flatMap({ SimTime(kept: $0) })
    else { return nil }
    self.init(text: text, began: began, ended: ended)
    wasCutShort = value["cut"] == true
    keys = (value["keys"]?.array ?? []).compactMap(Key.init)
    answers = (value["host"]?.array ?? []).compactMap(HostAnswer.init)
  }
}

extension DoneLine.Key {
  fileprivate var value: APIValue {
    var members = Members([("at", .integer(time.milliseconds))])
    switch kind {
    case .line(let text): members["line"] = .string(text)
    case .interrupt: members["pressed"] = "interrupt"
    case .end: members["pressed"] = "end"
    }
    return .object(members)
  }

  fileprivate init?(_ value: APIValue) {
    guard let time = value["at"]?.integer.flatMap({ SimTime(kept: $0) }) else { return nil }
    if let text = value["line"]?.string {
      self.init(time: time, kind: .line(text))
    } else {
      self.init(time: time, kind: value["pressed"] == "interrupt" ? .interrupt : .end)
    }
  }
}

extension DoneLine.HostAnswer {
  fileprivate var value: APIValue {
    var members = Members([("kind", .string(kind.rawValue)), ("name", .string(name))])
    if let text { members["text"] = .string(text) }
    return .object(members)
  }

  fileprivate init?(_ value: APIValue) {
    guard let kind = value["kind"]?.string.flatMap(Kind.init), let name = value["name"]?.string
    else { return nil }
    self.init(kind: kind, name: name, text: value["text"]?.string)
  }
}
