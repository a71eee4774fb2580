import Objects

/// The dialect of YAML that depends neither on indentation nor on guesses: braces, brackets,
/// quoted texts, a comma behind everything.
public enum KYAML {
  /// One document with its `---` line in front.
  public static func encode(_ value: APIValue) -> String {
    "---\n" + text(of: value, level: 0) + "\n"
  }

  private static func text(of value: APIValue, level: Int) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .number(let number): return JSON.text(of: number)
    case .string(let text): return quoted(text, level: level + 1)
    case .array(let items): return list(items, level: level)
    case .object(let members): return object(members, level: level)
    }
  }

  private static func pad(_ level: Int) -> String { String(repeating: "  ", count: level) }

  private static func object(_ members: Members, level: Int) -> String {
    if members.isEmpty { return "{}" }
    var result = "{\n"
    for (name, value) in members.sorted {
      let key = canStandBare(name) ? name : quoted(name, level: 0, isFolded: false)
      result += pad(level + 1) + "\(key): " + text(of: value, level: level + 1) + ",\n"
    }
    return result + pad(level) + "}"
  }

  /// Objects and lists stand side by side, everything else on lines of its own.
  private static func list(_ items: [APIValue], level: Int) -> String {
    if items.isEmpty { return "[]" }
    let areCuddled = items.allSatisfy { $0.array != nil || $0.object != nil }
    if areCuddled {
      return "[" + items.map { text(of: $0, level: level) }.joined(separator: ", ") + "]"
    }
    let lines = items.map { pad(level + 1) + text(of: $0, level: level + 1) + ",\n" }
    return "[\n" + lines.joined() + pad(level) + "]"
  }

  /// A key needs no quotes when it is a plain word that nothing else could be meant by.
  private static func canStandBare(_ key: String) -> Bool {
    guard PlainText.readsAsText(key), !["t", "T", "f", "F"].contains(key), let last = key.last
    else { return false }
    if ["nan", "inf", "infinity"].contains(key.lowercased()) { return false }
    if last == "-" || last == "." || last == "/" { return false }
    return key.enumerated().allSatisfy { place, character in
      character.isLetter || character.isNumber || character == "_"
        || (place > 0 && "-./".contains(character))
    }
  }

  /// In double quotes; a text of several lines has each of them on a line of its own.
  private static func quoted(_ text: String, level: Int, isFolded: Bool = true) -> String {
    let folds = isFolded && text.contains("\n")
    var result = folds ? "\"\\\n" : "\""
    var isLineStart = folds
    for scalar in text.unicodeScalars {
      if isLineStart {
        // Blanks that begin a line are lost unless they are escaped.
        let isBlank = scalar.properties.isWhitespace && scalar != "\n"
        result += pad(level) + (isBlank ? "\\" : " ")
      }
      isLineStart = false
      if scalar == "\n", folds {
        result += "\\n\\\n"
        isLineStart = true
      } else {
        result += escaped(scalar)
      }
    }
    guard folds else { return result + "\"" }
    return result + (isLineStart ? "" : "\\\n") + pad(level) + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let short: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f",
      "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{0B}": "\\v", "\0": "\\0", "\u{1B}": "\\e",
      "\u{85}": "\\N", "\u{A0}": "\\_", "\u{2028}": "\\L", "\u{2029}": "\\P",
    ]
    if let text = short[scalar] { return text }
    guard scalar.value < 0x20 || scalar.value == 0x7F else { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
  }
}
