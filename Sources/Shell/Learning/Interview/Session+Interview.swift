import Engine
import Lessons
import Simulation

extension Session {
  /// The interview under way.
  var interviewRun: InterviewRun? {
    get { if case .interview(let run)? = classroom?.subject { run } else { nil } }
    set { if let newValue { classroom?.subject = .interview(newValue) } }
  }

  // MARK: - In

  /// Begins an interview with its first question; what is missing for it, or nil.
  mutating func begin(_ plan: InterviewPlan, seed: UInt64) -> String? {
    let record = RunRecord(
      origin: origin(named: "interview", edition: edition(of: plan), seed: seed, earlier: nil))
    if let problem = open(plan, record) { return problem }
    noteLesson(.interviewStarted(plan, record.origin))
    tellBeginning(of: plan)
    showQuestion()
    return nil
  }

  /// What the texts of its questions are now, as a number that changes with them.
  func edition(of plan: InterviewPlan) -> String {
    let texts = plan.questions.compactMap { id in
      library?.questions.first { $0.question.id == id }?.file.text
    }
    return RunOrigin.edition(of: texts.joined())
  }

  private mutating func tellBeginning(of plan: InterviewPlan) {
    let count = plan.questions.count
    let questions = count == 1 ? "1 question" : "\(count) questions"
    switch plan.form {
    case .mock:
      let minutes = plan.minutes.map { ", \($0) minutes" } ?? ""
      tell(styled("Mock interview: \(questions)\(minutes)", "1"))
      tell("No hints. interview pause stops the clock, interview leave keeps your place.")
    case .review: tell(styled("Review: \(questions) due", "1"))
    case .flash: tell(styled("Flash: \(questions)", "1"))
    case .question: return
    }
    tell()
  }

  /// Puts the learner before the first question, without a word; what is missing, or nil.
  mutating func open(_ plan: InterviewPlan, _ record: RunRecord) -> String? {
    let library = openLibrary()
    var entries: [InterviewRun.Entry] = []
    for (place, id) in plan.questions.enumerated() {
      guard let entry = library.question(id, variant: record.origin.seed &+ UInt64(place)) else {
        return "there is no question \"\(id)\""
      }
      entries.append(entry)
    }
    runsBegun += 1
    var run = InterviewRun(plan, entries, record: record)
    run.record.lastActive = host.timeOfDay()
    return enterQuestion(of: run)
  }

  /// Gives the question in hand the cluster it wants; what is wrong with that cluster, or nil.
  private mutating func enterQuestion(of run: InterviewRun) -> String? {
    let entry = run.entries[run.place]
    let seed = run.record.origin.seed
    guard
      let start = openLibrary().start(
        cluster: entry.question.cluster, beside: entry.file, seed: seed)
    else { return "the cluster \(entry.question.cluster) of \(entry.question.id) cannot be read" }
    enter(.interview(run), start, files: entry.question.prove?.files ?? [])
    return nil
  }

  // MARK: - The question

  /// The question in hand and what can be done with it now.
  mutating func showQuestion() {
    guard let run = interviewRun else { return }
    let question = run.question
    let number = run.entries.count > 1 ? "Question \(run.place + 1) of \(run.entries.count): " : ""
    tell(styled(number + MarkdownText.plainLine(question.title), "1"))
    tell("\(question.topic), \(question.level.rawValue), \(question.par) min")
    tell()
    showMarkdown(question.say)
    tell()
    switch run.stage {
    case .asked: tellHowToAnswer(run)
    case .marking: tellHowToMark(run)
    case .proving: showAssignment()
    case .following(let number): ask(question.followUps[number])
    }
  }

  private mutating func tellHowToAnswer(_ run: InterviewRun) {
    if run.plan.form == .flash {
      tell("Answer in your head. Then: " + (host.takesShortcuts ? "Enter" : "reveal"))
    } else {
      tell("Say it aloud, or write it down with: say TEXT")
      tell("Then: reveal shows what a full answer has.")
    }
  }

  mutating func tellHowToMark(_ run: InterviewRun) {
    guard run.plan.form != .flash else {
      let grades = "1 forgotten, 2 hard, 3 good, 4 easy"
      return tell("How was it? " + (host.takesShortcuts ? "Press \(grades)" : "\(grades): mark N"))
    }
    let count = run.question.rubric.count
    let numbers = Array(repeating: "N", count: count).joined(separator: " ")
    tell(
      "Mark yours, 0 to \(RubricLine.mostPoints) for each of the \(count) lines: mark \(numbers)")
  }

  /// Asks what will come of what happens next.
  mutating func ask(_ followUp: FollowUp) {
    if let commands = followUp.commands {
      tell("And now this happens:")
      show(commands)
      tell()
    }
    showMarkdown(followUp.question)
    tell("Say what you think with: answer TEXT. next lets it happen.")
  }

  // MARK: - On and out

  /// From a question that has been answered to the next, or to the end. `grade` is the learner's
  /// own; without one it follows from what happened.
  mutating func closeQuestion(_ grade: Grade? = nil) {
    guard var run = interviewRun else { return }
    run.result.seconds = Int(run.spent.milliseconds / 1000)
    run.answered.append(.init(question: run.question, result: run.result))
    let question = run.question
    noteLesson(
      .questionAnswered(
        question: question.id, run.result, grade ?? run.result.grade(par: question.par),
        run: run.record.origin.run))
    let isOver = run.isLast || (run.left.map { $0 <= .zero } ?? false)
    if isOver {
      interviewRun = run
      return finishInterview(run)
    }
    run.advance()
    tell()
    if let problem = enterQuestion(of: run) {
      complain(problem)
      return finishInterview(run)
    }
    showQuestion()
  }

  /// Ends the interview with its report.
  mutating func finishInterview(_ run: InterviewRun) {
    noteLesson(.runEnded(run: run.record.origin.run, .finished))
    tell()
    switch run.plan.form {
    case .mock: showMarkdown(InterviewReport(run.answered).markdown)
    case .review, .flash:
      tell(styled("Done: \(run.answered.count) of \(run.entries.count) questions.", "1"))
    case .question: break
    }
    tellWhenAgain(run)
    leaveClassroom()
    tell("You are back on your own cluster, as you left it.")
  }

  /// When the questions come again.
  private mutating func tellWhenAgain(_ run: InterviewRun) {
    let schedule = learnt().schedule
    for entry in run.answered {
      guard run.plan.form != .mock, let memory = schedule.memories[entry.question.id] else {
        continue
      }
      let days = memory.interval == 1 ? "1 day" : "\(memory.interval) days"
      tell("  \(MarkdownText.plainLine(entry.question.title)): again in \(days)")
      if run.plan.form != .flash, entry.result.share < 1, !entry.question.lesson.isEmpty {
        tell("    to read on: lesson \(entry.question.lesson)")
      }
    }
  }
}
