/// The names of the programs that a script runs, told from its other words as far as a reader
/// without a shell can: the first word of each simple command.
struct ScriptCommands {
  private(set) var names: Set<String> = []

  init(_ text: String) {
    for line in Self.withoutQuotes(text).split(separator: "\n") {
      let commands = line.split { ";|&(){}`".contains($0) }
      for command in commands { read(command) }
    }
  }

  private mutating func read(_ command: Substring) {
    var words = command.split(separator: " ")[...]
    while let word = words.first {
      if word.hasPrefix("#") { return }
      let isAssignment = word.firstIndex(of: "=").map { $0 > word.startIndex } ?? false
      guard isAssignment || Self.before.contains(String(word)) else { break }
      words.removeFirst()
    }
    guard let word = words.popFirst().map(String.init) else { return }
    names.insert(word)
    guard Self.starters.contains(word) else { return }
    let rest = words.drop { $0.hasPrefix("-") || $0.first?.isNumber == true || $0.contains("=") }
    read(rest.joined(separator: " ")[...])
  }

  private static let before: Set<String> = ["then", "do", "else", "!", "$"]
  /// Another command stands behind them.
  private static let starters: Set<String> = [
    "if", "while", "until", "elif", "exec", "timeout", "env", "xargs",
  ]

  /// What stands between single quotes is no command; double quotes may hold substitutions.
  private static func withoutQuotes(_ text: String) -> String {
    var kept = ""
    var isQuoted = false
    for character in text {
      if character == "'" {
        isQuoted.toggle()
        kept.append("_")
      } else if !isQuoted {
        kept.append(character)
      }
    }
    return kept.replacing("\"", with: "")
  }
}
