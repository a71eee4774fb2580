/// A piece of a command line that the parser looks at as one.
enum Token: Equatable, Sendable {
  case word(Word)
  case pipe
  case and
  case or
  case semicolon
  /// `&`
  case background
  case close
  case newline
  case end
  /// `>`, `2>>`, `<`: the target word follows.
  case redirect(RedirectSign)
  case redirection(Redirection)

  /// How messages name it.
  var text: String {
    switch self {
    case .word(let word): "\"\(word.plainText ?? "word")\""
    case .pipe: "|"
    case .and: "&&"
    case .or: "||"
    case .semicolon: ";"
    case .background: "&"
    case .close: ")"
    case .newline: "end of line"
    case .end: "end of input"
    case .redirect, .redirection: "redirection"
    }
  }
}

/// The sign of a redirection whose target is a word.
enum RedirectSign: Equatable, Sendable {
  case read
  case write(descriptor: Int, appending: Bool)
  case string
}
