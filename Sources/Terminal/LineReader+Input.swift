import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LineReader {
  /// What libedit calls for the next character: 1, or -1 at the end. The line is then as it is
  /// to be shown.
  func readCharacter(_ place: UnsafeMutablePointer<wchar_t>) -> Int32 {
    // vi's $ on an empty line leaves libedit's cursor in front of it.
    if buffer.cursor < 0 { el_cursor(editor, 1) }
    if let work = whenShown {
      whenShown = nil
      draw()
      work()
    }
    while true {
      if !ahead.isEmpty {
        place.pointee = ahead.removeFirst()
        return 1
      }
      if let key = putBack {
        putBack = nil
        place.pointee = key
      } else {
        let isReady = waitForInput()
        eraseBesides()
        if wasInterrupted { return interruptLine(place) }
        guard isReady, nextCharacter(&place.pointee) == 1 else { return -1 }
      }
      expandShortcut(place)
      switch place.pointee {
      case 0x03: return interruptLine(place)
      case 0x1A:
        menu = nil
        suspend()
      case 0x1B: if translateEscape(place) { return settled(place) }
      case 0x5B, 0x4F:  // [ and O: a slow link may bring them long after their ESC.
        if !isLateSequence { return settled(place) }
        ahead = [place.pointee]
        if translateEscape(place) { return settled(place) }
      // Codes that stand for keys here must not come from outside.
      case 0x80..<0xA0: continue
      default: return settled(place)
      }
    }
  }

  /// A key that means something else where the cursor is, or what is shown below the line.
  private func settled(_ place: UnsafeMutablePointer<wchar_t>) -> Int32 {
    let key = place.pointee
    if key != 0x1B { escapedAt = nil }
    if menu != nil, key != 0x09, key != wchar_t(KeySequences.tabBack) {
      if key == 0x07 { place.pointee = wchar_t(KeySequences.giveUpMenu) } else { menu = nil }
    }
    let line = buffer
    if key == wchar_t(KeySequences.up), line.text[..<line.cursor].contains(0x0A) {
      place.pointee = wchar_t(KeySequences.lineUp)
    } else if key == wchar_t(KeySequences.down), line.text[line.cursor...].contains(0x0A) {
      place.pointee = wchar_t(KeySequences.lineDown)
    }
    place.pointee = WideText.held(place.pointee)
    return 1
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
    menu = nil
    draw()
    leaveLine(with: "^C")
    wasInterrupted = true
    place.pointee = 0x0A
    return 1
  }

  // MARK: - Escapes

  /// How long an ESC may be on its own: in vi mode it is a key that somebody waits for.
  private var escapeWait: Int32 { pl_uses_vi(editor) == 1 ? 150 : 500 }
  private static let pieceWait: Int32 = 1_000

  /// Whether an ESC was taken for a key so short a time ago that this may be the rest of it.
  private var isLateSequence: Bool {
    guard let time = escapedAt else { return false }
    escapedAt = nil
    return Clock.monotonicMilliseconds - time < Int64(Self.pieceWait)
  }

  /// What follows an ESC; `ahead` may hold the beginning. False when nothing is typed by it.
  private func translateEscape(_ place: UnsafeMutablePointer<wchar_t>) -> Bool {
    var characters = ahead
    ahead = []
    while hasMore(withinMilliseconds: characters.isEmpty ? escapeWait : Self.pieceWait) {
      var character: wchar_t = 0
      guard nextCharacter(&character) == 1 else { break }
      characters.append(character)
      switch KeySequences.reading(characters) {
      case .unfinished: continue
      case .key(let code):
        place.pointee = wchar_t(code)
        return true
      case .separate:
        // A second ESC may begin a key of its own.
        putBack = characters[0]
        return true
      case .unknown: return false
      }
    }
    guard place.pointee == 0x1B else {
      ahead = Array(characters.dropFirst())
      return true  // What seemed to be late was not.
    }
    if characters.isEmpty { escapedAt = Clock.monotonicMilliseconds }
    ahead = characters
    return true  // ESC alone, or Alt-[.
  }

  /// Whether reading would not wait: something is there, or the end is.
  private func hasMore(withinMilliseconds limit: Int32) -> Bool {
    var state = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, limit) == 1
  }

  // MARK: - Being stopped

  /// Ctrl-Z: what the terminal itself would do, with the terminal in order meanwhile.
  private func suspend() {
    draw()
    leaveLine(with: "^Z")
    emit("\u{1B}[?2004l")
    pl_prep_term(editor, 0)
    Signals.stop()
    _ = Signals.drain(signalEnd)
    drawAnew()
  }

  /// After somebody else had the terminal and left it as they liked.
  func drawAnew() {
    pl_prep_term(editor, 0)
    pl_prep_term(editor, 1)
    el_resize(editor)
    beginRow()
    draw()
  }

  // MARK: - Bytes

  /// 1 and a character, 0 at the end, -1 when the terminal went away.
  func nextCharacter(_ place: inout wchar_t) -> Int32 {
    var byte = [UInt8](repeating: 0, count: 1)
    while true {
      // The rest of a character, or of a paste, may be long in coming.
      while !hasMore(withinMilliseconds: 250) {
        if Signals.isTerminating.load(ordering: .relaxed) { return -1 }
      }
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
    // Keys that wait already, in a paste or fast typing, leave no time for drawing.
    var timeout: Int32 = 0
    while true {
      var states = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&states, 2, timeout)
      if count < 0, errno != EINTR { return false }
      guard count > 0 else {
        if count == 0 {
          draw()
          showBesides()
          timeout = -1
        }
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
      case SIGWINCH: redrawResized()
      case SIGTSTP: suspend()
      case SIGCONT:
        leaveLine()
        drawAnew()
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
