import Lessons
import Objects

/// Practises for interviews.
enum InterviewVerb: Answering {
  static let name = "interview"
  static let usage = [
    "interview",
    "interview topics [--json]", "interview search WORDS [--json]",
    "interview start [--level L] [--topic T] [--minutes N] [--questions N] [--seed N]",
    "interview review", "interview flash [--topic T] [--questions N]", "interview question ID",
    "interview pause", "interview resume", "interview leave", "interview drop",
    "interview report [--markdown FILE]",
    "interview sheet [--level L] [--topic T] [--questions N] [--seed N] [--markdown FILE]",
  ]
  static let summary = "practise for an interview: say it, prove it, follow up"
  static let details = """
    You say your answer, reveal shows what a full one has, mark gives yourself points; then the
    cluster asks for proof, and things happen to it. next goes on.
      start     a timed mock, drawn over the topics, without hints; a report at the end
      review    what is due today: what you are about to forget comes first
      flash     questions only, each graded with one number
      question  one question, with hints
      pause     stops the clock until your next line
      leave     keeps your place, resume goes on with it; so does a lost terminal
      drop      leaves an interview begun by mistake: it counts for nothing
      report    the last mock again; sheet prints questions for somebody who interviews
    """
  static let section = CommandSection.learning

  private static let words = [
    "start", "review", "flash", "question", "topics", "search", "pause", "resume", "leave", "drop",
    "report", "sheet",
  ]

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(Self.words) : words == ["question"] ? .questions : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let request = try InterviewRequest(call.arguments)
    switch request.words.first {
    case "topics":
      let questions = session.openLibrary().questions.map(\.question)
      return Answer(.array(questions.map(document))) { $0.tellTopics() }
    case "search":
      let found = try session.found(Array(request.words.dropFirst()))
      return Answer(.array(found.map(document))) { $0.tell(found) }
    default: try call.refuseJSON(of: self)
    }
    switch request.words.first {
    case nil: session.tellReadiness()
    case "start": try session.startMock(request)
    case "review": try session.reviewDue()
    case "flash": try session.flash(request)
    case "question": try session.askSingle(request)
    case "pause": try session.pauseInterview()
    case "resume": try session.resumeInterview()
    case "leave": try session.leaveInterview()
    case "drop": try session.dropInterview()
    case "report": try session.tellReport(request)
    case "sheet": try session.tellSheet(request)
    case let word?:
      let near = Self.words.filter { EditDistance.between($0, word) <= 2 }
      let hint = near.first.map { "; did you mean \($0)?" } ?? ""
      throw .usage("unknown word \(word)\(hint)", of: self)
    }
    return .done()
  }

  private static func document(_ question: Question) -> APIValue {
    [
      "id": .string(question.id), "title": .string(MarkdownText.plainText(question.title)),
      "topic": .string(question.topic), "level": .string(question.level.rawValue),
      "minutes": .integer(Int64(question.par)),
      "lesson": question.lesson.isEmpty ? .null : .string(question.lesson),
    ]
  }
}

/// The words and flags behind `interview`.
struct InterviewRequest {
  var words: [String]
  var level: Level?
  var topic: String?
  var minutes: Int?
  var questions: Int?
  var seed: UInt64?
  /// A file to write to instead of the screen.
  var markdown: String?

  init(_ arguments: [String]) throws(CommandProblem) {
    let read = try LabArguments(
      arguments, taking: ["level", "topic", "minutes", "questions", "seed", "markdown"],
      for: InterviewVerb.self)
    words = read.words
    topic = read["topic"]
    markdown = read["markdown"]
    minutes = try Self.number(read["minutes"])
    questions = try Self.number(read["questions"])
    if let text = read["seed"] {
      guard let number = UInt64(text) else {
        throw .usage("\"\(text)\" is no number", of: InterviewVerb.self)
      }
      seed = number
    }
    guard let text = read["level"] else { return }
    guard let found = Level(rawValue: text) else {
      throw .usage("a level is junior, mid or senior", of: InterviewVerb.self)
    }
    level = found
  }

  private static func number(_ text: String?) throws(CommandProblem) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), (1...1000).contains(number) else {
      throw .usage("\"\(text)\" is no number between 1 and 1000", of: InterviewVerb.self)
    }
    return number
  }

  /// What the draw is asked for.
  func wish(count: Int) -> InterviewDraw.Wish {
    InterviewDraw.Wish(count: questions ?? count, level: level, topic: topic, minutes: minutes)
  }
}
