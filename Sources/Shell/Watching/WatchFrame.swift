import Engine
import Kubectl
import Lessons

/// What somebody who watches sees: the title, the part of the output that fits, the keys.
struct WatchFrame {
  private let title: String?
  private let marksDifferences: Bool
  private var lines: [String] = []
  /// Places in each line that differ from the look before.
  private var changed: [Range<Int>?] = []
  /// How many lines have been scrolled away.
  private var hidden = 0

  init(_ lookout: Lookout) {
    let options = lookout.options
    title = options.hasTitle ? "Every \(options.interval.goText): \(lookout.command)" : nil
    marksDifferences = options.marksDifferences
  }

  var count: Int { lines.count }

  mutating func take(_ chunks: [Reply.Chunk]) {
    let text = chunks.map(\.text).joined()
    let before = lines
    lines = Lines(text.replacing("\t", with: "        ")).lines
    guard marksDifferences else { return }
    changed = lines.enumerated().map { place, line in
      place < before.count ? Self.difference(before[place], line) : nil
    }
  }

  /// From the first character that is another to the last. Coloured lines are left as they are.
  private static func difference(_ old: String, _ new: String) -> Range<Int>? {
    guard old != new, !new.unicodeScalars.contains("\u{1B}") else { return nil }
    let (old, new) = (Array(old), Array(new))
    let same = zip(old, new).prefix { $0 == $1 }.count
    let sameEnd = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let end = max(same, new.count - min(sameEnd, new.count - same))
    return same < end ? same..<end : nil
  }

  mutating func scroll(by count: Int, rows: Int) {
    hidden = max(0, min(hidden + count, lines.count - room(rows)))
  }

  /// How many lines of output fit.
  func room(_ rows: Int) -> Int { max(1, rows - (title == nil ? 1 : 3)) }

  func drawn(at now: SimTime, _ pace: Pace, columns: Int, rows: Int) -> [String] {
    let room = room(rows)
    let first = max(0, min(hidden, lines.count - room))
    let last = min(lines.count, first + room)
    var shown = title.map { [head($0, now.clockText, columns), ""] } ?? []
    shown += (first..<last).map(marked)
    while shown.count < rows - 1 { shown.append("") }
    shown.append(foot(pace, above: first, below: lines.count - last, columns: columns))
    return shown
  }

  private func head(_ title: String, _ clock: String, _ columns: Int) -> String {
    let left = ColumnWidth.fitted(title, columns: max(0, columns - clock.count - 1))
    let gap = max(1, columns - ColumnWidth.of(left) - clock.count)
    return left + String(repeating: " ", count: gap) + clock
  }

  private func marked(_ place: Int) -> String {
    let line = lines[place]
    guard place < changed.count, let range = changed[place] else { return line }
    let characters = Array(line)
    return String(characters[..<range.lowerBound]) + "\u{1B}[7m" + String(characters[range])
      + "\u{1B}[0m" + String(characters[range.upperBound...])
  }

  private func foot(_ pace: Pace, above: Int, below: Int, columns: Int) -> String {
    var words = [pace.text]
    if above > 0 { words.append("↑\(above)") }
    if below > 0 { words.append("↓\(below)") }
    words += pace.isPaused ? ["space goes on", "→ steps"] : ["space pauses", "+ − speed"]
    return ColumnWidth.fitted((words + ["q leaves"]).joined(separator: "   "), columns: columns)
  }
}
