import Engine
import Lessons

/// How ready somebody is for an interview, topic by topic, as a picture.
struct ReadinessOverview {
  let questions: [Question]
  let progress: Lessons.Progress
  /// By the clock on the wall.
  let now: SimTime
  let usesColour: Bool

  private static let weeks = 8
  private static let barWidth = 20

  func lines(width: Int) -> [String] {
    guard !questions.isEmpty else { return ["There are no questions here."] }
    let known = Set(questions.map(\.id))
    let due = progress.schedule.due(at: now).filter(known.contains)
    let new = questions.count { progress.schedule.memories[$0.id] == nil }
    var lines = [
      "\(questions.count) questions: \(due.count) due, \(new) new", "",
      "  " + heading,
    ]
    for topic in Set(questions.map(\.topic)).sorted() { lines.append(line(topic, Set(due))) }
    lines.append("")
    lines.append("  now: the chance that you know a question of the topic")
    if let latest = progress.latestOpenInterview {
      let count = latest.plan.questions.count
      lines.append("  An interview of \(count) questions waits: interview resume")
    }
    return lines + [due.isEmpty ? "Next: interview start" : "Next: interview review"]
  }

  private var heading: String {
    ColumnWidth.padded("topic", to: 15) + ColumnWidth.padded("now", to: Self.barWidth + 8)
      + ColumnWidth.padded("8 weeks", to: Self.weeks + 3) + "due  questions"
  }

  private func line(_ topic: String, _ due: Set<String>) -> String {
    let ids = questions.filter { $0.topic == topic }.map(\.id)
    let readiness = progress.schedule.readiness(for: ids, at: now)
    let count = ids.count(where: due.contains)
    return "  " + ColumnWidth.padded(ColumnWidth.fitted(topic, columns: 14), to: 15)
      + ColumnWidth.padded("\(bar(readiness)) \(percent(readiness))", to: Self.barWidth + 8)
      + ColumnWidth.padded(trend(ids), to: Self.weeks + 3)
      + ColumnWidth.padded("\(count)", to: 5) + "\(ids.count)"
  }

  private func bar(_ share: Double) -> String {
    let filled = Int((share * Double(Self.barWidth)).rounded())
    return String(repeating: usesColour ? "█" : "#", count: filled)
      + String(repeating: usesColour ? "░" : ".", count: Self.barWidth - filled)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// The readiness at the end of each of the last weeks, oldest first.
  private func trend(_ ids: [String]) -> String {
    let marks = Array(usesColour ? "▁▂▃▄▅▆▇█" : "_.-=+*%#")
    return (0..<Self.weeks).reversed().map { back in
      let then = now - .hours(24 * 7 * Int64(back))
      let share = progress.schedule(at: then).readiness(for: ids, at: then)
      return String(marks[min(marks.count - 1, Int(share * Double(marks.count)))])
    }.joined()
  }
}
