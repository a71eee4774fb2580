/// What came of asking for a line.
public enum LineResult: Equatable, Sendable {
  case line(String)
  /// Ctrl-C: the line was given up.
  case interrupted
  /// Ctrl-D on an empty line, the end of a script, or the terminal went away.
  case endOfInput
}
