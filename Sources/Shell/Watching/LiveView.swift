import Engine

/// The whole screen and the keys, while somebody watches something that is drawn anew.
public protocol LiveView {
  var size: (columns: Int, rows: Int) { get }
  /// Makes the screen show these lines, which may hold colours.
  func show(_ lines: [String])
  /// What is pressed within this much real time.
  func next(within span: SimSpan) -> LiveKey?
  /// Gives back the screen as it was.
  func end()
}

/// What somebody who watches may press, or what else has to be answered to.
public enum LiveKey: Hashable, Sendable {
  case character(Character)
  case up, down, left, right, pageUp, pageDown, home, end
  case escape
  /// Ctrl-C
  case interrupt
  /// The screen has changed: draw everything.
  case redraw
  /// The terminal or the program is going away.
  case terminated
}
