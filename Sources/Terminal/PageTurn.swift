import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stops a long text after a screenful until a key is pressed.
public enum PageTurn {
  /// What the reader wants.
  public enum Answer: Hashable, Sendable {
    case goOn
    case stop
    /// The reader begins to type a command: the first bytes of it.
    case typed([UInt8])
  }

  private static let question = "— more: Enter, q stops —"
  private static let escape: UInt8 = 0x1B

  /// Waits for a key. The line that asks is gone afterwards, or stays where the terminal cannot
  /// take it away.
  public static func ask() -> Answer {
    guard !Interrupt.isRaised else {
      Interrupt.end()
      return .stop
    }
    let answer = key { Screen.write(question) }.map(meaning) ?? .stop
    let canErase = Environment.value("TERM").map { $0 != "dumb" } ?? false
    Screen.write(canErase ? "\r\u{1B}[K" : "\n")
    return answer
  }

  /// Enter, Space, j and arrows go on; q, Ctrl-C, Ctrl-D and Esc stop; whatever else begins a
  /// command, and nobody wants its first letter to be lost.
  static func meaning(of key: [UInt8]) -> Answer {
    switch key.first {
    case nil, UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04: .stop
    case UInt8(ascii: " "), UInt8(ascii: "j"), 0x0D, 0x0A: .goOn
    // An arrow begins with Esc as well.
    case escape: key.count > 1 ? .goOn : .stop
    default: .typed(key)
    }
  }

  /// The bytes of one key, asked for once the terminal would not echo it; nil when there is none
  /// to come.
  private static func key(asking ask: () -> Void) -> [UInt8]? {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { return nil }
    TerminalModes.keep()
    var raw = modes
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(0, TCSANOW, &raw) == 0 else { return nil }
    defer {
      tcsetattr(0, TCSANOW, &modes)
      TerminalModes.release()
    }
    ask()
    guard let first = byte(withinMilliseconds: -1) else { return nil }
    var bytes = [first]
    // What belongs to a key comes at once; what is typed ahead for later is left alone.
    while bytes.first == escape, bytes.count < KeySequences.lengthLimit,
      let next = byte(withinMilliseconds: 40)
    {
      bytes.append(next)
      let isEnd = (0x40...0x7E).contains(next) && bytes.count > 2
      if isEnd || bytes.count == 2 && next != 0x5B && next != 0x4F { break }
    }
    return bytes
  }

  /// One byte; nil when none comes in time, or the program is told to go.
  private static func byte(withinMilliseconds limit: Int32) -> UInt8? {
    while !Signals.isTerminating.load(ordering: .relaxed), !Interrupt.isRaised {
      var state = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      // A signal may come just before the waiting begins: look again soon.
      let count = poll(&state, 1, limit < 0 ? 250 : limit)
      if count < 0, errno != EINTR { return nil }
      if count == 0, limit >= 0 { return nil }
      guard count > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 1)
      return HostFiles.readSome(0, &bytes) == 1 ? bytes[0] : nil
    }
    return nil
  }
}
