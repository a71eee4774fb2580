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

  /// Questions spread over the topics in turn, those answered least often first; chance decides
  /// among equals.
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
    var timesOfTopic: [String: Int] = [:]
    var time = 0
    while drawn.count < wish.count {
      let rarest = left.indices.min {
        (timesOfTopic[left[$0].topic] ?? 0, $0) < (timesOfTopic[left[$1].topic] ?? 0, $1)
      }
      guard let rarest else { break }
      let question = left.remove(at: rarest)
      if let minutes = wish.minutes, time + question.par > minutes, !drawn.isEmpty { continue }
      drawn.append(question)
      time += question.par
      timesOfTopic[question.topic, default: 0] += 1
    }
    return drawn
  }
}
