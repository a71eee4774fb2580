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
        text += " " + scalar(value, indent: indent + 2) + "\n"
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
      if string.contains("\n"), Self.fitsBlock(string) { return block(string, indent: indent) }
      return ScalarText.needsQuotes(string) ? Self.quoted(string) : string
    }
  }

  /// Quoted the way the printer chooses: single quotes for texts that only look special, double
  /// quotes for those that would be read as another type or hold control characters.
  private static func quoted(_ text: String) -> String {
    let isControlled = text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    if isControlled || text.isEmpty || text.contains("'") { return JSON.quoted(text) }
    if case .string = ScalarText.value(of: text) {
      let readsAsText = !["y", "Y", "n", "N"].contains(text) && !looksLikeTime(text)
      if readsAsText { return "'" + text + "'" }
    }
    return JSON.quoted(text)
  }

  private static func looksLikeTime(_ text: String) -> Bool {
    text.count >= 10 && text.prefix(4).allSatisfy(\.isNumber) && text.dropFirst(4).first == "-"
  }

  private static func fitsBlock(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
      && text.first != " " && text.first != "\n"
  }

  /// A literal block; its indicator says how many newlines end the text.
  private func block(_ text: String, indent: Int) -> String {
    let newlines = text.reversed().prefix { $0 == "\n" }.count
    let indicator = newlines == 0 ? "|-" : newlines == 1 ? "|" : "|+"
    let body = newlines == 0 ? text : String(text.dropLast())
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : String(repeating: " ", count: indent) + $0
    }
    return indicator + "\n" + lines.joined(separator: "\n")
  }
}
