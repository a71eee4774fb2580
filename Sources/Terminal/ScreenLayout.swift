import CLibEdit

/// What an edited line looks like: the rows it takes and where the cursor stands.
struct ScreenLayout: Equatable {
  /// What stands in each column; a row that goes on in the next has as many as the screen.
  private(set) var rows: [[wchar_t]] = [[]]
  /// Whether a row ends where the screen does, rather than by a line end.
  private(set) var isFull = [false]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  /// How many rows above these there is no room for.
  private(set) var hiddenRows = 0

  var endRow: Int { rows.count - 1 }
  /// The column after the last character, counted from 0.
  var endColumn: Int { rows[endRow].count }

  /// A column of the prompt, which is never drawn again by itself.
  static let promptCell: wchar_t = 1
  /// The right half of a wide character.
  static let covered: wchar_t = 0

  init(promptWidth: Int, text: [wchar_t], cursor: Int, columns: Int) {
    let columns = max(1, columns)
    for _ in 0..<promptWidth { put(Self.promptCell, width: 1, columns) }
    for (place, character) in text.enumerated() {
      if place == cursor { (cursorRow, cursorColumn) = (endRow, endColumn) }
      add(character, columns)
    }
    if cursor >= text.count { (cursorRow, cursorColumn) = (endRow, endColumn) }
  }

  private mutating func add(_ character: wchar_t, _ columns: Int) {
    switch character {
    case 0x0A: nextRow(isFull: false)
    case 0x09:
      let width = min(8 - endColumn % 8, columns - endColumn)
      for _ in 0..<width { put(0x20, width: 1, columns) }
    case 0..<0x20, 0x7F:
      "^\(Unicode.Scalar(UInt8(character) ^ 0x40))".unicodeScalars.forEach {
        put(wchar_t($0.value), width: 1, columns)
      }
    default:
      guard pl_iswprint(character) == 0 else {
        return put(character, width: TextWidth.of(character), columns)
      }
      for sign in WideText.number(of: character).unicodeScalars {
        put(wchar_t(sign.value), width: 1, columns)
      }
    }
  }

  private mutating func put(_ character: wchar_t, width: Int, _ columns: Int) {
    if endColumn + width > columns {
      rows[endRow] += Array(repeating: 0x20, count: columns - endColumn)
      nextRow(isFull: true)
    }
    rows[endRow].append(character)
    if width > 1 { rows[endRow] += Array(repeating: Self.covered, count: width - 1) }
    if endColumn >= columns { nextRow(isFull: true) }
  }

  private mutating func nextRow(isFull: Bool) {
    self.isFull[endRow] = isFull
    rows.append([])
    self.isFull.append(false)
  }

  /// As much of it as fits, with the cursor; what was hidden `before` stays so where that is
  /// possible.
  func fitting(_ height: Int, hiddenBefore before: Int) -> ScreenLayout {
    guard rows.count > height, height > 0 else { return self }
    var start = min(before, rows.count - height)
    start = min(start, cursorRow)
    start = max(start, cursorRow - height + 1)
    var part = self
    part.rows = Array(rows[start..<(start + height)])
    part.isFull = Array(isFull[start..<(start + height)])
    part.cursorRow -= start
    part.hiddenRows = start
    return part
  }
}
