import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libedit edits the line, but what it would write goes nowhere: it loses count of wide characters
/// and of marks without width. The line is drawn here, whenever nothing more waits to be read.
extension LineReader {
  /// The line in hand; `cursor` counts characters.
  var buffer: (text: [wchar_t], cursor: Int) {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let end = line.lastchar,
      let cursor = line.cursor
    else { return ([], 0) }
    return (Array(UnsafeBufferPointer(start: start, count: end - start)), cursor - start)
  }

  var size: (columns: Int, rows: Int) { Screen.size(of: fileno(screen)) }

  /// Straight to the screen.
  func emit(_ text: String) {
    fputs(text, screen)
    fflush(screen)
  }

  /// Makes the screen show the line as it is now.
  func draw() {
    let line = buffer
    draw(line.text, cursor: line.cursor)
  }

  func draw(_ text: [wchar_t], cursor: Int) {
    let size = size
    let whole = ScreenLayout(
      promptWidth: prompt.width, text: text, cursor: cursor, columns: size.columns)
    let layout = whole.fitting(size.rows, hiddenBefore: drawn?.hiddenRows ?? 0)
    let painter = ScreenPainter(
      from: drawn, to: layout, prompt: prompt.text, columns: size.columns)
    drawn = layout
    if !painter.text.isEmpty { emit(painter.text) }
  }

  /// Leaves the line on the screen as it is; what is written next begins below it.
  func leaveLine(with mark: String = "") {
    eraseBesides()
    if let drawn {
      let end = drawn.endColumn > 0 ? "\u{1B}[\(drawn.endColumn)C" : ""
      emit("\(drawn.toLastRow)\r\(mark.isEmpty ? "" : end + mark)\r\n")
    }
    drawn = nil
  }

  // MARK: - Besides the line

  /// The hint for the line, if the cursor is at its end. Without colour it could not be told
  /// from what was typed.
  var currentHint: String? {
    guard usesColour else { return nil }
    let line = buffer
    guard line.cursor == line.text.count, !line.text.contains(0x0A) else { return nil }
    let text = hint(WideText.string(line.text)).map { Screen.sanitized($0) }
    guard let text, !text.isEmpty, !text.contains("\n") else { return nil }
    return text
  }

  /// Draws what is no part of the line, and leaves the cursor where it was.
  func showBesides() {
    showHint()
    showMenu()
  }

  private func showHint() {
    guard !isHintShown, menu == nil, let drawn, let text = currentHint else { return }
    let room = size.columns - drawn.endColumn - 1
    let shown = String(TextWidth.prefix(of: text, columns: room))
    let width = TextWidth.of(shown)
    guard width > 0 else { return }
    emit("\u{1B}[90m\(shown)\u{1B}[0m\u{1B}[\(width)D")
    isHintShown = true
  }

  /// Takes it away. It goes out with what is written next.
  func eraseBesides() {
    if isHintShown {
      fputs("\u{1B}[K", screen)
      isHintShown = false
    }
    if isMenuShown, let drawn {
      let rows = drawn.endRow - drawn.cursorRow + 1
      fputs("\u{1B}[\(rows)B\r\u{1B}[J\u{1B}[\(rows)A\(drawn.toColumn)", screen)
    }
    isMenuShown = false
  }

  /// The ways to go on, below the line.
  private func showMenu() {
    guard !isMenuShown, let menu, let drawn else { return }
    let size = size
    // On a screen with no room below the line only the line shows where one is.
    let room = size.rows - drawn.endRow - 1
    guard room > 0 else { return }
    let lines = CompletionListing(
      candidates: menu.candidates, width: size.columns, height: room, usesColour: usesColour,
      selected: menu.selected
    ).lines
    let rows = lines.count + drawn.endRow - drawn.cursorRow
    let text = lines.map { "\r\n" + $0 }.joined()
    emit("\(drawn.toLastRow)\(text)\u{1B}[\(rows)A\(drawn.toColumn)")
    isMenuShown = true
  }

  // MARK: - From scratch

  /// The terminal may have wrapped anew what was drawn: from the first row that the line can be
  /// on now, everything is drawn again.
  func redrawResized() {
    eraseBesides()
    guard drawn != nil else { return }
    let line = buffer
    let layout = ScreenLayout(
      promptWidth: prompt.width, text: line.text, cursor: line.cursor, columns: size.columns)
    let up = min(layout.cursorRow, size.rows - 1)
    emit((up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J")
    el_resize(editor)
    drawn = nil
    draw()
  }

  func clearScreen() -> UInt8 {
    emit("\u{1B}[H\u{1B}[2J")
    drawn = nil
    return UInt8(CC_NORM)
  }
}

extension ScreenLayout {
  /// Moves the cursor from its row to the last one.
  fileprivate var toLastRow: String {
    endRow > cursorRow ? "\u{1B}[\(endRow - cursorRow)B" : ""
  }

  /// Moves the cursor to its column, from any other of its row.
  fileprivate var toColumn: String {
    cursorColumn > 0 ? "\r\u{1B}[\(cursorColumn)C" : "\r"
  }
}
