/// Prints words in a pattern.
enum Printf: Command {
  static let name = "printf"
  static let usage = ["printf FORMAT [WORD…]"]
  static let summary = "print words in a pattern: %s %d %%"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let format = call.arguments.first else { throw .usage("no format given", of: self) }
    var words = call.arguments.dropFirst()
    var text = ""
    // The format is used again as long as words are left.
    repeat {
      let before = words.count
      text += filled(Escapes.resolved(format), &words)
      if words.count == before { break }
    } while !words.isEmpty
    session.put(text)
    return 0
  }

  private static func filled(_ format: String, _ words: inout ArraySlice<String>) -> String {
    var result = ""
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%", let first = rest.first else {
        result.append(character)
        continue
      }
      if first == "%" {
        rest.removeFirst()
        result += "%"
        continue
      }
      let spec = rest.prefix { $0 == "-" || $0.isNumber }
      rest = rest.dropFirst(spec.count)
      guard let letter = rest.popFirst() else { return result + "%" + spec }
      let word =
        letter == "d" ? String(words.popFirst().flatMap { Int($0) } ?? 0) : words.popFirst()
      result += padded(word ?? "", spec)
    }
    return result
  }

  private static func padded(_ word: String, _ spec: Substring) -> String {
    guard let width = Int(spec), abs(width) <= 1000, word.count < abs(width) else { return word }
    let space = String(repeating: " ", count: abs(width) - word.count)
    return width < 0 ? word + space : space + word
  }
}
