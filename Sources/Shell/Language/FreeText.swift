/// Lines in which somebody speaks rather than commands: an apostrophe in them opens no quote.
enum FreeText {
  /// Their first words.
  private static let verbs = ["say", "answer"]

  /// Whether a single line is speech.
  static func isSpoken(_ text: String) -> Bool { parts(of: text) != nil }

  /// The line with what is said as one word; any other text as it is.
  static func quoted(_ text: String) -> String {
    guard let (verb, speech) = parts(of: text) else { return text }
    return "\(verb) '" + speech.replacing("'", with: "'\\''") + "'"
  }

  private static func parts(of text: String) -> (verb: String, speech: String)? {
    let line = text.trimmed()
    guard !line.contains(where: \.isNewline), let space = line.firstIndex(of: " "),
      let verb = verbs.first(where: { $0 == line[..<space] })
    else { return nil }
    var speech = line[space...].trimmed()
    // Who quotes as in a shell means what stands between.
    if speech.count > 1, let quote = speech.first, "'\"".contains(quote), speech.last == quote,
      !speech.dropFirst().dropLast().contains(quote)
    {
      speech = speech.dropFirst().dropLast()
    }
    return speech.isEmpty ? nil : (verb, String(speech))
  }
}
