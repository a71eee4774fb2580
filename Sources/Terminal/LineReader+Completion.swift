import CLibEdit

extension LineReader {
  /// Tab, with `direction` 1, and Shift-Tab: adds what is certain, shows the ways to go on when
  /// nothing is, and then goes through them.
  func completeWord(_ direction: Int) -> UInt8 {
    if menu != nil {
      return changeMenuWord { $0.go(direction) }
    }
    let line = buffer
    let left = WideText.string(line.text[..<line.cursor])
    let right = WideText.string(line.text[line.cursor...])
    let completion = complete(left)
    guard let step = CompletionStep(left: left, right: right, completion: completion) else {
      emit("\u{7}")
      return UInt8(CC_NORM)
    }
    if step.isListing {
      let typed = left.unicodeScalars.dropFirst(max(0, completion.start))
      menu = CompletionMenu(completion.candidates, typed: String(typed))
      return UInt8(CC_NORM)
    }
    if step.removed > 0 { el_deletestr(editor, Int32(step.removed)) }
    return UInt8(insert(Screen.sanitized(step.inserted)) ? CC_REFRESH : CC_REFRESH_BEEP)
  }

  /// Ctrl-G while the ways to go on are shown: the word is as it was typed.
  func giveUpMenu() -> UInt8 {
    guard menu?.selected != nil else {
      menu = nil
      return UInt8(CC_REFRESH)
    }
    let result = changeMenuWord { $0.giveUp() }
    menu = nil
    return result
  }

  private func changeMenuWord(_ change: (inout CompletionMenu) -> Void) -> UInt8 {
    guard var menu else { return UInt8(CC_ERROR) }
    let before = menu.word.unicodeScalars.count
    change(&menu)
    self.menu = menu
    if before > 0 { el_deletestr(editor, Int32(before)) }
    guard !menu.word.isEmpty else { return UInt8(CC_REFRESH) }
    return UInt8(insert(Screen.sanitized(menu.word)) ? CC_REFRESH : CC_REFRESH_BEEP)
  }

  /// `?` where a word could begin lists what may follow; elsewhere it types itself.
  func answerQuestion() -> UInt8 {
    let line = buffer
    let left = WideText.string(line.text[..<line.cursor])
    let isAlone = line.text[line.cursor...].allSatisfy { $0 == 0x20 }
    guard answersQuestions(left), isAlone, QuestionPlace.isBetweenWords(left) else {
      return UInt8(insert("?") ? CC_REFRESH : CC_REFRESH_BEEP)
    }
    showBelow(complete(left).candidates, under: explain(left))
    return UInt8(CC_NORM)
  }

  /// Shows the ways to go on under the line for good, then draws the line again below them.
  private func showBelow(_ candidates: [Candidate], under heading: [String]) {
    let size = size
    let top = heading.map {
      TextWidth.cut(Screen.sanitized($0, keepingColours: usesColour), columns: size.columns)
    }
    let listing = CompletionListing(
      candidates: candidates, width: size.columns, height: max(2, size.rows - top.count - 2),
      usesColour: usesColour)
    let lines = top + (candidates.isEmpty ? [] : listing.lines)
    guard !lines.isEmpty else { return }
    draw()
    leaveLine()
    emit(lines.joined(separator: "\r\n") + "\r\n")
  }
}

/// Where `?` is a question.
enum QuestionPlace {
  /// Whether a word could begin after this text: at the start or behind a space, and outside
  /// quotes. A text of several lines may hold anything.
  static func isBetweenWords(_ text: String) -> Bool {
    var quote: Unicode.Scalar?
    var isEscaped = false
    var isBetween = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" { return false }
      if isEscaped {
        isEscaped = false
        isBetween = false
      } else if let open = quote {
        if scalar == open { quote = nil } else if scalar == "\\", open == "\"" { isEscaped = true }
      } else {
        isBetween = scalar == " "
        if scalar == "'" || scalar == "\"" { quote = scalar }
        isEscaped = scalar == "\\"
      }
    }
    return isBetween && quote == nil && !isEscaped
  }
}
