import Engine

extension ProcessRunner {
  /// The fields a word stands for: expanded, split at blanks outside quotes, patterns filled in.
  mutating func expand(_ word: ShellWord, splitting: Bool = true) -> [String] {
    if case .variable("@", _, _, true)? = word.parts.first, word.parts.count == 1, splitting {
      return process.positional
    }
    var fields = FieldSplitter()
    var isPattern = false
    for part in word.parts {
      let (text, isQuoted) = value(of: part)
      if isQuoted || !splitting {
        fields.add(text)
      } else if case .text = part {
        fields.add(text)
        isPattern = isPattern || text.contains { "*?[".contains($0) }
      } else {
        fields.addSplit(text)
      }
    }
    return isPattern && splitting ? fields.all.flatMap(filesMatching) : fields.all
  }

  /// A word of a `case`: what is quoted in it means itself.
  mutating func pattern(of word: ShellWord) -> String {
    var pattern = ""
    for part in word.parts {
      let (text, isQuoted) = value(of: part)
      pattern +=
        isQuoted ? text.map { "*?[]\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() : text
    }
    return pattern
  }

  private mutating func value(of part: ShellWord.Part) -> (text: String, isQuoted: Bool) {
    switch part {
    case .text(let text, let quoted): return (text, quoted)
    case .variable(let name, let sign, let word, let quoted):
      return (variable(name, sign, word), quoted)
    case .arithmetic(let text):
      let expanded = inner(text)
      let variables = process.variables
      let number = ShellArithmetic.value(of: expanded) { Int(variables[$0] ?? "") ?? 0 }
      return ("\(number ?? 0)", true)
    case .command(let command, let quoted):
      // Those of a simple command have been run before it.
      if !process.substituted.isEmpty { return (process.substituted.removeFirst(), quoted) }
      return (output(of: command), quoted)
    }
  }

  private mutating func variable(_ name: String, _ sign: String, _ word: String) -> String {
    let value = plainValue(name)
    let isSet = value.map { !$0.isEmpty } ?? false
    switch sign {
    case "length": return "\(value?.count ?? 0)"
    case ":-", "-": return isSet || (sign == "-" && value != nil) ? value ?? "" : inner(word)
    case ":=", "=":
      if isSet { return value ?? "" }
      process.variables[name] = inner(word)
      return process.variables[name] ?? ""
    case ":+", "+": return isSet ? inner(word) : ""
    case "#", "##":
      return GlobPattern.withoutPrefix(value ?? "", inner(word), longest: sign == "##")
    case "%", "%%":
      return GlobPattern.withoutSuffix(value ?? "", inner(word), longest: sign == "%%")
    default: return value ?? ""
    }
  }

  private mutating func inner(_ word: String) -> String {
    var reader = ShellReader(word)
    guard let parts = try? reader.quotedParts(until: nil) else { return word }
    // What stands in here was not run before.
    let substituted = process.substituted
    process.substituted = []
    defer { process.substituted = substituted }
    return parts.map { value(of: $0).text }.joined()
  }

  private func plainValue(_ name: String) -> String? {
    switch name {
    case "?": return "\(process.status)"
    case "$": return "\(process.shellPID)"
    case "-": return ""
    case "#": return "\(process.positional.count)"
    case "@", "*": return process.positional.joined(separator: " ")
    case "0": return process.variables["0"] ?? "sh"
    default:
      if let number = Int(name) {
        return number <= process.positional.count ? process.positional[number - 1] : nil
      }
      return process.variables[name]
    }
  }

  /// Runs a command for its output. What it sleeps is not waited for.
  mutating func output(of command: ShellCommand) -> String {
    guard depth < 10 else { return "" }
    var inner = self
    inner.depth = depth + 1
    inner.process.frames = [.command(command)]
    inner.process.traps = [:]
    inner.process.substituted = []
    inner.process.streams.out = .caller(.out)
    inner.answer = []
    var rounds = 0
    while rounds < 1000 {
      inner.run()
      guard case .sleeping = inner.process.state else { break }
      inner.process.state = .ready
      rounds += 1
    }
    if case .exited(let status) = inner.process.state { process.status = status }
    sandbox = inner.sandbox
    network = inner.network
    var text = inner.answer.filter { $0.stream == .out }.map(\.text).joined()
    answer += inner.answer.filter { $0.stream == .err }
    while text.last == "\n" { text.removeLast() }
    return text
  }

  private func filesMatching(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    let folder = pattern.contains("/") ? FileTree.parent(of: absolute(pattern)) : process.folder
    let name = FileTree.name(of: pattern)
    let names = sandbox.names(in: folder, of: container).filter {
      GlobPattern.matches($0, pattern: name) && ($0.first != "." || name.first == ".")
    }
    if names.isEmpty { return [pattern] }
    let prefix = pattern.contains("/") ? String(pattern.dropLast(name.count)) : ""
    return names.map { prefix + $0 }
  }
}

/// Gathers the fields of a word.
private struct FieldSplitter {
  private var fields: [String] = []
  private var current: String?

  var all: [String] { fields + [current].compactMap(\.self) }

  mutating func add(_ text: String) { current = (current ?? "") + text }

  /// Blanks in what was expanded part fields.
  mutating func addSplit(_ text: String) {
    let isBlank = { (character: Character) in " \n\t".contains(character) }
    if let first = text.first, isBlank(first) { end() }
    for (place, piece) in text.split(whereSeparator: isBlank).enumerated() {
      if place > 0 { end() }
      add(String(piece))
    }
    if let last = text.last, isBlank(last) { end() }
  }

  private mutating func end() {
    if let current { fields.append(current) }
    current = nil
  }
}

/// Shell patterns: `*`, `?`, `[abc]`.
enum GlobPattern {
  static func matches(_ text: String, pattern: String) -> Bool {
    matches(Array(text)[...], Array(pattern)[...])
  }

  private static func matches(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>)
    -> Bool
  {
    guard let first = pattern.first else { return text.isEmpty }
    switch first {
    case "*":
      let rest = pattern.drop { $0 == "*" }
      if rest.isEmpty { return true }
      return (text.startIndex...text.endIndex).contains { matches(text[$0...], rest) }
    case "?": return !text.isEmpty && matches(text.dropFirst(), pattern.dropFirst())
    case "[":
      guard let end = pattern.firstIndex(of: "]"), let character = text.first else { return false }
      let set = pattern[(pattern.startIndex + 1)..<end]
      let isNegated = set.first == "!" || set.first == "^"
      guard contains(isNegated ? set.dropFirst() : set, character) != isNegated else {
        return false
      }
      return matches(text.dropFirst(), pattern[(end + 1)...])
    case "\\" where pattern.count > 1:
      let literal = pattern.dropFirst()
      return text.first == literal.first && matches(text.dropFirst(), literal.dropFirst())
    default: return text.first == first && matches(text.dropFirst(), pattern.dropFirst())
    }
  }

  /// Whether a set such as `a-z_` has a character.
  private static func contains(_ set: ArraySlice<Character>, _ character: Character) -> Bool {
    var set = set
    while let first = set.popFirst() {
      if set.first == "-", set.count > 1 {
        let last = set[set.startIndex + 1]
        if first <= character, character <= last { return true }
        set = set.dropFirst(2)
      } else if first == character {
        return true
      }
    }
    return false
  }

  static func withoutPrefix(_ text: String, _ pattern: String, longest: Bool) -> String {
    let characters = Array(text)
    let lengths = Array(0...characters.count)
    for length in longest ? lengths.reversed() : lengths
    where matches(String(characters[..<length]), pattern: pattern) {
      return String(characters[length...])
    }
    return text
  }

  static func withoutSuffix(_ text: String, _ pattern: String, longest: Bool) -> String {
    let characters = Array(text)
    let starts = Array(0...characters.count)
    for start in longest ? starts : starts.reversed()
    where matches(String(characters[start...]), pattern: pattern) {
      return String(characters[..<start])
    }
    return text
  }
}
