import Objects

/// Texts in quotes as Go writes and reads them.
public enum GoQuoting {
  /// `"a\n\"b\""`
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// What stands between quotes, its escapes resolved; nil where one is unknown.
  static func unquoted(_ text: String, _ quote: Character) -> String? {
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard let escape = rest.popFirst() else { return nil }
      if let plain = plain[escape] {
        result.append(plain)
      } else if let count = ["x": 2, "u": 4, "U": 8][escape] {
        let digits = rest.prefix(count)
        guard digits.count == count, let value = UInt32(digits, radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        rest.removeFirst(count)
        result.unicodeScalars.append(scalar)
      } else if escape == quote {
        result.append(quote)
      } else {
        return nil
      }
    }
    return result
  }

  private static let plain: [Character: Character] = [
    "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
    "\\": "\\",
  ]
}

extension APIValue {
  /// What Go calls the type of a value that was read from JSON.
  var goTypeName: String {
    switch self {
    case .null: "<nil>"
    case .bool: "bool"
    case .integer: "int64"
    case .number: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }

  /// As Go's `%v` prints it: `map[a:b c:[d e]]`.
  public var goValueText: String {
    switch self {
    case .null: return "<nil>"
    case .bool(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .number(let number): return GoNumber.shortest(number)
    case .string(let text): return text
    case .array(let items): return "[" + items.map(\.goValueText).joined(separator: " ") + "]"
    case .object(let members):
      let texts = members.sorted.map { "\($0.name):\($0.value.goValueText)" }
      return "map[" + texts.joined(separator: " ") + "]"
    }
  }

  /// As Go's `%#v` prints it, with the types of everything.
  public var goSyntax: String {
    switch self {
    case .null: return "interface {}(nil)"
    case .bool(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .number(let number): return GoNumber.shortest(number)
    case .string(let text): return GoQuoting.quoted(text)
    case .array(let items):
      return "[]interface {}{" + items.map(\.goSyntax).joined(separator: ", ") + "}"
    case .object(let members):
      let texts = members.sorted.map { "\(GoQuoting.quoted($0.name)):\($0.value.goSyntax)" }
      return "map[string]interface {}{" + texts.joined(separator: ", ") + "}"
    }
  }
}
