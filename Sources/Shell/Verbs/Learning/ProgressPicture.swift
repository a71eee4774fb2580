import Engine
import Lessons
import Objects

/// What has been learnt, as a picture.
struct ProgressPicture {
  let library: Library
  let progress: Lessons.Progress
  /// Now, by the calendar.
  let today: SimTime
  let usesColour: Bool

  /// How far back the row of days goes.
  private static let daysShown = 28

  func lines(width: Int) -> [String] {
    var lines: [String] = []
    let all = library.lessons.map(\.lesson)
    let count = all.count { progress.finishedLessons.contains($0.id) }
    lines.append("Lessons    \(bar(count, of: all.count, width: width - 40))")
    let parts = library.parts.filter { !$0.lessons.isEmpty }
    // Marks and counts take the rest of the line.
    let longest = min(max(8, width - 28), parts.map { ColumnWidth.of($0.title) }.max() ?? 0)
    for part in parts {
      let finished = part.lessons.count { progress.finishedLessons.contains($0.lesson.id) }
      let title = ColumnWidth.fitted(part.title, columns: longest)
      lines.append(
        "  \(ColumnWidth.padded(title, to: longest))  "
          + part.lessons.map { mark($0.lesson.id) }.joined()
          + "  \(finished) of \(part.lessons.count)")
    }
    lines.append("  \(done) done  \(begun) begun  \(untouched) not yet")
    if !library.questions.isEmpty { lines += ["", "Questions  " + questions] }
    return lines + [""] + help + days
  }

  /// The same for programs.
  var document: APIValue {
    func counted(_ lessons: [Lesson]) -> APIValue {
      let finished = lessons.count { progress.finishedLessons.contains($0.id) }
      let begun = lessons.count {
        progress.startedLessons.contains($0.id) && !progress.finishedLessons.contains($0.id)
      }
      return [
        "done": .integer(Int64(finished)), "begun": .integer(Int64(begun)),
        "total": .integer(Int64(lessons.count)),
      ]
    }
    let parts = library.parts.filter { !$0.lessons.isEmpty }.map { part -> APIValue in
      var document = counted(part.lessons.map(\.lesson))
      document["title"] = .string(part.title)
      return document
    }
    return [
      "lessons": counted(library.lessons.map(\.lesson)), "parts": .array(parts),
      "questions": [
        "answered": .integer(Int64(answered)), "total": .integer(Int64(library.questions.count)),
      ],
      "steps": .object(
        Members(stepsByHelp.map { ($0.key, .integer(Int64($0.count))) })),
      "daysPractised": .integer(Int64(progress.days.count)),
    ]
  }

  // MARK: - Marks

  private func mark(_ id: String) -> String {
    if progress.finishedLessons.contains(id) { return done }
    return progress.startedLessons.contains(id) ? begun : untouched
  }

  private var done: String { usesColour ? "\u{1b}[32m✓\u{1b}[39m" : "#" }
  private var begun: String { usesColour ? "\u{1b}[33m◦\u{1b}[39m" : "o" }
  private var untouched: String { usesColour ? "·" : "." }

  private func bar(_ count: Int, of total: Int, width: Int) -> String {
    let room = max(8, min(30, width))
    // Whoever has done something sees something.
    let filled = count == 0 || total == 0 ? 0 : max(1, count * room / total)
    let full = String(repeating: usesColour ? "█" : "#", count: filled)
    let rest = String(repeating: usesColour ? "░" : ".", count: room - filled)
    return "\(full)\(rest)  \(count) of \(total) done"
  }

  // MARK: - Below the parts

  private var answered: Int {
    library.questions.count { progress.schedule.memories[$0.question.id] != nil }
  }

  private var questions: String {
    "\(answered) of \(library.questions.count) answered"
  }

  /// The last four weeks, a mark a day.
  private var days: [String] {
    let marks = (0..<Self.daysShown).reversed().map { back in
      progress.days.contains(Lessons.Progress.day(of: today - .hours(24 * Int64(back))))
        ? done : untouched
    }
    let weeks = stride(from: 0, to: marks.count, by: 7).map { start in
      marks[start..<start + 7].joined()
    }
    let count = progress.days.count
    return [
      "Days practised  \(count)", "  " + weeks.joined(separator: " ") + "  today",
    ]
  }

  /// How much help the steps took, if any were done.
  private var help: [String] {
    let parts = stepsByHelp.filter { $0.count > 0 }.map { "\($0.count) \($0.word)" }
    return parts.isEmpty ? [] : ["Steps done      " + parts.joined(separator: ", ")]
  }

  private var stepsByHelp: [(key: String, word: String, count: Int)] {
    let steps = progress.stepsDone.values.flatMap(\.values)
    let words: [(help: JournalEntry.Help, key: String, word: String)] = [
      (.none, "onYourOwn", "on your own"), (.hint, "withHints", "with hints"),
      (.solution, "withSolution", "with the solution"), (.skipped, "skipped", "skipped"),
    ]
    return words.map { entry in
      (entry.key, entry.word, steps.count { $0.help == entry.help })
    }
  }
}
