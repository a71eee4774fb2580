import Engine
import Lessons

/// An interview under way: the question in hand and those still to come.
struct Interview: Sendable {
  /// Where the question in hand is.
  enum Stage: Sendable, Equatable {
    /// It has been asked; the learner speaks or thinks.
    case saying
    /// The rubric lies open; the learner marks the answer.
    case marking
    /// Something is to be shown on the cluster.
    case proving
    /// A follow-up of this number has been asked.
    case following(Int)
    case finished
  }

  var question: Question
  var file: LibraryFile
  var rest: [(question: Question, file: LibraryFile)] = []
  var stage = Stage.saying
  var result = JournalEntry.Result()
  var startedAt: Int64?
  /// The results so far, for the end.
  var results: [(title: String, topic: String, share: Double)] = []
}

extension Session {
  private var interview: Interview? {
    get {
      if case .interview(let interview)? = classroom?.subject { interview } else { nil }
    }
    set { if let newValue { classroom?.subject = .interview(newValue) } }
  }

  /// Asks a question, on the cluster it wants.
  mutating func ask(_ interview: Interview) -> Bool {
    let library = openLibrary()
    let question = interview.question
    guard
      let start = library.start(
        cluster: question.cluster, beside: interview.file, seed: self.start.seed)
    else { return false }
    var interview = interview
    interview.startedAt = host.wallClock?()
    enter(.interview(interview), start, files: question.prove?.files ?? [])
    say(styled(question.title, "1") + "  (\(question.topic), \(question.level.rawValue))")
    say("")
    showMarkdown(question.say)
    say("")
    say("Say it aloud or write it down; a good answer takes \(question.par) minutes.")
    say("Then: reveal shows what a full answer has.")
    return true
  }

  /// Shows what a full answer has, to be marked by.
  mutating func reveal() throws(CommandProblem) {
    guard var interview, interview.stage == .saying else {
      throw .failed("there is no question to reveal")
    }
    interview.stage = .marking
    self.interview = interview
    let rubric = interview.question.rubric.enumerated().map { number, line in
      "\(number + 1). **\(line.name)**: \(line.sentence)"
    }
    showMarkdown(rubric.joined(separator: "\n"))
    say("")
    say("A good answer:")
    showMarkdown(interview.question.modelAnswer)
    say("")
    say("Often said, but wrong:")
    showMarkdown(interview.question.wrongAnswers)
    say("")
    let count = interview.question.rubric.count
    say(
      "Mark yours, 0 to 2 for each of the \(count): mark "
        + (0..<count).map { _ in "N" }.joined(separator: " "))
  }

  mutating func mark(_ points: [Int]) throws(CommandProblem) {
    guard var interview, interview.stage == .marking else {
      throw .failed("there is nothing to mark; reveal first")
    }
    guard points.count == interview.question.rubric.count else {
      throw .failed("the rubric has \(interview.question.rubric.count) lines")
    }
    interview.result.points = points.reduce(0, +)
    interview.result.possible = RubricLine.mostPoints * points.count
    interview.stage = .proving
    self.interview = interview
    say("\(interview.result.points) of \(interview.result.possible) points.")
    if let prove = interview.question.prove {
      say("")
      say("Now show it.")
      begin(prove)
    } else {
      try goOnWithInterview()
    }
  }

  /// From the proof to the follow-ups, and from the last of them to the next question.
  mutating func goOnWithInterview() throws(CommandProblem) {
    guard var interview else { return }
    let next: Int
    switch interview.stage {
    case .saying: throw .failed("reveal first, or interview stop")
    case .marking: throw .failed("mark your answer first, or interview stop")
    case .proving:
      if let assignment = classroom?.assignment {
        let results = results(of: assignment)
        // What was shown to the learner proves nothing about them.
        let wasShown = assignment.help == .solution || assignment.help == .skipped
        interview.result.met = wasShown ? 0 : results.count(where: \.verdict.isMet)
        interview.result.checks = results.count
      }
      classroom?.assignment = nil
      next = 0
    case .following(let number):
      if let truth = interview.question.followUps[number].truth {
        say("The cluster says: \(self.truth(truth))")
      }
      next = number + 1
    case .finished: return
    }
    guard next < interview.question.followUps.count else { return finish(interview) }
    let followUp = interview.question.followUps[next]
    interview.stage = .following(next)
    self.interview = interview
    if let commands = followUp.commands {
      say("And now this happens: \(commands.text)")
      run(commands.text)
    }
    showMarkdown(followUp.question)
    say("next shows what the cluster says.")
  }

  private mutating func finish(_ interview: Interview) {
    var interview = interview
    if let begun = interview.startedAt, let clock = host.wallClock {
      interview.result.seconds = Int((clock() - begun) / 1000)
    }
    note(.questionAnswered(question: interview.question.id, interview.result))
    let share = interview.result.share
    say("\(interview.question.title): \(Int(share * 100)) %")
    if !interview.question.lesson.isEmpty {
      say("To read on: lesson \(interview.question.lesson)")
    }
    interview.results.append((interview.question.title, interview.question.topic, share))
    guard let next = interview.rest.first else {
      if interview.results.count > 1 {
        say("")
        for result in interview.results { say("  \(Int(result.share * 100)) %  \(result.title)") }
      }
      leaveClassroom()
      return
    }
    say("")
    var following = Interview(question: next.question, file: next.file)
    following.rest = Array(interview.rest.dropFirst())
    following.results = interview.results
    if !ask(following) { leaveClassroom() }
  }
}
