import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LineReader {
  /// The line in hand; `cursor` counts characters.
  var buffer: (text: [wchar_t], cursor: Int) {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let end = line.lastchar,
      let cursor = line.cursor
    else { return ([], 0) }
    return (Array(UnsafeBufferPointer(start: start, count: end - start)), cursor - start)
  }

  var size: (columns: Int, rows: Int) { Screen.size(of: fileno(screen)) }

  var layout: ScreenLayout {
    let line = buffer
    return ScreenLayout(
      promptWidth: prompt.width, text: line.text, cursor: line.cursor, columns: size.columns)
  }

  /// Straight to the screen, in step with what libedit wrote.
  func emit(_ text: String) {
    fputs(text, screen)
    fflush(screen)
  }

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

  /// Draws the hint after the line; libedit never knows.
  func showHint() {
    guard !isHintShown, let text = currentHint else { return }
    let room = size.columns - layout.endColumn - 1
    let shown = String(TextWidth.prefix(of: text, columns: room))
    let width = TextWidth.of(shown)
    guard width > 0 else { return }
    emit("\u{1B}[90m\(shown)\u{1B}[0m\u{1B}[\(width)D")
    isHintShown = true
  }

  // MARK: - Besides the line

  /// Draws what libedit does not know of, and leaves the cursor where it was.
  func showBesides() {
    showHint()
    showMenu()
  }

  /// Takes it away before libedit goes on. It goes out with what libedit writes next.
  func eraseBesides() {
    if isHintShown {
      fputs("\u{1B}[K", screen)
      isHintShown = false
    }
    if isMenuShown {
      let place = layout
      let rows = place.endRow - place.cursorRow + 1
      fputs("\u{1B}[\(rows)B\r\u{1B}[J\u{1B}[\(rows)A\(place.toColumn)", screen)
      isMenuShown = false
    }
  }

  /// The ways to go on, below the line.
  private func showMenu() {
    guard !isMenuShown, let menu else { return }
    let place = layout
    let size = size
    // On a screen with no room below the line only the line shows where one is.
    let room = size.rows - place.endRow - 1
    guard room > 0 else { return }
    let lines = CompletionListing(
      candidates: menu.candidates, width: size.columns, height: room, usesColour: usesColour,
      selected: menu.selected
    ).lines
    let rows = lines.count + place.endRow - place.cursorRow
    let text = lines.map { "\r\n" + $0 }.joined()
    emit("\(place.toLastRow)\(text)\u{1B}[\(rows)A\(place.toColumn)")
    isMenuShown = true
  }

  /// The terminal may have wrapped anew what was drawn: from the first row that the line can be
  /// on now, everything is drawn again.
  func redrawResized() {
    emit(layout.toFirstRow + "\u{1B}[J")
    el_resize(editor)
    pl_refresh(editor)
  }

  /// Marks a line that was given up.
  func showInterrupted() {
    let place = layout
    let column = place.endColumn > 0 ? "\r\u{1B}[\(place.endColumn)C" : "\r"
    emit("\u{1B}7\(place.toLastRow)\(column)^C\u{1B}8")
  }
}
