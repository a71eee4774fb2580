/// Ways to go on, laid out for a screen.
struct CompletionListing {
  var candidates: [Candidate]
  /// Columns of the screen.
  var width: Int
  /// Lines that may be shown.
  var height: Int
  var usesColour = false

  /// Never more than `height` lines, none wider than the screen.
  var lines: [String] {
    let clean = candidates.map {
      Candidate(Screen.sanitized($0.text), note: Screen.sanitized($0.note))
    }
    let hasNotes = clean.contains { !$0.note.isEmpty }
    return hasNotes && clean.count <= height ? noted(clean) : columns(clean.map(\.text))
  }

  /// One a line, each with its note.
  private func noted(_ candidates: [Candidate]) -> [String] {
    let nameWidth = min(candidates.map { TextWidth.of($0.text) }.max() ?? 0, width - 1)
    return candidates.map { candidate in
      let name = TextWidth.fitted(candidate.text, columns: width - 1)
      let note = TextWidth.fitted(candidate.note, columns: width - nameWidth - 3)
      guard !note.isEmpty else { return name }
      let space = String(repeating: " ", count: nameWidth - TextWidth.of(name) + 2)
      return usesColour ? "\(name)\(space)\u{1B}[90m\(note)\u{1B}[0m" : name + space + note
    }
  }

  /// Names only, read downwards as `ls` shows them.
  private func columns(_ names: [String]) -> [String] {
    let wide = names.map { TextWidth.fitted($0, columns: width - 1) }
    let columnWidth = (wide.map(TextWidth.of).max() ?? 0) + 2
    let columnCount = max(1, (width + 1) / columnWidth)
    let rowsNeeded = (wide.count + columnCount - 1) / columnCount
    guard rowsNeeded > height else { return rows(wide, count: rowsNeeded, columnWidth) }
    let rowCount = max(1, height - 1)
    let shown = Array(wide.prefix(rowCount * columnCount))
    return rows(shown, count: rowCount, columnWidth)
      + ["… and \(wide.count - shown.count) more"]
  }

  private func rows(_ names: [String], count: Int, _ columnWidth: Int) -> [String] {
    (0..<count).map { row in
      var line = ""
      for place in stride(from: row, to: names.count, by: count) {
        let next = place + count < names.count
        let space = next ? columnWidth - TextWidth.of(names[place]) : 0
        line += names[place] + String(repeating: " ", count: space)
      }
      return line
    }
  }
}
