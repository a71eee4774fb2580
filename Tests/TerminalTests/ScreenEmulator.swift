/// A small terminal: enough of one to see what a person would see.
struct ScreenEmulator {
  let rows: Int
  private(set) var columns: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var kept = (row: 0, column: 0)
  private var parameters: String?
  private var isEscaped = false
  /// A letter follows that chooses a character set.
  private var isChoosing = false
  /// Whether what is written pushes the rest of its row on.
  private var isInserting = false
  private var waiting: [UInt8] = []

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// What stands there, spaces at the ends of lines and empty lines at the end left out.
  var text: String {
    var lines = cells.map { line in
      var shown = line.filter { $0 != ScreenEmulator.covered }
      while shown.last == " " { shown.removeLast() }
      return String(shown)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Where the next character goes; at the end of a full row that is the last column.
  var cursor: (row: Int, column: Int) { (row, min(column, columns - 1)) }

  /// The right half of a wide character.
  private static let covered: Character = "\u{0}"

  mutating func resize(columns: Int) {
    for place in cells.indices {
      let line = cells[place]
      cells[place] =
        columns > line.count
        ? line + Array(repeating: " ", count: columns - line.count) : Array(line.prefix(columns))
    }
    self.columns = columns
    column = min(column, columns - 1)
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    waiting += bytes
    // The last character may still be on its way.
    var end = waiting.count
    while end > 0, waiting.count - end < 3, waiting[end - 1] & 0xC0 == 0x80 { end -= 1 }
    let isWhole = String(validating: waiting, as: UTF8.self) != nil
    let ready = isWhole ? waiting[...] : waiting[..<max(0, end - 1)]
    waiting = Array(waiting[ready.endIndex...])
    for scalar in String(decoding: ready, as: UTF8.self).unicodeScalars { feed(scalar) }
  }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    if var text = parameters {
      if (0x40...0x7E).contains(scalar.value) {
        parameters = nil
        control(scalar, text)
      } else {
        text.unicodeScalars.append(scalar)
        parameters = text
      }
    } else if isChoosing {
      isChoosing = false
    } else if isEscaped {
      isEscaped = false
      switch scalar {
      case "[": parameters = ""
      case "(", ")": isChoosing = true
      case "7": kept = (row, column)
      case "8": (row, column) = kept
      case "M": row = max(0, row - 1)
      default: break
      }
    } else {
      plain(scalar)
    }
  }

  private mutating func plain(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": isEscaped = true
    case "\r": column = 0
    case "\n": newLine()
    case "\u{8}": column = max(0, min(column, columns) - 1)
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\0"..<" ": break
    default: put(Character(scalar), width: scalar.value >= 0x1100 && isWide(scalar) ? 2 : 1)
    }
  }

  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
  }

  private mutating func put(_ character: Character, width: Int) {
    if column + width > columns {
      column = 0
      newLine()
    }
    if isInserting { cells[row].insert(contentsOf: blanks(width), at: column) }
    // Half a wide character is none.
    if cells[row][column] == Self.covered { cells[row][column - 1] = " " }
    let next = column + width
    if next < columns, cells[row][next] == Self.covered { cells[row][next] = " " }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = Self.covered }
    cells[row] = Array(cells[row].prefix(columns))
    column += width  // May stand behind the last column until something more is written.
  }

  private mutating func newLine() {
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func control(_ final: Unicode.Scalar, _ text: String) {
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first.flatMap { $0 }
    let count = max(1, first ?? 1)
    column = min(column, columns - 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, (numbers.dropFirst().first ?? 1) ?? 1)) - 1
    case "J": erase(first ?? 0)
    case "K": eraseLine(first ?? 0)
    case "P": shift(removing: count)
    case "@": cells[row].insert(contentsOf: blanks(count), at: column)
    case "h" where text == "4": isInserting = true
    case "l" where text == "4": isInserting = false
    case "X": for place in column..<min(columns, column + count) { cells[row][place] = " " }
    default: break
    }
    cells[row] = Array(cells[row].prefix(columns))
  }

  private func blanks(_ count: Int) -> [Character] { Array(repeating: " ", count: count) }

  private mutating func shift(removing count: Int) {
    let removed = min(count, columns - column)
    cells[row].removeSubrange(column..<(column + removed))
    cells[row] += blanks(removed)
  }

  private mutating func erase(_ mode: Int) {
    if mode == 2 {
      cells = Array(repeating: blanks(columns), count: rows)
    } else {
      eraseLine(0)
      for place in (row + 1)..<max(row + 1, rows) { cells[place] = blanks(columns) }
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<(column + 1) : 0..<columns
    for place in range { cells[row][place] = " " }
  }
}
