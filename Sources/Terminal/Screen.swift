import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where output goes.
public enum Screen {
  /// The two ways out of a program.
  public enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// Writes all of `text`. False when nobody reads any more, which is no reason to crash.
  @discardableResult
  public static func write(_ text: String, to stream: Stream = .output) -> Bool {
    write(Array(text.utf8), to: stream.rawValue)
  }

  /// Why something could not be written.
  public enum Failure: Equatable, Sendable {
    /// The pipe's other end is closed.
    case noReader
    /// In the system's words.
    case refused(String)
  }

  /// Writes all of `text`; nil when that is done.
  public static func failure(writing text: String, to stream: Stream) -> Failure? {
    if write(text, to: stream) { return nil }
    let code = errno
    return code == EPIPE ? .noReader : .refused(HostError.words(for: code))
  }

  /// What the program is begun with may lack streams, or limit what can be written. A pipe without
  /// a reader and a file that must not grow are then told, and end nothing by a signal in the
  /// middle of its work; programs that are started find everything as usual.
  public static func prepareStreams() {
    for signal in [SIGPIPE, SIGXFSZ] {
      pl_handle_signal(signal, Signals.onNothing, Int32(SA_RESTART), nil)
    }
    // The next file to be opened would become the stream that is not there.
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends the program as a pipe without a reader ends others: `podlab … | head -1`.
  public static func endForLackOfReader() -> Never {
    pl_handle_signal(SIGPIPE, nil, 0, nil)
    raise(SIGPIPE)
    exit(128 + SIGPIPE)
  }

  public static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether a person types: the input is a terminal.
  public static var hasKeyboard: Bool { isatty(0) == 1 }

  /// Whether the cursor can be moved about, by what is known of the kind of terminal.
  public static let canMoveCursor: Bool = {
    guard let kind = Environment.value("TERM"), kind != "dumb", let sink = fopen("/dev/null", "r+")
    else { return false }
    defer { fclose(sink) }
    guard let editor = pl_init_apart(sink) else { return false }
    defer { el_end(editor) }
    return pl_tc_is_set(editor, "up") == 1 && pl_tc_is_set(editor, "ce") == 1
  }()

  /// Columns of the terminal; 80 where it does not say.
  public static var width: Int { size(of: 1).columns }

  /// Rows of the terminal; 24 where it does not say.
  public static var height: Int { size(of: 1).rows }

  /// Empties the screen and what could be scrolled back to, where the terminal can.
  public static func clear() {
    if canMoveCursor { write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
  }

  static func size(of descriptor: Int32) -> (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    pl_window_size(descriptor, &columns, &rows)
    return (columns > 0 ? Int(columns) : 80, rows > 0 ? Int(rows) : 24)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        guard let start = buffer.baseAddress else { return true }
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, start + done, buffer.count - done)
        #else
          let count = Darwin.write(descriptor, start + done, buffer.count - done)
        #endif
        if count >= 0 {
          done += count
        } else if errno == EAGAIN {
          // Somebody else made the terminal non-blocking: wait until it takes more.
          var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&room, 1, 1000)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
