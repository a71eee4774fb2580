import Objects

extension YAML {
  /// The text kubectl prints for a value: keys sorted, lists level with their key, quotes only
  /// where they are needed, long texts broken behind eighty columns. Ends with a newline.
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
      // Lines of a text that stands for itself are set in like those of any other.
      text += scalar(value, column: 0, indent: indent + 2) + "\n"
    }
  }

  private mutating func write(_ members: Members, indent: Int, firstIsInline: Bool = false) {
    var isInline = firstIsInline
    for (name, value) in members.sorted {
      if !isInline { pad(indent) }
      isInline = false
      let key = ScalarStyle(name, isKey: true).written(column: indent, indent: indent)
      text += key + ":"
      switch value {
      case .object(let inner) where !inner.isEmpty:
        text += "\n"
        write(inner, indent: indent + 2)
      case .array(let items) where !items.isEmpty:
        text += "\n"
        write(items, indent: indent)
      case .null, .bool, .integer, .number, .string, .object, .array:
        let column = indent + key.unicodeScalars.count + 2
        text += " " + scalar(value, column: column, indent: indent + 2) + "\n"
      }
    }
  }

  private mutating func write(_ items: [APIValue], indent: Int, firstIsInline: Bool = false) {
    var isInline = firstIsInline
    for item in items {
      if !isInline { pad(indent) }
      isInline = false
      text += "- "
      switch item {
      case .object(let members) where !members.isEmpty:
        write(members, indent: indent + 2, firstIsInline: true)
      case .array(let inner) where !inner.isEmpty:
        write(inner, indent: indent + 2, firstIsInline: true)
      case .null, .bool, .integer, .number, .string, .object, .array:
        text += scalar(item, column: indent + 2, indent: indent + 2) + "\n"
      }
    }
  }

  private mutating func pad(_ count: Int) {
    text += String(repeating: " ", count: count)
  }

  private func scalar(_ value: APIValue, column: Int, indent: Int) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): JSON.text(of: number)
    case .object: "{}"
    case .array: "[]"
    case .string(let string): ScalarStyle(string).written(column: column, indent: indent)
    }
  }
}
