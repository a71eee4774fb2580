extension CheckParser {
  /// What stands behind `==`.
  static func value(_ words: ArraySlice<CheckWord>) throws(CheckError) -> CheckValue {
    guard let first = words.first else { throw CheckError(message: "expected a value") }
    if !first.isQuoted, first.text.hasPrefix("[") {
      let items = try list(first.text)
      let rest = words.dropFirst().map(\.text)
      guard rest.isEmpty || rest == ["in", "order"] else {
        throw CheckError(
          message: "after a list only \"in order\" can stand, not \""
            + rest.joined(separator: " ") + "\"")
      }
      return .list(items, inOrder: !rest.isEmpty)
    }
    if words.count == 1, !first.isQuoted {
      if first.text == "truth" { return .truth }
      if first.text.hasPrefix("{") { return .found(try braced(first.text)) }
    }
    return .text(CheckText(words.map(\.text).joined(separator: " ")))
  }

  /// `[a, "b, c", $name, {pod/x .spec.nodeName}]`
  private static func list(_ text: String) throws(CheckError) -> [CheckValue] {
    guard text.hasSuffix("]") else {
      throw CheckError(message: "the list \(text) does not end with ]")
    }
    var items: [CheckValue] = []
    let inside = String(text.dropFirst().dropLast())
    if inside.trimmingSpaces.isEmpty { return [] }
    for piece in try CheckWords.pieces(of: inside) {
      let words = try CheckWords.split(piece)
      guard !words.isEmpty else { throw CheckError(message: "the list \(text) has an empty item") }
      items.append(try value(words[...]))
    }
    return items
  }

  private static func braced(_ text: String) throws(CheckError) -> Probe {
    guard text.hasSuffix("}") else {
      throw CheckError(message: "\(text) does not end with }")
    }
    return try probe(String(text.dropFirst().dropLast()))
  }

  /// What `truth:` and `let` look up: `TARGET PATH`, `TARGET [PATH] count`, `history TARGET PATH`,
  /// `exec POD -- COMMAND`, `logs POD`.
  public static func probe(_ text: String) throws(CheckError) -> Probe {
    var words = try CheckWords.split(text)[...]
    let expected = CheckError(message: "expected TARGET PATH, such as pod/web .status.phase")
    guard let first = words.first, let last = words.last else { throw expected }
    if first.text == "exec" || first.text == "logs" { return .output(try target(words)) }
    if words.count > 1, !last.isQuoted, last.text == "count" {
      words.removeLast()
      var path: String?
      if let word = words.last, word.isPath {
        path = try self.path(word.text)
        words.removeLast()
      }
      return .count(try target(words), path: path)
    }
    guard words.count > 1, last.isPath else { throw expected }
    words.removeLast()
    let path = try path(last.text)
    guard first.text == "history" else { return .path(try target(words), path) }
    let target = try target(words.dropFirst())
    guard case .objects = target else {
      throw CheckError(message: "history can be told of objects only")
    }
    return .history(target, path)
  }

  /// `let NAME = PROBE`
  static func remembered(_ text: String) throws(CheckError) -> Remembered {
    let parts = text.dropFirst(4).split(separator: "=", maxSplits: 1).map {
      String($0).trimmingSpaces
    }
    guard parts.count == 2, let first = parts[0].first, !first.isNumber,
      parts[0].allSatisfy(CheckText.isOfName)
    else { throw CheckError(message: "expected let NAME = TARGET PATH") }
    return Remembered(name: parts[0], probe: try probe(parts[1]))
  }
}
