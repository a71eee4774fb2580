import Engine

/// What the journal says of interviews.
extension Progress {
  /// How often each question was answered.
  public var timesAnswered: [String: Int] {
    answers.reduce(into: [:]) { $0[$1.question, default: 0] += 1 }
  }

  /// What was remembered at an earlier moment.
  public func schedule(at time: SimTime) -> ReviewSchedule {
    var schedule = ReviewSchedule()
    for answer in answers where answer.at <= time {
      schedule.answered(answer.question, answer.grade, at: answer.at)
    }
    return schedule
  }

  /// The interview to go on with: the latest begun, if it has not ended.
  public var latestOpenInterview: (plan: InterviewPlan, run: RecordedRun)? {
    guard let run = latestInterview(where: { _ in true }), run.end == nil,
      case .interview(let plan) = run.subject, let whole = whole(run)
    else { return nil }
    return (plan, whole)
  }

  /// The answers of the mock interview that was finished last.
  public var lastMock: [RecordedAnswer]? {
    let run = latestInterview {
      if case .interview(let plan) = $0.subject {
        plan.form == .mock && $0.end == .finished
      } else {
        false
      }
    }
    guard let run else { return nil }
    let ids = lineage(of: run)
    return answers.filter { $0.run.map(ids.contains) ?? false }
  }
}
