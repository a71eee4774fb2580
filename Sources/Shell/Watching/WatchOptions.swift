import Engine

/// How `watch` is written: its own options come before the command.
struct WatchOptions: Equatable {
  var interval = SimSpan.seconds(2)
  var hasTitle = true
  /// Whether what has changed since the last look is marked.
  var marksDifferences = false
  /// Whether it ends as soon as the output is another.
  var endsWithChange = false
  /// Whether it ends when the command fails.
  var endsWithFailure = false
  var command: [String] = []

  /// Why it cannot be read.
  struct Problem: Error {
    var message: String
  }

  init(_ arguments: [String]) throws(Problem) {
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      if word == "--" { break }
      if word.hasPrefix("--") {
        try readName(word, &rest)
      } else {
        try readLetters(word.dropFirst(), &rest)
      }
    }
    command = Array(rest)
    if command.isEmpty { throw Problem(message: "watch takes a command") }
  }

  private mutating func readName(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(Problem) {
    let pieces = word.dropFirst(2).split(separator: "=", maxSplits: 1).map { String($0) }
    switch pieces.first {
    case "interval": try readInterval(pieces.count > 1 ? pieces[1] : rest.popFirst())
    case "no-title": hasTitle = false
    case "differences": marksDifferences = true
    case "chgexit": endsWithChange = true
    case "errexit": endsWithFailure = true
    // Colours are kept anyway, and there is no other shell between.
    case "color", "exec": break
    default: throw Problem(message: "unknown flag \(word)")
    }
  }

  private mutating func readLetters(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(Problem) {
    var letters = word
    while let letter = letters.popFirst() {
      switch letter {
      case "n":
        let attached = letters.drop { $0 == "=" }
        return try readInterval(attached.isEmpty ? rest.popFirst() : String(attached))
      case "t": hasTitle = false
      case "d": marksDifferences = true
      case "g": endsWithChange = true
      case "e": endsWithFailure = true
      case "c", "x": break
      default: throw Problem(message: "unknown flag -\(letter)")
      }
    }
  }

  private mutating func readInterval(_ text: String?) throws(Problem) {
    guard let text, let span = Sleep.span(text), span > .zero else {
      throw Problem(message: "-n takes a number of seconds")
    }
    // As often as the real one looks at most.
    interval = max(span, .milliseconds(100))
  }
}
