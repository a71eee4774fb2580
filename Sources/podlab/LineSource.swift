import Foundation

/// Where lines come from.
protocol LineSource {
  mutating func next(prompt: String) -> LineRead
  /// Takes note of a whole command that was given.
  mutating func remember(_ command: String)
}

/// What came of asking for a line.
enum LineRead {
  case line(String)
  /// Ctrl-C: the line is given up.
  case interrupted
  case end
}

/// Lines without an editor: for terminals that cannot do more.
struct PlainLines: LineSource {
  mutating func next(prompt: String) -> LineRead {
    Screen.write(prompt)
    guard let line = readLine() else { return .end }
    return .line(line)
  }

  mutating func remember(_ command: String) {}
}
