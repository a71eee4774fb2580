/// Ways to go on, laid out for a screen.
struct CompletionListing {
  var candidates: [Candidate]
  /// Columns of the screen.
  var width: Int
  /// Lines that may be shown.
  var height: Int
  var usesColour = false
  /// Which candidate is marked; it is always among those shown.
  var selected: Int?

  /// Room for a note below which names alone are shown.
  private static let leastNote = 8
  /// Notes are cut rather than making one column of two.
  private static let mostNote = 40
  /// So few stand below each other, where notes are read most easily.
  private static let mostInOneColumn = 10
  /// Nobody looks at more; measuring them all would take long.
  private static let mostMeasured = 2_000

  /// Never more than `height` lines, none wider than the screen.
  var lines: [String] {
    let clean = candidates.prefix(Self.mostMeasured).map {
      Candidate(Screen.sanitized($0.text), note: Screen.sanitized($0.note))
    }
    let nameWidth = min(clean.map { TextWidth.of($0.text) }.max() ?? 0, max(1, width - 1))
    let named = Grid(nameWidth: nameWidth, noteWidth: 0)
    let room = width - 1 - nameWidth - 2
    let widestNote = clean.map { TextWidth.of($0.note) }.max() ?? 0
    guard widestNote > 0, room >= min(Self.leastNote, widestNote) else {
      return rows(clean, in: named)
    }
    if clean.count <= min(height, Self.mostInOneColumn) {
      return rows(clean, in: Grid(nameWidth: nameWidth, noteWidth: room, isSingle: true))
    }
    let noted = Grid(nameWidth: nameWidth, noteWidth: min(widestNote, room, Self.mostNote))
    return rows(clean, in: fits(noted, clean) || !fits(named, clean) ? noted : named)
  }

  /// How wide a column is.
  private struct Grid {
    var nameWidth: Int
    /// Zero where only names are shown.
    var noteWidth: Int
    var isSingle = false

    var cell: Int { nameWidth + (noteWidth > 0 ? noteWidth + 2 : 0) }
    /// Between two columns: more than between a name and its note.
    var gap: Int { noteWidth > 0 ? 4 : 2 }

    /// The last column of the screen stays free: some terminals go to the next row there.
    func columns(in width: Int) -> Int {
      isSingle ? 1 : max(1, (width - 1 + gap) / (cell + gap))
    }

    func rows(of count: Int, in width: Int) -> Int {
      let columns = columns(in: width)
      return (count + columns - 1) / columns
    }
  }

  private func fits(_ grid: Grid, _ shown: [Candidate]) -> Bool {
    candidates.count == shown.count && grid.rows(of: shown.count, in: width) <= height
  }

  /// Cells below each other as `ls` shows them; a part of them when there are too many.
  private func rows(_ clean: [Candidate], in grid: Grid) -> [String] {
    guard !fits(grid, clean) else {
      return rows(clean[...], grid, count: grid.rows(of: clean.count, in: width))
    }
    let page = max(1, height - 1) * grid.columns(in: width)
    let first = min((selected ?? 0) / page * page, max(0, clean.count - 1))
    let shown = clean[first...].prefix(page)
    let more = candidates.count - shown.count
    let count = min(max(1, height - 1), grid.rows(of: shown.count, in: width))
    return rows(shown, grid, count: count)
      + [TextWidth.fitted("… and \(more) more", columns: width - 1)]
  }

  private func rows(_ shown: ArraySlice<Candidate>, _ grid: Grid, count: Int) -> [String] {
    (0..<count).map { row in
      var line = ""
      for place in stride(from: shown.startIndex + row, to: shown.endIndex, by: count) {
        let isLast = place + count >= shown.endIndex
        let name = TextWidth.fitted(shown[place].text, columns: grid.nameWidth)
        let note = TextWidth.fitted(shown[place].note, columns: grid.noteWidth)
        let gap = grid.nameWidth - TextWidth.of(name) + 2
        line += place == selected ? "\u{1B}[7m\(name)\u{1B}[0m" : name
        if !note.isEmpty {
          line += spaces(gap) + (usesColour ? "\u{1B}[90m\(note)\u{1B}[0m" : note)
        }
        guard !isLast else { continue }
        let used = note.isEmpty ? TextWidth.of(name) : grid.nameWidth + 2 + TextWidth.of(note)
        line += spaces(grid.cell - used + grid.gap)
      }
      return line
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
