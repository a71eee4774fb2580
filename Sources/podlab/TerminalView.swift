import Engine
import Shell
import Terminal

/// The terminal, for what somebody watches.
struct TerminalView: LiveView {
  private let terminal: LiveTerminal

  init?() {
    guard let terminal = LiveTerminal() else { return nil }
    self.terminal = terminal
  }

  var size: (columns: Int, rows: Int) { terminal.size }

  func show(_ lines: [String]) { terminal.show(lines) }

  func next(within span: SimSpan) -> LiveKey? {
    terminal.next(withinMilliseconds: Int(span.milliseconds)).map(Self.key)
  }

  func end() { terminal.end() }

  private static func key(_ key: LiveTerminal.Key) -> LiveKey {
    switch key {
    case .character(let character): .character(character)
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .home: .home
    case .end: .end
    case .escape: .escape
    case .interrupt: .interrupt
    case .redraw: .redraw
    case .terminated: .terminated
    }
  }
}
