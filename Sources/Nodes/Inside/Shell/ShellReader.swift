/// Reads a script, one complete command after the other.
struct ShellReader: Sendable {
  var bytes: [UInt8]
  var position = 0
  /// How many commands and words in braces lie in one another.
  private var depth = 0
  /// Words that stand for others where a command begins.
  var aliases: [String: String] = [:]
  /// Whether the shell knows `[[ … ]]`.
  var hasConditionals = true
  /// Aliases that have been put into the text, each up to so many bytes from its end.
  private var used: [(name: String, left: Int)] = []
  /// The number of the line at `counted`, up to where lines have been counted.
  private var line: Int
  private var counted = 0
  /// How many lines of here-documents have been cut out behind the newline at a position.
  private var cutLines: [Int: Int] = [:]
  /// Whether there may be more to come than is there now: then a here-document without an end is
  /// not at its end.
  let mayGoOn: Bool

  init(_ text: String, firstLine: Int = 1, mayGoOn: Bool = false) {
    bytes = Array(text.utf8)
    line = firstLine
    self.mayGoOn = mayGoOn
  }

  /// The commands of the next line that has any, with all that belongs to them; nil at the end.
  mutating func nextCommand() throws(ShellSyntaxError) -> ShellCommand? {
    skipEmptyLines()
    guard next != nil else { return nil }
    var commands: [ShellCommand] = []
    repeat {
      commands.append(try andOrList())
      skipBlanks()
    } while isAtCommand
    if next == Self.newline {
      position += 1
    } else if next != nil {
      throw unexpected()
    }
    return commands.count == 1 ? commands[0] : .sequence(commands)
  }

  /// A whole script as one command.
  static func read(_ text: String) throws(ShellSyntaxError) -> ShellCommand {
    var reader = ShellReader(text)
    var commands: [ShellCommand] = []
    while let command = try reader.nextCommand() { commands.append(command) }
    return commands.count == 1 ? commands[0] : .sequence(commands)
  }

  /// Whether nothing but blanks and comments is left.
  var isAtEnd: Bool {
    var rest = self
    rest.skipEmptyLines()
    return rest.next == nil
  }

  // MARK: - Lines

  /// The number of the line that is being read.
  mutating func currentLine() -> Int {
    while counted < position, counted < bytes.count {
      if bytes[counted] == Self.newline { line += 1 + cutLines[counted, default: 0] }
      counted += 1
    }
    return line
  }

  /// Takes the text of a here-document out of the script, behind the newline at a position.
  mutating func cut(_ lines: Range<Int>, behind newline: Int) {
    cutLines[newline, default: 0] += bytes[lines].count { $0 == Self.newline }
    bytes.removeSubrange(lines)
  }

  // MARK: - Looking

  static let newline = UInt8(ascii: "\n")

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func peek(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  func isAt(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[position + place] != text.utf8Start[place] {
      return false
    }
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    skipBlanks()
    guard isAt(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Whether a further command begins here.
  private var isAtCommand: Bool {
    guard let next else { return false }
    return !"\n;&|)".utf8.contains(next)
  }

  mutating func skipBlanks() {
    while let byte = next {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        position += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == Self.newline {
        position += 2
      } else if byte == UInt8(ascii: "#") {
        while let rest = next, rest != Self.newline {
          _ = rest
          position += 1
        }
      } else {
        return
      }
    }
  }

  mutating func skipEmptyLines() {
    skipBlanks()
    while next == Self.newline {
      position += 1
      skipBlanks()
    }
  }

  /// A word of plain letters standing alone, such as a reserved one; else nothing.
  mutating func peekWord() -> String {
    skipBlanks()
    var place = position
    while place < bytes.count, Self.isReservedByte(bytes[place]) { place += 1 }
    if place < bytes.count, !Self.endsWord(bytes[place]) { return "" }
    return String(decoding: bytes[position..<place], as: UTF8.self)
  }

  private static func isReservedByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || byte == 123 || byte == 125 || byte == 33
  }

  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 32, 9, 10, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard peekWord() == word else { return false }
    position += word.utf8.count
    return true
  }

  mutating func expect(_ word: String) throws(ShellSyntaxError) {
    skipEmptyLines()
    guard takeWord(word) else { throw unexpected(expecting: word) }
  }

  /// What stands here does not belong here.
  func unexpected(expecting wanted: String? = nil) -> ShellSyntaxError {
    var message = "syntax error: unexpected "
    var isIncomplete = false
    var looking = self
    let word = looking.peekWord()
    switch looking.next {
    case nil:
      message += "end of file"
      isIncomplete = true
    case Self.newline?: message += "newline"
    case let byte? where Self.endsWord(byte):
      let pair = String(decoding: looking.bytes[looking.position...].prefix(2), as: UTF8.self)
      message +=
        "<>".utf8.contains(byte)
        ? "redirection"
        : ["&&", "||", ";;"].contains(pair) ? "\"\(pair)\"" : "\"\(pair.prefix(1))\""
    case .some: message += Self.reserved.contains(word) ? "\"\(word)\"" : "word"
    }
    if let wanted { message += " (expecting \"\(wanted)\")" }
    return ShellSyntaxError(message: message, isIncomplete: isIncomplete)
  }

  static let reserved: Set<String> = [
    "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "for", "in", "case", "esac",
    "{", "}", "!", "function",
  ]

  /// What lies too deep in one another would not fit on the stack.
  mutating func goDeeper() throws(ShellSyntaxError) {
    guard depth < 60 else { throw ShellSyntaxError(message: "syntax error: nested too deep") }
    depth += 1
  }

  mutating func goUp() { depth -= 1 }

  // MARK: - Lists

  /// Commands up to one of the words in `ends`, a closing parenthesis, or `;;`.
  mutating func list(until ends: [String]) throws(ShellSyntaxError) -> ShellCommand {
    try goDeeper()
    defer { goUp() }
    var commands: [ShellCommand] = []
    skipEmptyLines()
    while next != nil, !isAt(")"), !isAt(";;") {
      expandAliases()
      if ends.contains(peekWord()) { break }
      commands.append(try andOrList())
      skipEmptyLines()
    }
    if commands.isEmpty { throw unexpected(expecting: nil) }
    return commands.count == 1 ? commands[0] : .sequence(commands)
  }

  /// A list joined by `&&` and `||`, and what ends it: `;`, `&` or nothing.
  private mutating func andOrList() throws(ShellSyntaxError) -> ShellCommand {
    var left = try pipeline()
    while true {
      skipBlanks()
      if isAt("&&") {
        position += 2
        skipEmptyLines()
        left = .and(left, try pipeline())
      } else if isAt("||") {
        position += 2
        skipEmptyLines()
        left = .or(left, try pipeline())
      } else if isAt("&") {
        position += 1
        return .background(left)
      } else {
        if isAt(";"), !isAt(";;") { position += 1 }
        return left
      }
    }
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellCommand {
    var isNegated = false
    while takeWord("!") { isNegated.toggle() }
    var stages = [try command()]
    skipBlanks()
    while isAt("|"), !isAt("||") {
      position += 1
      skipEmptyLines()
      stages.append(try command())
      skipBlanks()
    }
    return stages.count == 1 && !isNegated ? stages[0] : .pipeline(stages, negated: isNegated)
  }

  /// Puts what an alias stands for in its place; one does not stand for itself.
  private mutating func expandAliases() {
    skipBlanks()
    while !aliases.isEmpty {
      let end = bytes[position...].firstIndex(where: Self.endsWord) ?? bytes.count
      let word = String(decoding: bytes[position..<end], as: UTF8.self)
      let left = bytes.count - position
      guard let text = aliases[word], !used.contains(where: { $0.name == word && left > $0.left })
      else { return }
      used.append((word, bytes.count - end))
      bytes.replaceSubrange(position..<end, with: Array(text.utf8))
      skipBlanks()
    }
  }

  private mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    expandAliases()
    if isAt("(") {
      position += 1
      let body = try list(until: [])
      guard take(")") else { throw unexpected(expecting: ")") }
      return try redirected(.subshell(body))
    }
    switch peekWord() {
    case "{":
      position += 1
      let body = try list(until: ["}"])
      try expect("}")
      return try redirected(body)
    case "if": return try redirected(try conditional())
    case "while", "until": return try redirected(try loop())
    case "for": return try redirected(try forEach())
    case "case": return try redirected(try choice())
    case "function":
      position += 8
      skipBlanks()
      let name = try word().plainText ?? ""
      _ = take("(") && take(")")
      return try function(name)
    case "then", "elif", "else", "fi", "do", "done", "esac", "}": throw unexpected()
    default: return try simple()
    }
  }

  private mutating func redirected(_ command: ShellCommand) throws(ShellSyntaxError) -> ShellCommand
  {
    var found: [Redirection] = []
    while let redirection = try redirection() { found.append(redirection) }
    return found.isEmpty ? command : .redirected(command, found)
  }

  mutating func function(_ name: String) throws(ShellSyntaxError) -> ShellCommand {
    skipEmptyLines()
    return .function(name: name, body: try command())
  }
}
