import CLibEdit

extension LineReader {
  /// Functions, keys, and the person's own ~/.editrc.
  func configure() {
    pl_set_editor(editor, "emacs")
    // libedit would send signals again to the whole process group.
    pl_set_signal(editor, 0)
    pl_set_getc(editor) { editor, place in
      guard let place else { return -1 }
      return LineReader.of(editor).readCharacter(place)
    }
    addFunctions()
    // As in other shells; libedit's own are "kill region" and "kill everything".
    pl_bind(editor, "^W", "ed-delete-prev-word")
    pl_bind(editor, "^U", "vi-kill-line-prev")
    bindKeys()
    el_source(editor, nil)
    // `bind -v` in ~/.editrc replaces the whole map.
    bindKeys()
    // Ctrl-C and Ctrl-Z arrive as characters while a line is edited; a command that runs gets
    // signals as usual. Taking the keys away instead would be undone at the next raw switch.
    pl_setty(editor, "-d", "-isig")
  }

  private func addFunctions() {
    pl_add_function(editor, "pod-complete", "complete the word") { editor, _ in
      LineReader.of(editor).completeWord()
    }
    pl_add_function(editor, "pod-forward", "go right or take the hint") { editor, _ in
      LineReader.of(editor).goForward()
    }
    pl_add_function(editor, "pod-end", "go to the end or take the hint") { editor, _ in
      LineReader.of(editor).goToEnd()
    }
    pl_add_function(editor, "pod-eof", "delete, or leave when the line is empty") { editor, _ in
      LineReader.of(editor).deleteOrLeave()
    }
    pl_add_function(editor, "pod-paste", "insert a paste as it is") { editor, _ in
      LineReader.of(editor).paste()
    }
  }

  private func bindKeys() {
    for key in KeySequences.keys {
      let octal = "\\" + String(key.code, radix: 8)
      pl_bind(editor, octal, key.function)
      pl_bind_vi_command(editor, octal, key.function)
    }
    pl_bind(editor, "^I", "pod-complete")
    pl_bind(editor, "^R", "em-inc-search-prev")
    pl_bind(editor, "^D", "pod-eof")
  }

  private func deleteOrLeave() -> UInt8 {
    let line = buffer
    if line.text.isEmpty { return UInt8(CC_EOF) }
    guard line.cursor < line.text.count else { return UInt8(CC_ERROR) }
    el_cursor(editor, 1)
    el_deletestr(editor, 1)
    return UInt8(CC_REFRESH)
  }

  private func goForward() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else { return takeHint() }
    el_cursor(editor, 1)
    return UInt8(CC_CURSOR)
  }

  private func goToEnd() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else { return takeHint() }
    el_cursor(editor, Int32(line.text.count - line.cursor))
    return UInt8(CC_CURSOR)
  }

  private func takeHint() -> UInt8 {
    guard let text = currentHint, insert(text) else { return UInt8(CC_ERROR) }
    return UInt8(CC_REFRESH)
  }

  /// Puts text at the cursor.
  func insert(_ text: String) -> Bool {
    el_winsertstr(editor, WideText.terminated(text)) == 0
  }

  private func completeWord() -> UInt8 {
    let line = buffer
    let left = WideText.string(line.text[..<line.cursor])
    let right = WideText.string(line.text[line.cursor...])
    let completion = complete(left)
    guard let step = CompletionStep(left: left, right: right, completion: completion) else {
      return UInt8(CC_REFRESH_BEEP)
    }
    if step.isListing {
      showBelow(completion.candidates)
      return UInt8(CC_NORM)
    }
    if step.removed > 0 { el_deletestr(editor, Int32(step.removed)) }
    return UInt8(insert(Screen.sanitized(step.inserted)) ? CC_REFRESH : CC_REFRESH_BEEP)
  }

  /// Everything up to the end mark goes in as text; line ends stay line ends, so that a whole
  /// manifest is one buffer to edit.
  private func paste() -> UInt8 {
    var characters: [wchar_t] = []
    var character: wchar_t = 0
    while nextCharacter(&character) == 1 {
      characters.append(character == 0x0D ? 0x0A : character)
      guard characters.suffix(KeySequences.pasteEnd.count) != KeySequences.pasteEnd[...] else {
        characters.removeLast(KeySequences.pasteEnd.count)
        break
      }
    }
    if characters.last == 0x0A { characters.removeLast() }
    let text = Screen.sanitized(WideText.string(characters))
    return UInt8(insert(text) ? CC_REFRESH : CC_REFRESH_BEEP)
  }
}
