import CLibEdit

/// Where an edited line stands on the screen, by libedit's rules for wrapping.
struct ScreenLayout: Equatable {
  /// Rows below the one where the prompt begins.
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private(set) var endRow = 0
  /// The column after the last character, counted from 0.
  private(set) var endColumn = 0

  init(promptWidth: Int, text: [wchar_t], cursor: Int, columns: Int) {
    let columns = max(1, columns)
    endRow = promptWidth / columns
    endColumn = promptWidth % columns
    for (place, character) in text.enumerated() {
      if place == cursor { (cursorRow, cursorColumn) = (endRow, endColumn) }
      advance(over: character, columns: columns)
    }
    if cursor >= text.count { (cursorRow, cursorColumn) = (endRow, endColumn) }
  }

  private mutating func advance(over character: wchar_t, columns: Int) {
    if character == 0x0A {
      nextRow()
      return
    }
    let width: Int
    switch character {
    case 0x09: width = 8 - endColumn % 8
    case 0..<0x20, 0x7F: width = 2  // Shown as ^A.
    default:
      // Shown as \U+0301, sign by sign: libedit does so with what is no character to print.
      guard pl_iswprint(character) != 0 else {
        return (0..<(character > 0xFFFF ? 8 : 7)).forEach { _ in advance(by: 1, columns) }
      }
      width = TextWidth.of(character)
    }
    advance(by: width, columns)
  }

  private mutating func advance(by width: Int, _ columns: Int) {
    if endColumn + width > columns { nextRow() }
    endColumn += width
    if endColumn >= columns { nextRow() }
  }

  private mutating func nextRow() {
    endRow += 1
    endColumn = 0
  }

  /// Moves the cursor from its row to the first one.
  var toFirstRow: String { cursorRow > 0 ? "\u{1B}[\(cursorRow)A\r" : "\r" }

  /// Moves the cursor to its column, from any other of its row.
  var toColumn: String { cursorColumn > 0 ? "\r\u{1B}[\(cursorColumn)C" : "\r" }

  /// Moves the cursor from its row to the last one.
  var toLastRow: String { endRow > cursorRow ? "\u{1B}[\(endRow - cursorRow)B" : "" }
}
