import Engine
import Lessons

/// Practises for interviews.
enum InterviewVerb: Command {
  static let name = "interview"
  static let usage = [
    "interview start [--level L] [--topic T] [--minutes N] [--questions N] [--seed N]",
    "interview question ID", "interview topics", "interview stop",
  ]
  static let summary = "practise for an interview: say it, prove it, follow up"
  static let details = """
    You say your answer, reveal shows what a full one has, mark gives yourself points; then the
    cluster asks for proof, and things happen to it. next goes on.
    """
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty
      ? .choices(["start", "question", "topics", "stop"])
      : words == ["question"] ? .questions : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(
      call.arguments, taking: ["level", "topic", "minutes", "questions", "seed"], for: self)
    let library = session.openLibrary()
    switch arguments.words.first {
    case "topics": topics(library, in: &session)
    case "stop":
      guard session.classroom != nil else { throw .failed("you are not in an interview") }
      session.leaveClassroom()
      session.report("back on your own cluster, as you left it")
    case "question":
      guard arguments.words.count == 2,
        let entry = library.questions.first(where: { $0.question.id == arguments.words[1] })
      else { throw .failed("which question? interview topics lists them") }
      try ask([entry], in: &session)
    case "start", nil:
      let drawn = try draw(arguments, library, session.learnt())
      guard !drawn.isEmpty else { throw .failed("no question fits; interview topics lists them") }
      try ask(drawn, in: &session)
    default: throw .usage("unknown word \(arguments.words[0])", of: self)
    }
    return 0
  }

  private static func topics(_ library: Library, in session: inout Session) {
    let progress = session.learnt()
    let names = Set(library.questions.map(\.question.topic)).sorted()
    for topic in names {
      session.say(topic)
      for entry in library.questions where entry.question.topic == topic {
        let share = progress.results[entry.question.id].map { "\(Int($0.share * 100)) %" } ?? ""
        session.say(
          "  " + ColumnWidth.padded(entry.question.id, to: 26) + ColumnWidth.padded(share, to: 7)
            + entry.question.title)
      }
    }
    if names.isEmpty { session.say("There are no questions here.") }
  }

  private static func draw(
    _ arguments: LabArguments, _ library: Library, _ progress: Lessons.Progress
  ) throws(CommandProblem) -> [(question: Question, file: LibraryFile)] {
    var wish = InterviewDraw.Wish(count: try number(arguments["questions"]) ?? 3)
    wish.topic = arguments["topic"]
    wish.minutes = try number(arguments["minutes"])
    if let level = arguments["level"] {
      guard let found = Level(rawValue: level) else {
        throw .usage("a level is junior, mid or senior", of: self)
      }
      wish.level = found
    }
    var random = SeededRandom(seed: UInt64(try number(arguments["seed"]) ?? 1))
    let drawn = InterviewDraw.draw(
      library.questions.map(\.question), wish, progress: progress, using: &random)
    return drawn.compactMap { question in
      library.questions.first { $0.question.id == question.id }
    }
  }

  private static func number(_ text: String?) throws(CommandProblem) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), number > 0 else {
      throw .usage("\"\(text)\" is no number", of: self)
    }
    return number
  }

  private static func ask(
    _ entries: [(question: Question, file: LibraryFile)], in session: inout Session
  ) throws(CommandProblem) {
    var interview = Interview(question: entries[0].question, file: entries[0].file)
    interview.rest = Array(entries.dropFirst())
    guard session.ask(interview) else {
      throw .failed("the cluster of \(entries[0].question.id) cannot be read")
    }
  }
}
