import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LineReader {
  /// What libedit calls for the next character: 1, or -1 at the end. It has then written all it
  /// wanted, which is when hints may be drawn.
  func readCharacter(_ place: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if let work = whenShown {
      whenShown = nil
      work()
    }
    while true {
      if !ahead.isEmpty {
        place.pointee = ahead.removeFirst()
        return 1
      }
      let isReady = waitForInput()
      eraseHint()
      if wasInterrupted { return interruptLine(place) }
      guard isReady, nextCharacter(&place.pointee) == 1 else { return -1 }
      expandShortcut(place)
      switch place.pointee {
      case 0x03: return interruptLine(place)
      case 0x1A: suspend()
      case 0x1B: if translateEscape(place) { return 1 }
      // Codes that stand for keys here must not come from outside.
      case 0x80..<0xA0: continue
      default: return 1
      }
    }
  }

  /// Types the line that a key stands for while nothing but spaces has been typed.
  private func expandShortcut(_ place: UnsafeMutablePointer<wchar_t>) {
    guard !shortcuts.isEmpty, let key = Unicode.Scalar(UInt32(place.pointee)),
      let line = shortcuts[Character(key)], let first = line.unicodeScalars.first,
      buffer.text.allSatisfy({ $0 == 0x20 })
    else { return }
    place.pointee = wchar_t(first.value)
    ahead = line.unicodeScalars.dropFirst().map { wchar_t($0.value) } + [0x0A]
  }

  /// Lets libedit end the line in its own way, whatever it was doing.
  private func interruptLine(_ place: UnsafeMutablePointer<wchar_t>) -> Int32 {
    showInterrupted()
    wasInterrupted = true
    place.pointee = 0x0A
    return 1
  }

  /// False when nothing is typed by it.
  private func translateEscape(_ place: UnsafeMutablePointer<wchar_t>) -> Bool {
    var characters: [wchar_t] = []
    while hasMore(withinMilliseconds: 40) {
      var character: wchar_t = 0
      guard nextCharacter(&character) == 1 else { break }
      characters.append(character)
      switch KeySequences.reading(characters) {
      case .unfinished: continue
      case .key(let code):
        place.pointee = wchar_t(code)
        return true
      case .separate:
        ahead = characters
        return true
      case .unknown: return false
      }
    }
    ahead = characters
    return true  // ESC alone, or Alt-[.
  }

  private func hasMore(withinMilliseconds limit: Int32) -> Bool {
    var state = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, limit) == 1 && state.revents & Int16(POLLIN) != 0
  }

  /// Ctrl-Z: what the terminal itself would do, with the terminal in order meanwhile.
  private func suspend() {
    emit(layout.toLastRow + "^Z\n\u{1B}[?2004l")
    pl_prep_term(editor, 0)
    Signals.stop()
    _ = Signals.drain(signalEnd)
    goOn()
  }

  /// After somebody woke the program: whoever ran meanwhile left the terminal as they liked.
  private func goOn() {
    pl_prep_term(editor, 0)
    pl_prep_term(editor, 1)
    el_resize(editor)
    beginRow()
    pl_refresh(editor)
  }

  /// 1 and a character, 0 at the end, -1 when the terminal went away.
  func nextCharacter(_ place: inout wchar_t) -> Int32 {
    var byte = [UInt8](repeating: 0, count: 1)
    while true {
      let count = HostFiles.readSome(0, &byte)
      guard count == 1 else { return Int32(count) }
      if let scalar = decoder.feed(byte[0]) {
        place = wchar_t(scalar.value)
        return 1
      }
    }
  }

  /// Waits for a key, dealing with signals meanwhile. False when there will be none.
  private func waitForInput() -> Bool {
    // Keys that wait already, in a paste or fast typing, leave no time for hints.
    var timeout: Int32 = 0
    while true {
      var states = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&states, 2, timeout)
      if count < 0, errno != EINTR { return false }
      guard count > 0 else {
        if count == 0 { showHint() }
        if count == 0 { timeout = -1 }
        continue
      }
      if states[1].revents != 0 {
        guard handleSignals() else { return false }
        timeout = 0
      } else {
        return true
      }
    }
  }

  /// False when the line must not be edited any further.
  private func handleSignals() -> Bool {
    for signal in Signals.drain(signalEnd) {
      switch signal {
      case SIGWINCH:
        eraseHint()
        redrawResized()
      case SIGTSTP: suspend()
      case SIGCONT:
        emit(layout.toLastRow + "\n")
        goOn()
      case SIGINT:
        Interrupt.end()
        wasInterrupted = true
        return false
      default: return false
      }
    }
    return true
  }
}
