import CLibEdit

extension LineReader {
  func goForward() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else { return takeHint() }
    el_cursor(editor, 1)
    return UInt8(CC_CURSOR)
  }

  func goToEnd() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else { return takeHint() }
    el_cursor(editor, Int32(line.text.count - line.cursor))
    return UInt8(CC_CURSOR)
  }

  /// libedit in vi mode would stay behind the spaces in front.
  func goToStart() -> UInt8 {
    el_cursor(editor, Int32(-buffer.cursor))
    return UInt8(CC_CURSOR)
  }

  /// Behind the next word, of the line or of the hint.
  func goToNextWord() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else {
      guard let hint = currentHint, insert(Self.firstWord(of: hint)) else {
        return UInt8(CC_ERROR)
      }
      return UInt8(CC_REFRESH)
    }
    let rest = WideText.string(line.text[line.cursor...])
    el_cursor(editor, Int32(Self.firstWord(of: rest).unicodeScalars.count))
    return UInt8(CC_CURSOR)
  }

  /// What is no word, and the word behind it.
  static func firstWord(of text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { isInWord($0) } ?? scalars.endIndex
    let end = scalars[start...].firstIndex { !isInWord($0) } ?? scalars.endIndex
    return String(scalars[..<end])
  }

  static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "*?_-.[]~=".unicodeScalars.contains(scalar)
  }

  private func takeHint() -> UInt8 {
    guard let text = currentHint, insert(text) else { return UInt8(CC_ERROR) }
    return UInt8(CC_REFRESH)
  }

  // MARK: - Lines of one buffer

  /// To the same column of the line above, or its end.
  func goUp() -> UInt8 {
    let line = buffer
    let before = line.text[..<line.cursor]
    guard let end = before.lastIndex(of: 0x0A) else { return UInt8(CC_ERROR) }
    let column = line.cursor - end - 1
    let start = before[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    el_cursor(editor, Int32(min(start + column, end) - line.cursor))
    return UInt8(CC_CURSOR)
  }

  func goDown() -> UInt8 {
    let line = buffer
    guard let end = line.text[line.cursor...].firstIndex(of: 0x0A) else { return UInt8(CC_ERROR) }
    let start = line.text[..<line.cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let nextEnd = line.text[(end + 1)...].firstIndex(of: 0x0A) ?? line.text.count
    el_cursor(editor, Int32(min(end + 1 + line.cursor - start, nextEnd) - line.cursor))
    return UInt8(CC_CURSOR)
  }

  // MARK: - From elsewhere

  /// The last word of the command before; asked again at once, of the one before that.
  func insertLastArgument() -> UInt8 {
    let line = buffer
    var age = 0
    if let earlier = argument, earlier.cursor == line.cursor,
      WideText.string(line.text[..<line.cursor]).hasSuffix(earlier.text)
    {
      age = earlier.age + 1
      guard lastWord(ofCommand: age) != nil else { return UInt8(CC_ERROR) }
      el_deletestr(editor, Int32(earlier.text.unicodeScalars.count))
    }
    guard let word = lastWord(ofCommand: age), insert(word) else { return UInt8(CC_ERROR) }
    argument = (word, age, buffer.cursor)
    return UInt8(CC_REFRESH)
  }

  /// The last word of the newest command, for 0, or of one so much older.
  private func lastWord(ofCommand age: Int) -> String? {
    var text = pl_hist_text(history, H_FIRST)
    for _ in 0..<age where text != nil { text = pl_hist_text(history, H_NEXT) }
    guard let text else { return nil }
    let entry = WideText.string(UnsafeBufferPointer(start: text, count: wcslen(text)))
    return Self.lastWord(of: entry)
  }

  /// Words in quotes stay whole, with their quotes.
  static func lastWord(of text: String) -> String? {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if quote == nil, character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      word.append(character)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      }
    }
    return word.isEmpty ? words.last : word
  }

  /// Opens the line in the person's editor; what comes back is the line to go on with.
  func editElsewhere() -> UInt8 {
    let line = buffer
    draw()
    leaveLine()
    emit("\u{1B}[?2004l")
    pl_prep_term(editor, 0)
    let edited = Self.edited(WideText.string(line.text))
    if let edited {
      el_cursor(editor, Int32(line.text.count - line.cursor))
      el_deletestr(editor, Int32(line.text.count))
      if !edited.isEmpty { _ = insert(Screen.sanitized(edited)) }
    }
    drawAnew()
    return UInt8(edited == nil ? CC_ERROR : CC_NORM)
  }

  private static func edited(_ text: String) -> String? {
    do throws(HostError) {
      let path = try HostFiles.temporaryFile(text + "\n", ending: ".sh")
      defer { HostFiles.remove(path) }
      try HostFiles.edit(path, with: ["VISUAL", "EDITOR"])
      var edited = try HostFiles.read(path)
      while edited.last == "\n" { edited.removeLast() }
      return edited
    } catch {
      return nil
    }
  }
}
