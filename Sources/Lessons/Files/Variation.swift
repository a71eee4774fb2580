import Engine

/// What differs each time a question is asked: the `### Vary` part of its file.
///
/// `- name: web | shop | api` draws one word for every `{{name}}` in the file. Names that belong
/// together are drawn together: `- fault ; repair: A ; B | C ; D`. Values may hold names drawn
/// above them.
struct Variation {
  /// One item of the part: the names it sets, and what they may be set to.
  private struct Choice {
    var names: [String]
    var alternatives: [[String]]
  }

  private let file: String
  private let choices: [Choice]

  private static let heading = "### Vary"

  init(_ lines: [String], file: String) throws(LessonError) {
    self.file = file
    var choices: [Choice] = []
    for (number, line) in Self.items(of: lines) {
      guard let choice = Self.choice(line) else {
        throw LessonError(
          file: file, line: number,
          problem: "expected \"- NAME: A | B\" or \"- NAME ; NAME: A ; B | C ; D\"")
      }
      choices.append(choice)
    }
    self.choices = choices
  }

  /// How many texts it takes to have every alternative in one of them.
  var count: Int { choices.map(\.alternatives.count).max() ?? 1 }

  /// The file's text with every name replaced. Without chance the first alternatives are taken.
  func text(
    of lines: [String], using random: inout SeededRandom?
  ) throws(LessonError) -> String {
    var places: [Int] = []
    for choice in choices { places.append(random?.below(choice.alternatives.count) ?? 0) }
    return try text(of: lines, taking: places)
  }

  /// The file's text with the alternatives of this number, counted from 0 and round again.
  func text(of lines: [String], number: Int) throws(LessonError) -> String {
    try text(of: lines, taking: choices.map { number % $0.alternatives.count })
  }

  private func text(of lines: [String], taking places: [Int]) throws(LessonError) -> String {
    var values: [(name: String, value: String)] = []
    for (choice, place) in zip(choices, places) {
      for (name, value) in zip(choice.names, choice.alternatives[place]) {
        values.append((name, Self.filled(value, with: values)))
      }
    }
    let vary = Set(Self.items(of: lines).map(\.number))
    var filled: [String] = []
    for (position, line) in lines.enumerated() {
      let isOwn = vary.contains(position + 1)
      let text = isOwn ? line : Self.filled(line, with: values)
      if !isOwn, let unknown = Self.firstName(in: text) {
        throw LessonError(
          file: file, line: position + 1, problem: "{{\(unknown)}} is not drawn in ### Vary")
      }
      filled.append(text)
    }
    return filled.joined(separator: "\n")
  }

  // MARK: - Reading

  private static func items(of lines: [String]) -> [(number: Int, line: String)] {
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return lines.indices[(start + 1)...].prefix { !lines[$0].hasPrefix("##") }
      .filter { lines[$0].hasPrefix("- ") }
      .map { ($0 + 1, lines[$0]) }
  }

  private static func choice(_ line: String) -> Choice? {
    let text = line.dropFirst(2)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let names = pieces(String(text[..<colon]), at: ";")
    let alternatives = pieces(String(text[text.index(after: colon)...]), at: " | ").map {
      names.count == 1 ? [$0] : pieces($0, at: " ; ")
    }
    guard !names.contains(where: \.isEmpty), alternatives.allSatisfy({ $0.count == names.count })
    else { return nil }
    return Choice(names: names, alternatives: alternatives)
  }

  private static func pieces(_ text: String, at separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces
    }
  }

  // MARK: - Filling in

  private static func filled(_ text: String, with values: [(name: String, value: String)]) -> String
  {
    guard text.contains("{{") else { return text }
    return values.reduce(text) { text, entry in
      text.split(separator: "{{\(entry.name)}}", omittingEmptySubsequences: false)
        .joined(separator: entry.value)
    }
  }

  /// A name in double braces that is left. A go-template's begin with a dot or a word and a space.
  private static func firstName(in text: String) -> String? {
    guard let opening = text.firstRange(of: "{{"),
      let closing = text[opening.upperBound...].firstRange(of: "}}")
    else { return nil }
    let name = text[opening.upperBound..<closing.lowerBound]
    return !name.isEmpty && name.allSatisfy { $0.isLetter } ? String(name) : nil
  }
}
