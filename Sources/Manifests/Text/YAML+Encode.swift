import Objects

extension YAML {
  /// The text kubectl prints for a value: keys sorted, lists level with their key, quotes only
  /// where they are needed. Ends with a newline.
  public static func encode(_ value: APIValue) -> String {
    var writer = YAMLWriter()
    writer.write(value, indent: 0)
    return writer.text
  }
}

private struct YAMLWriter {
  var text = ""

  /// A whole value on lines of its own.
  mutating func write(_ value: APIValue, indent: Int) {
    switch value {
    case .object(let members) where !members.isEmpty: write(members, indent: indent)
    case .array(let items) where !items.isEmpty: write(items, indent: indent)
    case .null, .bool, .integer, .number, .string, .object, .array:
      text += scalar(value, indent: indent) + "\n"
    }
  }

  private mutating func write(_ members: Members, indent: Int, firstIsInline: Bool = false) {
    var isInline = firstIsInline
    for (name, value) in members.sorted {
      if !isInline { pad(indent) }
      isInline = false
      text += key(name) + ":"
      switch value {
      case .object(let inner) where !inner.isEmpty:
        text += "\n"
        write(inner, indent: indent + 2)
      case .array(let items) where !items.isEmpty:
        text += "\n"
        write(items, indent: indent)
      case .null, .bool, .integer, .number, .string, .object, .array:
        text += " "
        text += scalar(value, indent: indent + 2) + "\n"
      }
    }
  }

  private mutating func write(_ items: [APIValue], indent: Int) {
    for item in items {
      pad(indent)
      text += "- "
      switch item {
      case .object(let members) where !members.isEmpty:
        write(members, indent: indent + 2, firstIsInline: true)
      case .array(let inner) where !inner.isEmpty:
        var nested = YAMLWriter()
        nested.write(inner, indent: indent + 2)
        text += nested.text.drop { $0 == " " }
      case .null, .bool, .integer, .number, .string, .object, .array:
        text += scalar(item, indent: indent + 2) + "\n"
      }
    }
  }

  private mutating func pad(_ count: Int) {
    text += String(repeating: " ", count: count)
  }

  private func key(_ name: String) -> String {
    ScalarText.needsQuotes(name) ? JSON.quoted(name) : name
  }

  private func scalar(_ value: APIValue, indent: Int) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .number(let number): return JSON.text(of: number)
    case .object: return "{}"
    case .array: return "[]"
    case .string(let string):
      return YAMLText.write(string, column: column, indent: indent)
    }
  }

  /// How far the line is written, where it matters.
  private var column: Int {
    text.unicodeScalars.reversed().prefix { $0 != "\n" }.count
  }
}
