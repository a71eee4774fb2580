/// One word of a command line before its variables and substitutions are filled in.
struct Word: Equatable, Sendable {
  var parts: [WordPart]

  init(_ parts: [WordPart]) {
    self.parts = parts
  }

  /// The word's text when nothing in it was quoted or has to be filled in: what keywords are.
  var bareText: String? {
    guard parts.count == 1, case .literal(let text) = parts[0] else { return nil }
    return text
  }

  /// Whether some of it stood in quotes: a here-document's end word then switches filling-in off.
  var isQuoted: Bool {
    parts.contains { part in
      switch part {
      case .quoted: true
      case .variable(_, let quoted): quoted
      case .command(_, let quoted): quoted
      case .filled(_, let quoted): quoted
      case .literal, .process: false
      }
    }
  }

  /// The word with its quotes gone, where nothing has to be filled in.
  var plainText: String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let piece), .quoted(let piece): text += piece
      case .variable, .filled, .command, .process: return nil
      }
    }
    return text
  }
}

/// A piece of a word.
enum WordPart: Equatable, Sendable {
  case literal(String)
  /// Text that stood in quotes, or behind a backslash.
  case quoted(String)
  case variable(String, quoted: Bool)
  /// `${name:-word}` and its kin.
  case filled(Parameter, quoted: Bool)
  /// `$(…)`
  case command(Script, quoted: Bool)
  /// `<(…)`
  case process(Script)
}
