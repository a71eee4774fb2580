/// Finds the verb of a line, by the rules of cobra: word by word, each time past the flags that
/// the verb so far has.
struct VerbSearch {
  private var verb: (any Verb.Type)?
  private var rest: [String]

  /// The verb, nil when the line has no words for one, and the line without the verb's words.
  static func find(
    in line: [String]
  ) throws(UsageError) -> (verb: (any Verb.Type)?, rest: [String]) {
    var search = VerbSearch(verb: nil, rest: line)
    let deepest = 3
    for _ in 0..<deepest {
      guard let place = search.nextWord else { break }
      let word = search.rest[place]
      let name = search.verb.map { "\($0.name) \(word)" } ?? word
      guard let longer = Kubectl.verb(named: name) else {
        if search.verb == nil { throw search.unknown(word, in: line) }
        break
      }
      search.verb = longer
      search.rest.remove(at: place)
    }
    return (search.verb, search.rest)
  }

  private init(verb: (any Verb.Type)?, rest: [String]) {
    self.verb = verb
    self.rest = rest
  }

  /// Where the next word stands that is neither a flag nor, as far as is known, a flag's value.
  private var nextWord: Int? {
    let table = FlagTable.global.with(verb?.flags ?? FlagTable(""))
    var place = 0
    while place < rest.count, rest[place] != "--" {
      let word = rest[place]
      if !word.hasPrefix("-"), !word.isEmpty { return place }
      if Self.takesNext(word, table) {
        // The last word of a line is no value, but no word of a verb either.
        if rest.count - place <= 2 { return nil }
        place += 1
      }
      place += 1
    }
    return nil
  }

  /// Whether the next word is the value of this flag; that of one that is not known always is.
  private static func takesNext(_ word: String, _ table: FlagTable) -> Bool {
    if word.contains("=") { return false }
    if word.hasPrefix("--") { return table[String(word.dropFirst(2))]?.takesValue ?? true }
    guard word.count == 2, let letter = word.last else { return false }
    return table[shorthand: letter]?.takesValue ?? true
  }

  /// Such a word could be a plugin's, but for flags in front of it.
  private func unknown(_ word: String, in line: [String]) -> UsageError {
    if let first = line.first, first.hasPrefix("-") {
      return .plain("Error: flags cannot be placed before plugin name: \(first)")
    }
    return .unknownCommand(word, suggestions: Kubectl.suggestions(for: word))
  }
}
