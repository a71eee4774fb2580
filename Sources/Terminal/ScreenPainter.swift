import CLibEdit

/// What to write so that a screen shows an edited line: as little as possible.
struct ScreenPainter {
  private(set) var text = ""
  private let new: ScreenLayout
  private let old: ScreenLayout?
  private let columns: Int
  private var row: Int
  private var column: Int

  /// `old` is on the screen, with the cursor where it says; without it, the cursor is at the
  /// beginning of an empty row. `prompt` is written where all is drawn.
  init(from old: ScreenLayout?, to new: ScreenLayout, prompt: String, columns: Int) {
    self.new = new
    self.columns = columns
    let goesOn = old?.hiddenRows == new.hiddenRows
    self.old = goesOn ? old : nil
    row = old?.cursorRow ?? 0
    column = old?.cursorColumn ?? 0
    if goesOn {
      change()
    } else {
      if old != nil {
        go(to: 0, 0)
        text += "\u{1B}[J"
      }
      if new.hiddenRows == 0 { text += prompt }
      write(from: (0, 0), to: (new.endRow, new.endColumn))
    }
    go(to: new.cursorRow, new.cursorColumn)
  }

  private mutating func change() {
    guard let old, let start = firstDifference else { return }
    let isAlike = old.rows.count == new.rows.count && old.isFull == new.isFull
    let end = isAlike ? lastDifference : (new.endRow, new.endColumn)
    go(to: start.row, start.column)
    write(from: start, to: end)
    if old.rows.count > new.rows.count { text += "\u{1B}[J" }
  }

  // MARK: - Differences

  private var firstDifference: (row: Int, column: Int)? {
    guard let old else { return nil }
    for row in new.rows.indices {
      guard row < old.rows.count else { return lastOf(row: row - 1) }
      let (before, after) = (old.rows[row], new.rows[row])
      if before != after {
        return (row, zip(before, after).prefix { $0 == $1 }.count)
      }
      if old.isFull[row] != new.isFull[row] { return lastOf(row: row) }
    }
    return old.rows.count > new.rows.count ? (new.endRow, new.endColumn) : nil
  }

  /// Where to go on so that the next row follows: a full row must be filled once more.
  private func lastOf(row: Int) -> (row: Int, column: Int) {
    guard new.isFull[row] else { return (row, new.rows[row].count) }
    let last = new.rows[row].lastIndex { $0 != ScreenLayout.covered }
    return (row, last ?? 0)
  }

  /// Behind the last difference, of two layouts with the same rows.
  private var lastDifference: (row: Int, column: Int) {
    guard let old, let row = new.rows.indices.last(where: { old.rows[$0] != new.rows[$0] })
    else { return (0, 0) }
    let (before, after) = (old.rows[row], new.rows[row])
    guard before.count == after.count else { return (row, after.count) }
    let last = after.indices.last { before[$0] != after[$0] } ?? 0
    // A wide character takes the cursor behind its right half, be that as it was or not.
    let end = after[(last + 1)...].firstIndex { $0 != ScreenLayout.covered } ?? after.count
    return (row, end)
  }

  // MARK: - Writing

  /// Writes what stands from here to there; the cursor is at the start.
  private mutating func write(
    from start: (row: Int, column: Int), to end: (row: Int, column: Int)
  ) {
    for row in start.row...max(start.row, end.row) {
      let cells = new.rows[row]
      let from = row == start.row ? min(start.column, cells.count) : 0
      let to = row == end.row ? max(from, end.column) : cells.count
      write(cells[from..<to], upTo: to)
      let hadMore = old.map { row < $0.rows.count && $0.rows[row].count > cells.count } ?? false
      if hadMore, to == cells.count { text += "\u{1B}[K" }
      if row < end.row { goOn(below: row) }
    }
  }

  private mutating func write(_ cells: ArraySlice<wchar_t>, upTo end: Int) {
    let shown = cells.filter { $0 != ScreenLayout.covered && $0 != ScreenLayout.promptCell }
    text += WideText.string(shown)
    column = end
  }

  /// To the beginning of the next row, which a full row leads to by itself.
  private mutating func goOn(below row: Int) {
    if !new.isFull[row] {
      text += "\r\n"
    } else if new.rows[row + 1].isEmpty {
      // Nothing follows yet that would make the terminal go there.
      text += " \r"
      if let old, row + 1 < old.rows.count { text += "\u{1B}[K" }
    }
    (self.row, column) = (row + 1, 0)
  }

  private mutating func go(to row: Int, _ column: Int) {
    // Behind a full row the cursor is nowhere in particular.
    let isBeyond = self.column >= columns
    if isBeyond || column == 0 && self.column > 0 {
      text += "\r"
      self.column = 0
    }
    if row < self.row { text += "\u{1B}[\(self.row - row)A" }
    if row > self.row { text += "\u{1B}[\(row - self.row)B" }
    let distance = column - self.column
    if distance > 0 { text += "\u{1B}[\(distance)C" }
    if distance < 0 {
      text += distance > -4 ? String(repeating: "\u{8}", count: -distance) : "\u{1B}[\(-distance)D"
    }
    (self.row, self.column) = (row, column)
  }
}
