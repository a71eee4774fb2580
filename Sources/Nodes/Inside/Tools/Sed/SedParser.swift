/// Reads `sed`'s language.
struct SedParser {
  private let text: Bytes
  private let isExtended: Bool
  private var place = 0
  private var commands: [SedScript.Command] = []
  /// Places of blocks that are still open.
  private var blocks: [Int] = []
  private var labels: [String: Int] = [:]
  private var jumps: [(command: Int, label: String)] = []

  init(_ text: Bytes, isExtended: Bool) {
    self.text = text
    self.isExtended = isExtended
  }

  static func script(_ text: Bytes, isExtended: Bool) throws(ToolProblem) -> SedScript {
    var parser = SedParser(text, isExtended: isExtended)
    return try parser.script()
  }

  private var next: UInt8? { place < text.count ? text[place] : nil }

  private mutating func skip(_ bytes: String) {
    while let next, bytes.utf8.contains(next) { place += 1 }
  }

  private mutating func script() throws(ToolProblem) -> SedScript {
    while true {
      skip("; \t\n\r")
      guard let next else { break }
      if next == UInt8(ascii: "#") {
        while let next = self.next, next != .newline { place += 1 }
        continue
      }
      try command()
    }
    for block in blocks { commands[block].action = .block(end: commands.count) }
    for jump in jumps { try resolve(jump.command, jump.label) }
    return SedScript(commands: commands)
  }

  private mutating func resolve(_ command: Int, _ label: String) throws(ToolProblem) {
    guard let target = label.isEmpty ? commands.count : labels[label] else {
      throw ToolProblem(text: "can't find label for jump to '\(label)'")
    }
    switch commands[command].action {
    case .branchIfSubstituted: commands[command].action = .branchIfSubstituted(target)
    case .branchUnlessSubstituted: commands[command].action = .branchUnlessSubstituted(target)
    default: commands[command].action = .branch(target)
    }
  }

  // MARK: Commands

  private mutating func command() throws(ToolProblem) {
    var command = SedScript.Command(action: .nothing)
    command.first = try address()
    if command.first != nil {
      skip(" \t")
      if next == UInt8(ascii: ",") {
        place += 1
        skip(" \t")
        command.last = try address(isSecond: true)
        if command.last == nil { throw ToolProblem(text: "no address after comma") }
      }
    }
    skip(" \t")
    while next == UInt8(ascii: "!") {
      command.isNegated = true
      place += 1
      skip(" \t!")
    }
    guard let letter = next, letter != .newline else { throw ToolProblem(text: "missing command") }
    place += 1
    command.action = try action(letter)
    commands.append(command)
  }

  private mutating func action(_ letter: UInt8) throws(ToolProblem) -> SedScript.Action {
    let plain: [UInt8: SedScript.Action] = [
      UInt8(ascii: "p"): .print, UInt8(ascii: "P"): .printFirstLine, UInt8(ascii: "d"): .delete,
      UInt8(ascii: "D"): .deleteFirstLine, UInt8(ascii: "q"): .quit, UInt8(ascii: "n"): .next,
      UInt8(ascii: "N"): .appendNext, UInt8(ascii: "h"): .hold, UInt8(ascii: "H"): .appendHold,
      UInt8(ascii: "g"): .get, UInt8(ascii: "G"): .appendGet, UInt8(ascii: "x"): .exchange,
      UInt8(ascii: "="): .lineNumber, UInt8(ascii: "l"): .nothing,
    ]
    if let action = plain[letter] { return action }
    switch letter {
    case UInt8(ascii: "s"): return .substitute(try substitution())
    case UInt8(ascii: "y"): return .translate(try translation())
    case UInt8(ascii: "a"): return .append(addedText())
    case UInt8(ascii: "i"): return .insert(addedText())
    case UInt8(ascii: "c"): return .change(addedText())
    case UInt8(ascii: "r"): return .read(try fileName())
    case UInt8(ascii: "w"): return .write(try fileName())
    case UInt8(ascii: ":"):
      let label = word(endingAt: "\n; \t")
      if label.isEmpty { throw ToolProblem(text: "no label") }
      labels[label] = commands.count
      return .nothing
    case UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "T"):
      skip(" \t")
      jumps.append((commands.count, word(endingAt: "\n;} \t")))
      return letter == UInt8(ascii: "b")
        ? .branch(0)
        : letter == UInt8(ascii: "t") ? .branchIfSubstituted(0) : .branchUnlessSubstituted(0)
    case UInt8(ascii: "{"):
      blocks.append(commands.count)
      return .block(end: 0)
    case UInt8(ascii: "}"):
      if let block = blocks.popLast() { commands[block].action = .block(end: commands.count) }
      return .nothing
    default: throw ToolProblem(text: "unsupported command \(String([letter]))")
    }
  }

  private mutating func word(endingAt ends: String) -> String {
    skip(" \t")
    let begin = place
    while let next, !ends.utf8.contains(next) { place += 1 }
    return String(Bytes(text[begin..<place]))
  }

  private mutating func fileName() throws(ToolProblem) -> String {
    let name = word(endingAt: "\n")
    if name.isEmpty { throw ToolProblem(text: "empty filename") }
    return name
  }

  /// What `a`, `i` and `c` add: up to a newline that no backslash makes part of it.
  private mutating func addedText() -> Bytes {
    skip(" \t")
    if next == .backslash {
      place += 1
      let begin = place
      skip(" \t")
      if next == .newline { place += 1 } else { place = begin }
    }
    var result: Bytes = []
    while let byte = next, byte != .newline {
      place += 1
      guard byte == .backslash, let escaped = next else {
        result.append(byte)
        continue
      }
      place += 1
      let special: [UInt8: UInt8] = [UInt8(ascii: "t"): 9, UInt8(ascii: "n"): .newline]
      result.append(special[escaped] ?? escaped)
    }
    return result + [.newline]
  }

  // MARK: Addresses

  private mutating func address(isSecond: Bool = false) throws(ToolProblem) -> SedScript.Address? {
    guard let next else { return nil }
    if next == UInt8(ascii: "$") {
      place += 1
      return .last
    }
    if next.isDigit { return .line(number()) }
    if isSecond, next == UInt8(ascii: "+") {
      place += 1
      return .further(number())
    }
    guard next == UInt8(ascii: "/") || next == .backslash else { return nil }
    place += next == .backslash ? 2 : 1
    let delimiter = text[min(place, text.count) - 1]
    let pattern = try part(until: delimiter, isPattern: true)
    return .matching(try expression(pattern, ignoresCase: false))
  }

  private mutating func number() -> Int {
    var value = 0
    while let next, next.isDigit {
      value = min(value * 10 + Int(next - 48), 1_000_000_000)
      place += 1
    }
    return value
  }

  private func expression(_ text: Bytes, ignoresCase: Bool) throws(ToolProblem) -> PosixPattern? {
    if text.isEmpty { return nil }
    do throws(PatternProblem) {
      return try PosixPattern(text, isExtended: isExtended, ignoresCase: ignoresCase)
    } catch {
      throw ToolProblem(text: "bad regex '\(String(text))': \(error.rawValue)")
    }
  }

  /// Up to the delimiter; a backslash in front makes it plain, brackets hide it.
  private mutating func part(until delimiter: UInt8, isPattern: Bool) throws(ToolProblem) -> Bytes {
    var result: Bytes = []
    var isInBrackets = false
    while let byte = next {
      place += 1
      if byte == .backslash, let escaped = next, !isInBrackets || "nt".utf8.contains(escaped) {
        place += 1
        switch escaped {
        case delimiter where escaped != .newline: result.append(escaped)
        case UInt8(ascii: "n") where isPattern: result.append(.newline)
        case UInt8(ascii: "t"): result.append(9)
        default: result += [.backslash, escaped]
        }
        continue
      }
      if byte == delimiter, !isInBrackets { return result }
      result.append(byte)
      guard isPattern else { continue }
      if isInBrackets {
        isInBrackets = byte != UInt8(ascii: "]")
      } else if byte == UInt8(ascii: "[") {
        openBracket(&result)
        isInBrackets = true
      }
    }
    throw ToolProblem(text: "unmatched '\(String([delimiter]))'")
  }

  /// Right behind an opening bracket `]` and `^]` are plain.
  private mutating func openBracket(_ result: inout Bytes) {
    for sign in "^]".utf8 where next == sign {
      result.append(sign)
      place += 1
    }
  }

  // MARK: Substitutions

  private mutating func substitution() throws(ToolProblem) -> SedScript.Substitution {
    guard let delimiter = next else {
      throw ToolProblem(text: "bad format in substitution expression")
    }
    place += 1
    let pattern = try part(until: delimiter, isPattern: true)
    let replacement = try part(until: delimiter, isPattern: false)
    var result = SedScript.Substitution(replacement: Self.parts(replacement))
    var ignoresCase = false
    while let flag = next, !"\n;} #".utf8.contains(flag) {
      switch flag {
      case UInt8(ascii: "g"):
        result.isGlobal = true
        result.first = 1
      case UInt8(ascii: "p"): result.prints = true
      case UInt8(ascii: "i"), UInt8(ascii: "I"): ignoresCase = true
      case 49...57:
        result.first = number()
        result.isGlobal = false
        continue
      case UInt8(ascii: "w"):
        place += 1
        result.file = try fileName()
        continue
      default: throw ToolProblem(text: "bad option in substitution expression")
      }
      place += 1
    }
    result.pattern = try expression(pattern, ignoresCase: ignoresCase)
    return result
  }

  private static func parts(_ text: Bytes) -> [SedScript.Substitution.Part] {
    var parts: [SedScript.Substitution.Part] = []
    var plain: Bytes = []
    var place = 0
    func flush() {
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = []
    }
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: "&") {
        flush()
        parts.append(.group(0))
      } else if byte == .backslash, place < text.count {
        let escaped = text[place]
        place += 1
        if escaped.isDigit {
          flush()
          parts.append(.group(Int(escaped - 48)))
        } else {
          plain.append(escaped == UInt8(ascii: "n") ? .newline : escaped)
        }
      } else {
        plain.append(byte)
      }
    }
    flush()
    return parts
  }

  private mutating func translation() throws(ToolProblem) -> [UInt8] {
    guard let delimiter = next else { throw ToolProblem(text: "bad format in y command") }
    place += 1
    let from = Self.plain(try part(until: delimiter, isPattern: false))
    let to = Self.plain(try part(until: delimiter, isPattern: false))
    var table = Array(UInt8(0)...255)
    for (place, byte) in from.enumerated() where place < to.count {
      table[Int(byte)] = to[place]
    }
    return table
  }

  private static func plain(_ text: Bytes) -> Bytes {
    var result: Bytes = []
    var place = 0
    while place < text.count {
      if text[place] == .backslash, place + 1 < text.count {
        place += 1
        result.append(text[place] == UInt8(ascii: "n") ? .newline : text[place])
      } else {
        result.append(text[place])
      }
      place += 1
    }
    return result
  }
}
