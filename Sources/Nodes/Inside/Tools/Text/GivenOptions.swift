/// Why a program does not begin: what it says, without its name, and how it ends.
struct ToolProblem: Error {
  var text: String
  var status = 1
}

/// Switches and what is left, as the C library's getopt reads them.
struct GivenOptions: Sendable {
  struct Given: Sendable {
    var letter: Character
    var value: String?
  }

  private(set) var given: [Given] = []
  private(set) var rest: [String] = []

  /// `letters` as for getopt: a colon follows those with a value. `words` begin behind the name.
  /// Whoever takes a command behind the switches does not permute: the first word ends them.
  init(
    _ words: [String], _ letters: String, long: [String: Character] = [:], permutes: Bool = true,
    badStatus: Int = 1
  ) throws(ToolProblem) {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += words
        return
      }
      guard word.hasPrefix("-"), word.utf8.count > 1 else {
        rest.append(word)
        if permutes { continue }
        rest += words
        return
      }
      if word.hasPrefix("--") {
        try read(long: word, letters, long, &words, badStatus)
      } else {
        try read(cluster: word.dropFirst(), letters, &words, badStatus)
      }
    }
  }

  private mutating func read(
    cluster: Substring, _ letters: String, _ words: inout ArraySlice<String>, _ badStatus: Int
  ) throws(ToolProblem) {
    var cluster = cluster
    while let letter = cluster.popFirst() {
      guard letter != ":", let place = letters.firstIndex(of: letter) else {
        throw ToolProblem(text: "invalid option -- '\(letter)'", status: badStatus)
      }
      guard letters[letters.index(after: place)...].first == ":" else {
        given.append(Given(letter: letter))
        continue
      }
      guard let value = cluster.isEmpty ? words.popFirst() : String(cluster) else {
        throw ToolProblem(text: "option requires an argument -- '\(letter)'", status: badStatus)
      }
      given.append(Given(letter: letter, value: value))
      return
    }
  }

  private mutating func read(
    long word: String, _ letters: String, _ long: [String: Character],
    _ words: inout ArraySlice<String>, _ badStatus: Int
  ) throws(ToolProblem) {
    let sides = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    guard let letter = long[sides[0]] else {
      throw ToolProblem(text: "unrecognized option '\(word)'", status: badStatus)
    }
    guard letters.contains("\(letter):") else {
      given.append(Given(letter: letter))
      return
    }
    guard let value = sides.count > 1 ? sides[1] : words.popFirst() else {
      throw ToolProblem(text: "option '\(word)' requires an argument", status: badStatus)
    }
    given.append(Given(letter: letter, value: value))
  }

  func has(_ letter: Character) -> Bool { given.contains { $0.letter == letter } }

  /// The last value given for a switch.
  func value(_ letter: Character) -> String? { given.last { $0.letter == letter }?.value }

  func values(_ letter: Character) -> [String] {
    given.filter { $0.letter == letter }.compactMap(\.value)
  }

  /// A whole number that is not negative.
  func number(_ letter: Character) throws(ToolProblem) -> Int? {
    guard let text = value(letter) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw ToolProblem(text: "invalid number '\(text)'")
    }
    return number
  }
}
