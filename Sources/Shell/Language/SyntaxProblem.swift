/// Why a text is no command line.
public enum SyntaxProblem: Error, Hashable, Sendable {
  case unterminatedQuote(String, at: Place)
  case unterminatedSubstitution(at: Place)
  case unterminatedDocument(end: String, at: Place)
  case unfinished(at: Place)
  case unexpected(String, at: Place)
  case unsupported(String, at: Place)
  case tooDeep(at: Place)
  case tooLong(limit: Int)

  /// A place in the text, both counted from 1.
  public struct Place: Hashable, Sendable {
    public var line: Int
    public var column: Int
  }

  /// Whether more lines could still make sense of it.
  public var isIncomplete: Bool {
    switch self {
    case .unterminatedQuote, .unterminatedSubstitution, .unterminatedDocument, .unfinished: true
    case .unexpected, .unsupported, .tooDeep, .tooLong: false
    }
  }

  public var message: String {
    switch self {
    case .unterminatedQuote(let quote, let place):
      "syntax error: the quote \(quote) at \(Self.text(place)) is not closed"
    case .unterminatedSubstitution(let place):
      "syntax error: the $( at \(Self.text(place)) is not closed"
    case .unterminatedDocument(let end, let place):
      "syntax error: the here-document at \(Self.text(place)) has no line \(end)"
    case .unfinished(let place):
      "syntax error: something is missing after \(Self.text(place))"
    case .unexpected(let token, let place):
      "syntax error: unexpected \(token) at \(Self.text(place))"
    case .unsupported(let what, let place):
      "syntax error: \(what) at \(Self.text(place)) is not supported here"
    case .tooDeep(let place):
      "syntax error: nested too deeply at \(Self.text(place))"
    case .tooLong(let limit):
      "the input is too long: at most \(limit) characters"
    }
  }

  private static func text(_ place: Place) -> String {
    place.line == 1 ? "column \(place.column)" : "line \(place.line), column \(place.column)"
  }
}
