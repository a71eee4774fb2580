import Lessons
import Simulation

/// The stages of a question: said, revealed, marked, proved, followed up.
extension Session {
  /// Keeps what the learner says beside the model answer to come.
  mutating func keepSaid(_ text: String) throws(CommandProblem) {
    guard var run = interviewRun, run.stage == .asked else {
      throw .failed("there is no question to answer now" + wayToLearn)
    }
    run.said.append(text)
    interviewRun = run
    tell("Kept. Go on, or reveal.")
  }

  /// Shows what a full answer has, to be marked by.
  mutating func reveal() throws(CommandProblem) {
    guard let run = interviewRun, run.stage == .asked else {
      throw .failed("there is nothing to reveal now" + wayToLearn)
    }
    interviewRun?.stage = .marking
    showFullAnswer(run)
    tellHowToMark(run)
  }

  private mutating func showFullAnswer(_ run: InterviewRun) {
    if !run.said.isEmpty {
      tell(styled("You said", "1"))
      for line in run.said { tell("  \(line)", hangingBy: 2) }
      tell()
    }
    tell(styled("A full answer has", "1"))
    let rubric = run.question.rubric.enumerated().map { number, line in
      "\(number + 1). **\(line.name)**: \(line.sentence)"
    }
    showMarkdown(rubric.joined(separator: "\n"))
    tell()
    tell(styled("For example", "1"))
    showMarkdown(run.question.modelAnswer)
    tell()
    tell(styled("Often said, but wrong", "1"))
    showMarkdown(run.question.wrongAnswers)
    tell()
  }

  /// Takes the learner's own marks and goes on.
  mutating func mark(_ points: [Int]) throws(CommandProblem) {
    guard var run = interviewRun, run.stage == .marking else {
      throw .failed("there is nothing to mark; reveal first")
    }
    if run.plan.form == .flash { return try grade(points) }
    let count = run.question.rubric.count
    guard points.count == count, points.allSatisfy({ (0...RubricLine.mostPoints).contains($0) })
    else {
      throw .failed("the rubric has \(count) lines, each worth 0 to \(RubricLine.mostPoints)")
    }
    run.result.marks = points
    interviewRun = run
    tell("\(run.result.points) of \(run.result.possible) points.")
    tell()
    guard let prove = run.question.prove else { return followUp(0) }
    interviewRun?.stage = .proving
    tell("Now show it.")
    tell()
    begin(prove)
    if !run.plan.allowsHelp { tell("check says how far you are; next goes on, done or not.") }
  }

  /// A flash card is graded as a whole.
  private mutating func grade(_ points: [Int]) throws(CommandProblem) {
    guard points.count == 1, let grade = Grade(rawValue: points[0]) else {
      throw .failed("a card is marked 1, 2, 3 or 4")
    }
    closeQuestion(grade)
  }

  // MARK: - On

  /// Goes on: from the proof to the follow-ups, from one to the next, and to the next question.
  mutating func goOnWithInterview() throws(CommandProblem) {
    guard let run = interviewRun else { return }
    switch run.stage {
    case .asked:
      throw .failed("answer first: reveal shows what a full answer has, skip gives it up")
    case .marking: throw .failed("mark your answer first")
    case .proving:
      takeProof()
      followUp(0)
    case .following(let number):
      tellTruth(of: run.question.followUps[number], run)
      followUp(number + 1)
    }
  }

  /// Gives up what the question asks now: it counts nothing.
  mutating func skipInInterview() throws(CommandProblem) {
    guard let run = interviewRun else { return }
    switch run.stage {
    case .asked, .marking:
      if run.stage == .asked { showFullAnswer(run) }
      interviewRun?.stage = .marking
      interviewRun?.result.help = .skipped
      let isCard = run.plan.form == .flash
      try mark(isCard ? [Grade.again.rawValue] : run.question.rubric.map { _ in 0 })
    case .proving, .following: try goOnWithInterview()
    }
  }

  /// Counts what of the proof is met.
  private mutating func takeProof() {
    guard let assignment = classroom?.assignment else { return }
    let results = results(of: assignment)
    // What was shown to the learner proves nothing about them.
    let wasShown = assignment.help == .solution || assignment.help == .skipped
    interviewRun?.result.checks = results.count
    interviewRun?.result.checksMet = wasShown ? 0 : results.count(where: \.verdict.isMet)
    interviewRun?.result.unmet =
      wasShown ? [] : results.filter { !$0.verdict.isMet }.map(\.verdict.explanation)
    if assignment.help != .none { interviewRun?.result.help = assignment.help }
    classroom?.assignment = nil
    guard results.contains(where: { !$0.verdict.isMet }), let solution = assignment.step.solution
    else { return }
    // What follows is about the world as it would be then.
    world = assignment.start
    namespace = assignment.namespace
    _ = runQuietly([solution])
    walkedTimeline = true
    tell("Not all of it was met. It goes on as if it were.")
  }

  private mutating func followUp(_ number: Int) {
    guard let run = interviewRun else { return }
    guard number < run.question.followUps.count else { return closeQuestion() }
    interviewRun?.stage = .following(number)
    interviewRun?.prediction = nil
    tell()
    ask(run.question.followUps[number])
  }

  /// Lets it happen, and compares what the cluster says with what the learner expected.
  private mutating func tellTruth(of followUp: FollowUp, _ run: InterviewRun) {
    if let commands = followUp.commands { _ = runQuietly([commands]) }
    guard let probe = followUp.truth else { return }
    interviewRun?.result.predictions += 1
    let found = values(of: probe, in: evidence(for: nil))
    guard let isRight = tell(truth: found, beside: run.prediction) else { return }
    interviewRun?.result.predictionsRight += isRight ? 1 : 0
    tell(isRight ? "Just as you said." : "Not what you expected: worth another look.")
  }

  /// Nobody helps in a mock.
  func refuseHelpInMock() throws(CommandProblem) {
    guard let run = interviewRun, !run.plan.allowsHelp else { return }
    throw .failed("no hints in a mock interview; next goes on, done or not")
  }
}
