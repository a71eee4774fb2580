/// Texts as lines.
enum TextLines {
  /// Without the empty one behind the last newline.
  static func of(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

enum Sort: Tool {
  static let names = ["sort"]
  static let input = ToolInput(valued: "kto")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "kt")
    let found = call.texts(rest)
    let field = flags["k"].flatMap { Int($0.prefix { $0.isNumber }) }
    let isNumeric = flags["n"] != nil || flags["k"]?.contains("n") ?? false
    let isReversed = flags["r"] != nil || flags["k"]?.contains("r") ?? false
    let keyed = found.texts.flatMap(TextLines.of).map { line in
      (key: key(of: line, field, flags["t"]?.first), line: line)
    }
    var sorted = keyed.sorted { left, right in
      if isNumeric {
        let (a, b) = (number(left.key), number(right.key))
        if a != b { return a < b }
      }
      if left.key != right.key { return bytes(left.key, right.key) }
      return bytes(left.line, right.line)
    }.map(\.line)
    if flags["u"] != nil {
      sorted = sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
    }
    if isReversed { sorted.reverse() }
    call.output = sorted.map { $0 + "\n" }.joined()
    return .exit(found.status)
  }

  private static func bytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func number(_ text: String) -> Double {
    Double(text.drop { $0 == " " }.prefix { "-.0123456789".contains($0) }) ?? 0
  }

  private static func key(of line: String, _ field: Int?, _ separator: Character?) -> String {
    guard let field, field > 0 else { return line }
    let fields =
      separator.map { line.split(separator: $0, omittingEmptySubsequences: false) }
      ?? line.split { $0 == " " || $0 == "\t" }
    return fields.dropFirst(field - 1).joined(separator: " ")
  }
}

enum Unique: Tool {
  static let names = ["uniq"]
  static let input = ToolInput(valued: "fsw")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    let found = call.texts(rest)
    var groups: [(line: String, count: Int)] = []
    for line in found.texts.flatMap(TextLines.of) {
      if groups.last?.line == line {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    for group in groups where flags["d"] == nil || group.count > 1 {
      let digits = "\(group.count)"
      let count = String(repeating: " ", count: max(0, 7 - digits.count)) + digits + " "
      call.output += (flags["c"] != nil ? count : "") + group.line + "\n"
    }
    return .exit(found.status)
  }
}

enum Cut: Tool {
  static let names = ["cut"]
  static let input = ToolInput(valued: "dfbc")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "dfcb")
    let separator = flags["d"]?.first ?? "\t"
    guard let list = flags["f"] ?? flags["c"] ?? flags["b"] else {
      return call.fail("expected a list of bytes, characters, or fields")
    }
    let found = call.texts(rest)
    for line in found.texts.flatMap(TextLines.of) {
      if flags["f"] == nil {
        let characters = Array(line)
        call.output += String(places(list, characters.count).map { characters[$0] }) + "\n"
        continue
      }
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      if fields.count == 1 {
        if flags["s"] == nil { call.output += line + "\n" }
        continue
      }
      call.output +=
        places(list, fields.count).map { String(fields[$0]) }.joined(separator: String(separator))
        + "\n"
    }
    return .exit(found.status)
  }

  /// `1,3-5,7-`: places counted from zero.
  private static func places(_ list: String, _ count: Int) -> [Int] {
    list.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      let first = max(1, Int(ends[0]) ?? 1)
      let last = min(count, ends.count == 1 ? first : Int(ends[1]) ?? count)
      return first <= last ? Array((first - 1)..<last) : []
    }
  }
}

enum Translate: Tool {
  static let names = ["tr"]
  static let input = ToolInput.always

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var (flags, rest) = call.options()
    guard let first = rest.first else { return call.fail("missing operand") }
    rest.removeFirst()
    let from = set(Printf.unescaped(first))
    let to = rest.first.map { set(Printf.unescaped($0)) } ?? []
    let isNegated = flags["c"] != nil
    var last: Character?
    for character in call.input {
      let place = from.firstIndex(of: character)
      guard (place != nil) != isNegated else {
        call.output.append(character)
        last = nil
        continue
      }
      if flags["d"] != nil { continue }
      let new = to.isEmpty ? character : to[min(place ?? to.count - 1, to.count - 1)]
      if flags["s"] != nil, new == last { continue }
      call.output.append(new)
      last = new
    }
    flags = [:]
    return .exit(0)
  }

  /// `a-z0-9`, `[:upper:]`
  private static func set(_ text: String) -> [Character] {
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let classes = [
      "[:upper:]": upper, "[:lower:]": upper.lowercased(), "[:digit:]": "0123456789",
      "[:space:]": " \t\n\r", "[:alpha:]": upper + upper.lowercased(),
    ]
    if let known = classes[text] { return Array(known) }
    var result: [Character] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard rest.first == "-", rest.count > 1, let from = character.asciiValue,
        let to = rest.dropFirst().first?.asciiValue, from <= to
      else {
        result.append(character)
        continue
      }
      result += (from...to).map { Character(UnicodeScalar($0)) }
      rest = rest.dropFirst(2)
    }
    return result
  }
}

/// `awk`: `{print $1, "text", $NF}`, with `/regex/` in front and `-F`.
enum Awk: Tool {
  static let names = ["awk"]
  static let input = ToolInput(leading: 1, valued: "Fvf", instead: "f")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var (flags, rest) = call.options(valued: "F")
    guard let script = rest.first.map({ ShellText.trimmed(Substring($0)) }) else {
      return call.fail("missing program")
    }
    rest.removeFirst()
    let open = script.firstIndex(of: "{") ?? script.endIndex
    let condition = ShellText.trimmed(script[..<open])
    let body = script[open...].dropFirst().prefix { $0 != "}" }
    let regex =
      condition.hasPrefix("/")
      ? Pattern.regex(String(condition.dropFirst().dropLast()), isExtended: true) : nil
    let separator = flags["F"]?.first
    flags["F"] = nil
    let found = call.texts(rest)
    for (place, line) in found.texts.flatMap(TextLines.of).enumerated() {
      if let regex, !line.contains(regex) { continue }
      if condition.hasPrefix("NR=="), Int(condition.dropFirst(4)) != place + 1 { continue }
      if condition.hasPrefix("NR>"), let least = Int(condition.dropFirst(3)), place < least {
        continue
      }
      let fields =
        separator.map { line.split(separator: $0, omittingEmptySubsequences: false) }
        ?? line.split { $0 == " " || $0 == "\t" }
      call.output += printed(body, line, fields.map(String.init), place + 1) + "\n"
    }
    return .exit(found.status)
  }

  private static func printed(
    _ body: Substring, _ line: String, _ fields: [String], _ number: Int
  ) -> String {
    let words = ShellText.trimmed(body).dropFirst("print".count)
    if ShellText.trimmed(words).isEmpty { return line }
    return words.split(separator: ",").map { part in
      part.split(separator: " ").map { word -> String in
        if word.hasPrefix("\"") { return word.filter { $0 != "\"" } }
        if word == "NR" { return "\(number)" }
        if word == "NF" { return "\(fields.count)" }
        if word == "$NF" { return fields.last ?? "" }
        guard let place = Int(word.dropFirst()), word.hasPrefix("$") else { return "" }
        return place == 0 ? line : place <= fields.count ? fields[place - 1] : ""
      }.joined()
    }.joined(separator: " ")
  }
}
