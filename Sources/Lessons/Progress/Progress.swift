/// What the journal says has been learnt.
public struct Progress: Sendable {
  public private(set) var finishedLessons: Set<String> = []
  public private(set) var startedLessons: Set<String> = []
  /// Steps done of each lesson, counted from 0.
  public private(set) var stepsDone: [String: Set<Int>] = [:]
  /// The last result of each question.
  public private(set) var results: [String: JournalEntry.Result] = [:]
  /// How often each question was answered.
  public private(set) var answers: [String: Int] = [:]

  public init(journal lines: [String] = []) {
    for line in lines {
      if let entry = JournalEntry(line: line) { add(entry) }
    }
  }

  public mutating func add(_ entry: JournalEntry) {
    switch entry.event {
    case .lessonStarted(let lesson): startedLessons.insert(lesson)
    case .stepDone(let lesson, let step, _): stepsDone[lesson, default: []].insert(step)
    case .lessonDone(let lesson): finishedLessons.insert(lesson)
    case .questionAnswered(let question, let result):
      results[question] = result
      answers[question, default: 0] += 1
    }
  }
}
