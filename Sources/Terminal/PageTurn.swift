import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stops a long text after a screenful until a key is pressed.
public enum PageTurn {
  private static let question = "— more: Enter, q stops —"
  private static let escape: UInt8 = 0x1B

  /// Whether the text goes on: any key but q, Ctrl-C, Ctrl-D and Esc. The line that asks is gone
  /// afterwards, or stays where the terminal cannot take it away.
  public static func ask() -> Bool {
    guard !Interrupt.isRaised else {
      Interrupt.end()
      return false
    }
    Screen.write(question)
    let goesOn = key().map(isMeantToGoOn) ?? false
    let canErase = Environment.value("TERM").map { $0 != "dumb" } ?? false
    Screen.write(canErase ? "\r\u{1B}[K" : "\n")
    return goesOn
  }

  static func isMeantToGoOn(_ key: [UInt8]) -> Bool {
    switch key.first {
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04: false
    // An arrow begins with Esc as well.
    case escape: key.count > 1
    case nil: false
    default: true
    }
  }

  /// The bytes of one key; nil when there is none to come.
  private static func key() -> [UInt8]? {
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
