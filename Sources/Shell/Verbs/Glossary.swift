/// Words of the trade in a sentence or two.
enum Glossary: Command {
  static let name = "glossary"
  static let usage = ["glossary", "glossary TERM"]
  static let summary = "what a word means"
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(terms.map(\.term)) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let term = call.arguments.joined(separator: " ").lowercased()
    if term.isEmpty {
      for entry in terms { session.say("\(entry.term): \(entry.meaning)") }
      return 0
    }
    guard let text = entry(term) else { throw .failed("\"\(term)\" is not in the glossary") }
    session.say(text)
    return 0
  }

  static func entry(_ term: String) -> String? {
    let singular = term.hasSuffix("s") ? String(term.dropLast()) : term
    return terms.first { $0.term == term || $0.term == singular }
      .map { "\($0.term): \($0.meaning)" }
  }
}
