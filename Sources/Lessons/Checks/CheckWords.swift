/// A word of a check; quotes around it are gone.
struct CheckWord: Equatable, Sendable {
  var text: String
  /// Whether it stood in quotes: then it is never a keyword.
  var isQuoted: Bool
}

enum CheckWords {
  /// Splits at spaces, except inside quotes, brackets and braces.
  static func split(_ text: String) throws(CheckError) -> [CheckWord] {
    var words: [CheckWord] = []
    var current = ""
    var wasQuoted = false
    var quote: Character?
    var depth = 0
    var characters = text.makeIterator()
    func isOpen(_ character: Character) -> Bool { "[{(".contains(character) }
    while let character = characters.next() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"", let next = characters.next() {
          current.append(next == "n" ? "\n" : next)
        } else {
          current.append(character)
        }
        continue
      }
      switch character {
      case "\"", "'":
        // Quotes inside a path, as in ?(@.type=="Ready"), belong to the path.
        if depth > 0 {
          current.append(character)
        } else {
          quote = character
          wasQuoted = true
        }
      case " " where depth == 0:
        if !current.isEmpty || wasQuoted {
          words.append(CheckWord(text: current, isQuoted: wasQuoted))
        }
        current = ""
        wasQuoted = false
      default:
        if isOpen(character) { depth += 1 }
        if "]})".contains(character) { depth = max(0, depth - 1) }
        current.append(character)
      }
    }
    guard quote == nil else { throw CheckError(message: "a quote is not closed") }
    if !current.isEmpty || wasQuoted { words.append(CheckWord(text: current, isQuoted: wasQuoted)) }
    return words
  }
}
