import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The whole screen and the keys, for a view that is drawn anew while somebody watches:
///
///     guard let terminal = LiveTerminal() else { return showOnce() }
///     defer { terminal.end() }
///     while true {
///       terminal.show(lines(for: terminal.size))
///       switch terminal.next(withinMilliseconds: 250) {
///       case nil, .redraw: continue  // Time went on, or the screen is another.
///       case .character("q"), .interrupt, .terminated: return
///       …
///
/// What was on the screen before comes back at the end, also after a crash, SIGTERM and Ctrl-Z.
public final class LiveTerminal {
  /// What somebody pressed, or what else the view must answer to.
  public enum Key: Hashable, Sendable {
    /// A letter, a sign, a space; Enter is a line feed.
    case character(Character)
    case up, down, left, right, pageUp, pageDown, home, end
    /// Esc alone.
    case escape
    /// Ctrl-C, or SIGINT from elsewhere; also Ctrl-D.
    case interrupt
    /// The screen has another size, or the program was stopped and goes on: draw everything.
    case redraw
    /// SIGTERM, or the terminal went away: leave at once.
    case terminated
  }

  private let signalEnd: Int32
  private var modes = termios()
  private var decoder = ScalarDecoder()
  private var shown: [String] = []
  private var isEnded = false

  /// Takes the terminal. Nil, with nothing changed, when there is none or its cursor cannot be
  /// moved about: show the view once then.
  public init?() {
    guard Screen.hasKeyboard, Screen.isTerminal(.output), Screen.canMoveCursor,
      let signalEnd = Signals.install(), tcgetattr(0, &modes) == 0
    else { return nil }
    self.signalEnd = signalEnd
    TerminalModes.guardAgainstCrashes()
    Interrupt.end()
    _ = Signals.drain(signalEnd)
    begin()
  }

  deinit { end() }

  /// How much fits.
  public var size: (columns: Int, rows: Int) { Screen.size(of: 1) }

  /// Makes the screen show these lines, which may hold colours: what does not fit is cut off.
  /// Only lines that changed are written.
  public func show(_ lines: [String]) {
    let size = size
    let fitted = lines.prefix(size.rows).map {
      TextWidth.cut(Screen.sanitized($0, keepingColours: true), columns: size.columns)
    }
    var text = ""
    for (row, line) in fitted.enumerated() where row >= shown.count || shown[row] != line {
      // What was there goes first: behind a line that fills the row there is no place to do so.
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line)\u{1B}[0m"
    }
    if shown.count > fitted.count { text += "\u{1B}[\(fitted.count + 1);1H\u{1B}[J" }
    shown = fitted
    if !text.isEmpty { Screen.write(text) }
  }

  /// The next key; nil when none is pressed in time. Zero looks without waiting.
  public func next(withinMilliseconds limit: Int) -> Key? {
    let end = Clock.monotonicMilliseconds + Int64(max(0, limit))
    while true {
      if Signals.isTerminating.load(ordering: .relaxed) { return .terminated }
      let left = max(0, end - Clock.monotonicMilliseconds)
      switch wait(Int32(clamping: left)) {
      case .nothing: if left == 0 { return nil }
      case .signals: if let key = signalled() { return key }
      case .byte: if let key = read() { return key }
      case .gone: return .terminated
      }
    }
  }

  /// Gives the terminal back as it was. A second time does nothing.
  public func end() {
    guard !isEnded else { return }
    isEnded = true
    restore()
    Signals.edit(false)
  }

  // MARK: - Modes

  private func begin() {
    TerminalModes.keep(withWholeScreen: true)
    Signals.edit(true)
    var raw = modes
    // Ctrl-C stays a signal: what is being computed can look at it.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSANOW, &raw)
    shown = []
    Screen.write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[H\u{1B}[J")
  }

  private func restore() {
    // Where there is no other screen to come back from, this one is left empty.
    Screen.write("\u{1B}[H\u{1B}[J\u{1B}[?25h\u{1B}[?1049l")
    tcsetattr(0, TCSANOW, &modes)
    TerminalModes.release()
  }

  // MARK: - Keys

  private enum Arrival {
    case nothing, byte, signals, gone
  }

  private func wait(_ milliseconds: Int32) -> Arrival {
    var states = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalEnd, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&states, 2, milliseconds)
    if count < 0 { return errno == EINTR ? .signals : .gone }
    if count > 0, states[1].revents != 0 { return .signals }
    return count > 0 ? .byte : .nothing
  }

  private func signalled() -> Key? {
    for signal in Signals.drain(signalEnd) {
      switch signal {
      case SIGWINCH:
        shown = []
        Screen.write("\u{1B}[H\u{1B}[J")
        return .redraw
      case SIGINT:
        Interrupt.end()
        return .interrupt
      case SIGTSTP:
        restore()
        Signals.stop()
        _ = Signals.drain(signalEnd)
        begin()
        return .redraw
      case SIGCONT:
        begin()
        return .redraw
      default: return .terminated
      }
    }
    return nil
  }

  private func read() -> Key? {
    var bytes: [UInt8] = [0]
    guard HostFiles.readSome(0, &bytes) == 1 else { return .terminated }
    guard let scalar = decoder.feed(bytes[0]) else { return nil }
    switch scalar {
    case "\u{1B}": return escaped()
    case "\u{4}": return .interrupt
    case "\r": return .character("\n")
    default: return .character(Character(scalar))
    }
  }

  /// What follows an ESC; nil for a key without meaning. Slow links send it in pieces.
  private func escaped() -> Key? {
    var text: [wchar_t] = []
    while text.count < KeySequences.lengthLimit {
      guard wait(text.isEmpty ? 100 : 1000) == .byte else { break }
      var bytes: [UInt8] = [0]
      guard HostFiles.readSome(0, &bytes) == 1 else { return .terminated }
      text.append(wchar_t(bytes[0]))
      if KeySequences.reading(text) != .unfinished { break }
    }
    return text.isEmpty ? .escape : Self.keys[WideText.string(text)]
  }

  private static let keys: [String: Key] = [
    "[A": .up, "OA": .up, "[B": .down, "OB": .down, "[C": .right, "OC": .right, "[D": .left,
    "OD": .left, "[5~": .pageUp, "[6~": .pageDown, "[H": .home, "OH": .home, "[1~": .home,
    "[7~": .home, "[F": .end, "OF": .end, "[4~": .end, "[8~": .end,
  ]
}
