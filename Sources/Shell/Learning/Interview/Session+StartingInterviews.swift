import Engine
import Lessons
import Simulation

/// The ways into an interview, and out of it.
extension Session {
  private static let mockQuestions = 5
  private static let mockMinutes = 30
  private static let flashCards = 10

  mutating func startMock(_ request: InterviewRequest) throws(CommandProblem) {
    let seed = request.seed ?? freshSeed
    var wish = request.wish(count: request.minutes == nil ? Self.mockQuestions : 1000)
    wish.minutes = request.minutes ?? Self.mockMinutes
    let drawn = try draw(wish, seed: seed)
    try start(InterviewPlan(.mock, questions: drawn, minutes: wish.minutes), seed: seed)
  }

  mutating func flash(_ request: InterviewRequest) throws(CommandProblem) {
    let seed = request.seed ?? freshSeed
    let drawn = try draw(request.wish(count: Self.flashCards), seed: seed)
    try start(InterviewPlan(.flash, questions: drawn), seed: seed)
  }

  mutating func reviewDue() throws(CommandProblem) {
    let known = Set(openLibrary().questions.map(\.question.id))
    let due = learnt().schedule.due(at: host.timeOfDay() ?? now).filter(known.contains)
    guard !due.isEmpty else {
      throw .failed("nothing is due today; interview start asks something new")
    }
    try start(InterviewPlan(.review, questions: due), seed: freshSeed)
  }

  mutating func askSingle(_ request: InterviewRequest) throws(CommandProblem) {
    guard request.words.count == 2 else {
      throw .usage("which question? interview topics lists them", of: InterviewVerb.self)
    }
    let id = request.words[1]
    let library = openLibrary()
    guard library.question(id) != nil else {
      if let problem = library.problems.first(where: { $0.file.hasSuffix("/\(id).md") }) {
        throw .failed("the question \(id) is broken: \(problem.message)")
      }
      throw .failed("there is no question \"\(id)\"; interview search WORDS finds some")
    }
    let seed = request.seed ?? freshSeed
    try start(InterviewPlan(.question, questions: [id]), seed: seed)
  }

  private mutating func start(_ plan: InterviewPlan, seed: UInt64) throws(CommandProblem) {
    if let problem = begin(plan, seed: seed) { throw .failed(problem) }
  }

  /// Another one each time; in a script the cluster's, so that it says the same each time.
  private var freshSeed: UInt64 {
    if manner == .script { return start.seed }
    return UInt64(bitPattern: (host.timeOfDay() ?? now).milliseconds) &+ UInt64(runsBegun)
  }

  private mutating func draw(
    _ wish: InterviewDraw.Wish, seed: UInt64
  ) throws(CommandProblem) -> [String] {
    var random = SeededRandom(seed: seed)
    let library = openLibrary()
    let topics = Set(library.questions.map(\.question.topic))
    if let topic = wish.topic, !topics.contains(topic) {
      throw .failed("there is no topic \"\(topic)\": \(topics.sorted().joined(separator: ", "))")
    }
    let drawn = InterviewDraw.draw(
      library.questions.map(\.question), wish, progress: learnt(), using: &random)
    guard !drawn.isEmpty else { throw .failed("no question fits; interview topics lists them") }
    return drawn.map(\.id)
  }

  // MARK: - Going on

  mutating func pauseInterview() throws(CommandProblem) {
    guard interviewRun != nil else {
      throw .failed("you are not in an interview; interview start begins one")
    }
    interviewRun?.isPaused = true
    tell("The clock stands until your next line.")
  }

  mutating func resumeInterview() throws(CommandProblem) {
    if interviewRun != nil { return showQuestion() }
    guard let (plan, run) = learnt().latestOpenInterview else {
      throw .failed("no interview was left; interview start begins one")
    }
    if let problem = goOn(plan, run) { throw .failed(problem) }
  }

  /// Goes on where an interview was left: everything done in it is done again, unseen.
  private mutating func goOn(_ plan: InterviewPlan, _ run: RecordedRun) -> String? {
    _ = openLibrary()
    let earlier = RunOrigin.Earlier(run: run.origin.run, lines: run.lines.count)
    let origin = origin(
      named: "interview", edition: edition(of: plan), seed: run.origin.seed, earlier: earlier)
    if let problem = open(plan, RunRecord(origin: origin)) { return problem }
    let isSame = repeatLines(run.lines)
    noteLesson(.interviewStarted(plan, origin))
    let time = host.timeOfDay()
    runRecord?.lastActive = time
    if run.origin.edition != origin.edition || run.origin.version != origin.version || !isSame {
      tell("note: questions or podlab have changed since; interview drop begins afresh.")
    }
    tell("You go on where you left.")
    tell()
    showQuestion()
    return nil
  }

  mutating func leaveInterview() throws(CommandProblem) {
    guard interviewRun != nil else {
      throw .failed("you are not in an interview; interview start begins one")
    }
    leaveClassroom()
    tell("You are back on your own cluster, as you left it. interview resume goes on.")
  }

  mutating func dropInterview() throws(CommandProblem) {
    guard let run = interviewRun else {
      throw .failed("you are not in an interview; interview start begins one")
    }
    noteLesson(.runEnded(run: run.record.origin.run, .dropped))
    leaveClassroom()
    tell("Dropped: it counts for nothing. You are back on your own cluster.")
  }
}
