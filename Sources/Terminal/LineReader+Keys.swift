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
    el_source(editor, nil)
    // `bind -v` in ~/.editrc replaces the whole map: ours come after it, the person's own last.
    bindKeys()
    Editrc.bindings().forEach { Editrc.apply($0, to: editor) }
    // Ctrl-C and Ctrl-Z arrive as characters while a line is edited; a command that runs gets
    // signals as usual. Taking the keys away instead would be undone at the next raw switch.
    pl_setty(editor, "-d", "-isig")
  }

  private func addFunctions() {
    pl_add_function(editor, "pod-complete", "complete the word") { editor, _ in
      LineReader.of(editor).completeWord(1)
    }
    pl_add_function(editor, "pod-complete-back", "go back through completions") { editor, _ in
      LineReader.of(editor).completeWord(-1)
    }
    pl_add_function(editor, "pod-give-up-menu", "leave the word as it was typed") { editor, _ in
      LineReader.of(editor).giveUpMenu()
    }
    pl_add_function(editor, "pod-question", "list what may follow") { editor, _ in
      LineReader.of(editor).answerQuestion()
    }
    pl_add_function(editor, "pod-eof", "delete, or leave when the line is empty") { editor, _ in
      LineReader.of(editor).deleteOrLeave()
    }
    pl_add_function(editor, "pod-delete", "delete the next character") { editor, _ in
      LineReader.of(editor).deleteNext()
    }
    pl_add_function(editor, "pod-paste", "insert a paste as it is") { editor, _ in
      LineReader.of(editor).paste()
    }
    pl_add_function(editor, "pod-clear", "clear the screen") { editor, _ in
      LineReader.of(editor).clearScreen()
    }
    pl_add_function(editor, "pod-edit", "edit the line in $EDITOR") { editor, _ in
      LineReader.of(editor).editElsewhere()
    }
    pl_add_function(editor, "pod-last-argument", "insert the last word of before") { editor, _ in
      LineReader.of(editor).insertLastArgument()
    }
    addMovements()
    addKilling()
  }

  private func addKilling() {
    pl_add_function(editor, "pod-kill-end", "kill to the end") { editor, _ in
      LineReader.of(editor).kill(.toEnd)
    }
    pl_add_function(editor, "pod-kill-start", "kill to the beginning") { editor, _ in
      LineReader.of(editor).kill(.toStart)
    }
    pl_add_function(editor, "pod-kill-word", "kill back to a space") { editor, _ in
      LineReader.of(editor).kill(.wordBefore)
    }
    pl_add_function(editor, "pod-kill-back", "kill a part of a word back") { editor, _ in
      LineReader.of(editor).kill(.partBefore)
    }
    pl_add_function(editor, "pod-kill-on", "kill a part of a word") { editor, _ in
      LineReader.of(editor).kill(.partAfter)
    }
    pl_add_function(editor, "pod-yank", "insert what was killed") { editor, _ in
      LineReader.of(editor).yank()
    }
  }

  private func addMovements() {
    pl_add_function(editor, "pod-forward", "go right or take the hint") { editor, _ in
      LineReader.of(editor).goForward()
    }
    pl_add_function(editor, "pod-next-word", "go a word on or take one of the hint") { editor, _ in
      LineReader.of(editor).goToNextWord()
    }
    pl_add_function(editor, "pod-end", "go to the end or take the hint") { editor, _ in
      LineReader.of(editor).goToEnd()
    }
    pl_add_function(editor, "pod-home", "go to the beginning") { editor, _ in
      LineReader.of(editor).goToStart()
    }
    pl_add_function(editor, "pod-line-up", "go a line up") { editor, _ in
      LineReader.of(editor).goUp()
    }
    pl_add_function(editor, "pod-line-down", "go a line down") { editor, _ in
      LineReader.of(editor).goDown()
    }
  }

  private func bindKeys() {
    let keys = KeySequences.keys.map { ($0.code, $0.function) } + KeySequences.others
    for (code, function) in keys {
      let octal = "\\" + String(code, radix: 8)
      pl_bind(editor, octal, function)
      pl_bind_vi_command(editor, octal, function)
    }
    pl_bind(editor, "^I", "pod-complete")
    pl_bind(editor, "^R", "em-inc-search-prev")
    pl_bind(editor, "^D", "pod-eof")
    pl_bind(editor, "^L", "pod-clear")
    pl_bind_vi_command(editor, "^L", "pod-clear")
    pl_bind(editor, "?", "pod-question")
    if pl_uses_vi(editor) == 1 {
      pl_bind_vi_command(editor, "v", "pod-edit")
      pl_bind_vi_command(editor, "^R", "em-inc-search-prev")
      return
    }
    // In vi mode sequences would take ESC away from it.
    let emacs = [
      ("^K", "pod-kill-end"), ("^U", "pod-kill-start"), ("^W", "pod-kill-word"),
      ("^Y", "pod-yank"), ("^E", "pod-end"), ("^F", "pod-forward"), ("\\ed", "pod-kill-on"),
      ("\\eD", "pod-kill-on"),
      ("\\e^?", "pod-kill-back"), ("\\e^H", "pod-kill-back"), ("^X^E", "pod-edit"),
      ("\\e.", "pod-last-argument"), ("\\e_", "pod-last-argument"), ("\\ef", "pod-next-word"),
      ("\\eF", "pod-next-word"),
    ]
    for (key, function) in emacs { pl_bind(editor, key, function) }
  }

  private func deleteOrLeave() -> UInt8 {
    buffer.text.isEmpty ? UInt8(CC_EOF) : deleteNext()
  }

  /// The Delete key, which libedit in vi mode lets go back at the end of a line.
  private func deleteNext() -> UInt8 {
    let line = buffer
    guard line.cursor < line.text.count else { return UInt8(CC_ERROR) }
    el_cursor(editor, 1)
    el_deletestr(editor, 1)
    return UInt8(CC_REFRESH)
  }

  /// Puts text at the cursor.
  func insert(_ text: String) -> Bool {
    el_winsertstr(editor, WideText.terminated(text)) == 0
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
