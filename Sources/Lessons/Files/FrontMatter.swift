/// The facts at the head of a lesson file: `key: value` lines, lists in brackets.
struct FrontMatter {
  let file: String
  private var values: [(key: String, value: String, line: Int)] = []

  init(_ lines: [String], file: String, allowed: [String]) throws(LessonError) {
    self.file = file
    for (position, line) in lines.enumerated() {
      // The facts begin on the file's second line.
      let number = position + 2
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw LessonError(file: file, line: number, problem: "expected \"key: value\"")
      }
      let key = String(line[..<colon]).trimmingSpaces
      guard allowed.contains(key) else {
        throw LessonError(
          file: file, line: number,
          problem: "unknown fact \"\(key)\"; known are " + allowed.joined(separator: ", "))
      }
      guard !values.contains(where: { $0.key == key }) else {
        throw LessonError(file: file, line: number, problem: "the fact \"\(key)\" stands twice")
      }
      let value = String(line[line.index(after: colon)...]).trimmingSpaces
      values.append((key, Self.unquoted(value), number))
    }
  }

  private static func unquoted(_ value: String) -> String {
    for quote in ["\"", "'"] where value.count >= 2 {
      if value.hasPrefix(quote), value.hasSuffix(quote) {
        return String(value.dropFirst().dropLast())
      }
    }
    return value
  }

  func text(_ key: String) throws(LessonError) -> String {
    guard let found = values.first(where: { $0.key == key }), !found.value.isEmpty else {
      throw LessonError(file: file, line: 1, problem: "the fact \"\(key)\" is missing")
    }
    return found.value
  }

  func text(_ key: String, or standard: String) -> String {
    values.first { $0.key == key }?.value ?? standard
  }

  /// The id: what the journal knows a lesson by, and a learner types.
  func identifier() throws(LessonError) -> String {
    let id = try text("id")
    guard id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
      throw LessonError(
        file: file, line: line(of: "id"),
        problem: "an id has small letters, digits and dashes, not \"\(id)\"")
    }
    return id
  }

  func number(_ key: String) throws(LessonError) -> Int {
    let text = try text(key)
    // Of 32 bits, so that the minutes of all lessons have a sum.
    guard let number = Int32(text), number > 0 else {
      throw LessonError(
        file: file, line: line(of: key), problem: "\"\(key)\" must be a whole number above 0")
    }
    return Int(number)
  }

  func list(_ key: String) -> [String] {
    var text = text(key, or: "")
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    return text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  func level() throws(LessonError) -> Level {
    let text = try text("level")
    guard let level = Level(rawValue: text) else {
      throw LessonError(
        file: file, line: line(of: "level"), problem: "a level is junior, mid or senior")
    }
    return level
  }

  func line(of key: String) -> Int { values.first { $0.key == key }?.line ?? 1 }
}
