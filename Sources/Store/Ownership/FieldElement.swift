import Objects

/// How the branches of a ``FieldSet`` are spelled.
enum FieldElement {
  static func field(_ name: String) -> String { "f:\(name)" }

  /// The item of a list that is a map: told from the others by some of its fields.
  static func item(_ item: APIValue, keys: [FieldShape.Key]) -> String {
    let parts = keys.sorted { $0.name < $1.name }.compactMap { key -> String? in
      guard let value = item[key.name] ?? key.standard else { return nil }
      return "\(text(.string(key.name))):\(text(value))"
    }
    return "k:{\(parts.joined(separator: ","))}"
  }

  /// A value of a list that is a set.
  static func value(_ value: APIValue) -> String { "v:\(text(value))" }

  /// The name of the field that an element means; nil for items and values.
  static func fieldName(_ element: String) -> String? {
    element.hasPrefix("f:") ? String(element.dropFirst(2)) : nil
  }

  /// A path as the API server's messages write it:
  /// `.spec.containers[name="web"].image`.
  static func shown(_ path: [String]) -> String {
    path.map { element in
      if let name = fieldName(element) { return "." + name }
      if element.hasPrefix("v:") { return "[=\(element.dropFirst(2))]" }
      return "[\(keys(element))]"
    }.joined()
  }

  /// `containerPort=80,protocol="TCP"` out of `k:{"containerPort":80,"protocol":"TCP"}`.
  private static func keys(_ element: String) -> String {
    var result = ""
    var isQuoted = false
    var isName = true
    var isEscaped = false
    for character in element.dropFirst(3).dropLast() {
      if isEscaped || character == "\\" {
        isEscaped = !isEscaped && character == "\\"
        result.append(character)
        continue
      }
      switch character {
      case "\"":
        isQuoted.toggle()
        if !isName { result.append(character) }
      case ":" where !isQuoted && isName:
        isName = false
        result.append("=")
      case "," where !isQuoted:
        isName = true
        result.append(character)
      default: result.append(character)
      }
    }
    return result
  }

  /// A plain value as JSON.
  private static func text(_ value: APIValue) -> String {
    switch value {
    case .string(let text):
      var result = "\""
      for character in text {
        if character == "\"" || character == "\\" { result.append("\\") }
        result.append(character)
      }
      return result + "\""
    case .integer(let number): return "\(number)"
    case .number(let number): return "\(number)"
    case .bool(let flag): return "\(flag)"
    case .null, .array, .object: return "null"
    }
  }
}
