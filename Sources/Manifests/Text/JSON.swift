import Objects

/// JSON, written as the API and kubectl write it: keys sorted.
public enum JSON {
  /// The text of a value; pretty is kubectl's `-o json`, four spaces a level. Keys stand as they
  /// are in the value when they are not to be sorted.
  public static func encode(_ value: APIValue, pretty: Bool, sorted: Bool = true) -> String {
    var text = ""
    write(value, into: &text, indent: pretty ? 0 : nil, sorted: sorted)
    return text
  }

  private static func write(
    _ value: APIValue, into text: inout String, indent: Int?, sorted: Bool
  ) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += "\(number)"
    case .number(let number): text += Self.text(of: number)
    case .string(let string): text += quoted(string)
    case .array(let items):
      list(
        items.map { (name: nil, value: $0) }, "[", "]", into: &text, indent: indent, sorted: sorted)
    case .object(let members):
      let ordered = sorted ? members.sorted : members
      let entries = ordered.map { (name: Optional($0.name), value: $0.value) }
      list(entries, "{", "}", into: &text, indent: indent, sorted: sorted)
    }
  }

  private static func list(
    _ entries: [(name: String?, value: APIValue)], _ open: String, _ close: String,
    into text: inout String, indent: Int?, sorted: Bool
  ) {
    text += open
    if entries.isEmpty {
      text += close
      return
    }
    let inner = indent.map { $0 + 4 }
    for (position, entry) in entries.enumerated() {
      if position > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      if let name = entry.name { text += quoted(name) + (indent == nil ? ":" : ": ") }
      write(entry.value, into: &text, indent: inner, sorted: sorted)
    }
    if let indent { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  /// A number as JSON has it: no `.0` behind a whole one.
  static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int64(number))" }
    return "\(number)"
  }

  /// A text in double quotes, with JSON's escapes.
  public static func quoted(_ string: String) -> String {
    // Most texts are written as they are.
    guard string.utf8.contains(where: mayNeedEscaping) else { return "\"\(string)\"" }
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{08}": text += "\\b"
      case "\u{0C}": text += "\\f"
      case "\u{2028}", "\u{2029}": text += "\\u" + String(scalar.value, radix: 16)
      case "<", ">", "&":
        // Go's encoder escapes what a web page would misread.
        text += "\\u00" + String(scalar.value, radix: 16)
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }

  /// Whether a byte is one that is escaped, or begins a character that may be: U+2028, U+2029.
  private static func mayNeedEscaping(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0xE2: true
    default: #"\"<>&"#.utf8.contains(byte)
    }
  }

  /// Reads one JSON value.
  public static func decode(_ text: String) throws(ManifestError) -> APIValue {
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.error("unexpected text after the value") }
    return value
  }
}
