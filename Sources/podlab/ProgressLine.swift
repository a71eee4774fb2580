import Terminal

/// A line at the bottom that tells how far something is, drawn in place. It comes only when a wait
/// is felt, and leaves nothing behind.
final class ProgressLine {
  /// When somebody first waited, by a clock that nobody sets.
  private var began: Int64?
  private var drawn: Int64 = 0
  private var isShown = false

  /// Shorter waits are not worth a line, nor is more than ten lines a second.
  private static let patience: Int64 = 300
  private static let pause: Int64 = 100

  private let stream: Screen.Stream

  init(on stream: Screen.Stream = .output) {
    self.stream = stream
  }

  func show(_ text: () -> String) {
    let now = Clock.monotonicMilliseconds
    guard let began else {
      began = now
      return
    }
    guard now - began >= Self.patience, now - drawn >= Self.pause else { return }
    drawn = now
    isShown = true
    let room = max(0, Screen.width - 1)
    Screen.write("\r" + text().prefix(room) + "\u{1b}[K", to: stream)
  }

  /// Makes room for something else; the line comes back below it.
  func erase() {
    guard isShown else { return }
    isShown = false
    Screen.write("\r\u{1b}[K", to: stream)
  }

  /// Nobody waits any more.
  func end() {
    erase()
    began = nil
  }
}
