/// Commands as they are written to a redis: words with quotes, or counted ones.
enum RedisWords {
  /// The commands in what came over a connection.
  static func commands(_ text: String) -> [[String]] {
    if text.hasPrefix("*") {
      return RedisReply.read(text).compactMap { reply in
        guard case .array(let items) = reply else { return nil }
        return items.compactMap { if case .bulk(let word) = $0 { word } else { nil } }
      }.filter { !$0.isEmpty }
    }
    return text.split(whereSeparator: \.isNewline).map { split(String($0)) ?? [] }
      .filter { !$0.isEmpty }
  }

  /// The counted form of a command.
  static func wireText(_ words: [String]) -> String {
    RedisReply.list(words).wireText
  }

  /// Words of a line; nil when a quote is not closed.
  static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t":
        if let done = word { words.append(done) }
        word = nil
      case "\"", "'":
        guard let quoted = quotedPart(&rest, until: character) else { return nil }
        word = (word ?? "") + quoted
      case let other: word = (word ?? "") + String(other)
      }
    }
    if let word { words.append(word) }
    return words
  }

  private static func quotedPart(_ rest: inout Substring, until quote: Character) -> String? {
    var text = ""
    while let character = rest.popFirst() {
      if character == quote { return text }
      guard character == "\\", quote == "\"", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      text.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
    }
    return nil
  }
}
