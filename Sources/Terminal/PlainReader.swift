import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines without an editor: a script on the input, or a terminal too plain to edit on.
public struct PlainReader {
  /// Whether a person is asked: the prompt is shown, and Ctrl-C gives up a line.
  private let prompting: Bool
  private var waiting: ArraySlice<UInt8> = []
  /// How much of what is waiting has no end of a line in it.
  private var searched = 0
  /// A line that is longer never ends, as /dev/zero: what comes behind is not read any more.
  private static let mostBytes = 8_000_000
  private var hasEnded = false
  private let input: Int32
  /// Where signals show themselves, from the first line asked for until the program ends: Ctrl-C
  /// between two lines must not end it either.
  private let signalEnd: Int32?

  public init(prompting: Bool) { self.init(prompting: prompting, input: 0) }

  init(prompting: Bool, input: Int32) {
    self.prompting = prompting
    self.input = input
    signalEnd = prompting ? Signals.install() : nil
  }

  /// The next line without its end; the last may lack one. Bytes that are no UTF-8 become U+FFFD.
  public mutating func readLine(prompt: String) -> LineResult {
    guard !Signals.isTerminating.load(ordering: .relaxed) else { return .endOfInput }
    if prompting {
      Screen.write(Prompt(prompt, colour: false).text)
      Signals.isEditing.store(true, ordering: .relaxed)
    }
    defer { Signals.isEditing.store(false, ordering: .relaxed) }
    while true {
      if let end = waiting.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
        defer { waiting = waiting[(end + 1)...] }
        searched = 0
        return .line(text(waiting[..<end]))
      }
      searched = waiting.count
      if searched > Self.mostBytes { hasEnded = true }
      guard !hasEnded else {
        guard !waiting.isEmpty else { return .endOfInput }
        defer { waiting = [] }
        searched = 0
        return .line(text(waiting))
      }
      if let interruption = fill() { return interruption }
    }
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    // Files written on Windows end their lines with CR LF.
    let bare = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return String(decoding: bare, as: UTF8.self)
  }

  /// Reads once; a result when a signal came instead of a line.
  private mutating func fill() -> LineResult? {
    if prompting, let interruption = waitForInput() { return interruption }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = read(input, &piece, piece.count)
    if count > 0 {
      waiting += piece[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
    return nil
  }

  /// Waits until there is something to read. A signal that comes just before the waiting begins
  /// has left a byte to wake it, or the flag.
  private mutating func waitForInput() -> LineResult? {
    while true {
      if Signals.isTerminating.load(ordering: .relaxed) { return .endOfInput }
      if Interrupt.isRaised {
        Interrupt.end()
        waiting = []
        searched = 0
        Screen.write("\n")
        return .interrupted
      }
      var states = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalEnd ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&states, 2, -1)
      if count < 0, errno != EINTR { return nil }
      if let signalEnd, count > 0, states[1].revents != 0 {
        _ = Signals.drain(signalEnd)
      } else if count > 0 {
        return nil
      }
    }
  }
}
