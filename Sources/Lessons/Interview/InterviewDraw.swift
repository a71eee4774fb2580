import Engine

/// Draws the questions of a mock interview.
public enum InterviewDraw {
  /// What is asked for.
  public struct Wish: Sendable {
    public var count: Int
    public var level: Level?
    public var topic: String?
    /// The pars of the questions drawn add up to no more, except for a single one.
    public var minutes: Int?

    public init(count: Int, level: Level? = nil, topic: String? = nil, minutes: Int? = nil) {
      self.count = count
      self.level = level
      self.topic = topic
      self.minutes = minutes
    }
  }

  /// Questions spread over the topics in turn, among those over what is to be said and what is to
  /// be shown, and over the levels; those answered least often first, and chance decides among
  /// equals.
  public static func draw(
    _ questions: [Question], _ wish: Wish, progress: Progress = Progress(),
    using random: inout SeededRandom
  ) -> [Question] {
    let fitting = questions.sorted { $0.id < $1.id }.filter {
      (wish.level == nil || $0.level == wish.level)
        && (wish.topic == nil || $0.topic == wish.topic)
    }
    let times = progress.timesAnswered
    var left = fitting.map { (question: $0, rank: (times[$0.id] ?? 0, random.next())) }
      .sorted { $0.rank < $1.rank }.map(\.question)
    var drawn: [Question] = []
    var strata = Strata()
    var time = 0
    while drawn.count < wish.count {
      let rarest = left.indices.min { strata.rank(left[$0], $0) < strata.rank(left[$1], $1) }
      guard let rarest else { break }
      let question = left.remove(at: rarest)
      if let minutes = wish.minutes, time + question.par > minutes, !drawn.isEmpty { continue }
      drawn.append(question)
      time += question.par
      strata.count(question)
    }
    return drawn
  }

  /// How many questions of each topic, form and level have been drawn.
  private struct Strata {
    private var topics: [String: Int] = [:]
    private var forms: [Bool: Int] = [:]
    private var levels: [Level: Int] = [:]

    /// The lowest is drawn next; `place` says which comes first among equals.
    func rank(_ question: Question, _ place: Int) -> (Int, Int, Int, Int) {
      (
        topics[question.topic] ?? 0, forms[question.prove != nil] ?? 0,
        levels[question.level] ?? 0, place
      )
    }

    mutating func count(_ question: Question) {
      topics[question.topic, default: 0] += 1
      forms[question.prove != nil, default: 0] += 1
      levels[question.level, default: 0] += 1
    }
  }
}
