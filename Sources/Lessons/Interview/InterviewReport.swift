/// How a mock interview went: points by topic and level, time against par, what was lost where,
/// and what to do next. As Markdown.
public struct InterviewReport: Sendable {
  /// A question that was asked, with what its answer was worth.
  public struct Entry: Sendable {
    public var question: Question
    public var result: AnswerResult

    public init(question: Question, result: AnswerResult) {
      self.question = question
      self.result = result
    }
  }

  private let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  public var markdown: String {
    guard !entries.isEmpty else { return "No question has been answered yet.\n" }
    let parts = [total, table(by: "topic", \.topic), table(by: "level", \.level.rawValue)]
    let questions = entries.enumerated().map { part($0.element, number: $0.offset + 1) }
    return (["# Mock interview"] + parts + questions + [next]).joined(separator: "\n\n") + "\n"
  }

  // MARK: - Sums

  private var total: String {
    let count = entries.count == 1 ? "1 question" : "\(entries.count) questions"
    return "**\(Self.percent(entries))** in \(count), \(Self.points(entries)) points, "
      + Self.time(entries)
  }

  private func table(by name: String, _ value: (Question) -> String) -> String {
    let names = Set(entries.map { value($0.question) }).sorted()
    let rows = names.map { name in
      let those = entries.filter { value($0.question) == name }
      return "| \(name) | \(those.count) | \(Self.points(those)) | \(Self.percent(those)) |"
    }
    return (["| \(name) | questions | points | |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private static func points(_ entries: [Entry]) -> String {
    let points = entries.reduce(0) { $0 + $1.result.points }
    return "\(points) of \(entries.reduce(0) { $0 + $1.result.possible })"
  }

  private static func percent(_ entries: [Entry]) -> String {
    let points = entries.reduce(0) { $0 + $1.result.points }
    let possible = entries.reduce(0) { $0 + $1.result.possible }
    return possible == 0 ? "0 %" : "\(points * 100 / possible) %"
  }

  private static func time(_ entries: [Entry]) -> String {
    let seconds = entries.reduce(0) { $0 + $1.result.seconds }
    return "\(clock(seconds)) of \(entries.reduce(0) { $0 + $1.question.par }) min"
  }

  /// Minutes and seconds, as on a watch.
  private static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: - Questions

  private func part(_ entry: Entry, number: Int) -> String {
    var lines = [
      "## \(number). \(entry.question.title)",
      "\(Self.percent([entry])), \(Self.points([entry])) points, \(Self.time([entry]))",
    ]
    let lost = Self.lost(entry)
    if !lost.isEmpty { lines.append(lost.map { "- \($0)" }.joined(separator: "\n")) }
    return lines.joined(separator: "\n\n")
  }

  /// The evidence for every point that was not made.
  private static func lost(_ entry: Entry) -> [String] {
    let result = entry.result
    var lost = zip(entry.question.rubric, result.marks)
      .filter { $0.1 < RubricLine.mostPoints }
      .map { "\($0.0.name), \($0.1) of \(RubricLine.mostPoints): \($0.0.sentence)" }
    lost += result.unmet.map { "not shown: \($0)" }
    switch result.help {
    case .none: break
    case .hint: lost.append("a hint was taken")
    case .solution, .skipped: lost.append("the way was shown")
    }
    let wrong = result.predictions - result.predictionsRight
    if wrong > 0 { lost.append("\(wrong) of \(result.predictions) predictions did not come true") }
    return lost
  }

  // MARK: - Next

  /// Lessons of the weakest questions, the weakest first.
  private var next: String {
    let weak = entries.filter { $0.result.share < Self.mastered && !$0.question.lesson.isEmpty }
      .sorted { $0.result.share < $1.result.share }
    var lessons: [String] = []
    for entry in weak where !lessons.contains(entry.question.lesson) {
      lessons.append(entry.question.lesson)
    }
    let steps = lessons.map { "- `lesson \($0)`" } + ["- `interview review` when they are due"]
    return "## What to do next\n\n" + steps.joined(separator: "\n")
  }

  private static let mastered = 0.85
}
