import Engine

/// The switches of a program that knows long ones as well: `-T 2`, `-T2`, `--timeout 2`,
/// `--timeout=2`, `-qO-`.
struct ToolOptions {
  private(set) var rest: [String] = []
  private var values: [String: [String]] = [:]
  /// The first switch that the program does not know, as it was written.
  private(set) var unknown: String?

  /// `short` are the letters there are, those that take a value followed by a colon. `long` names
  /// the long ones: a letter or a name that stands for it, with a colon when it takes a value.
  init(_ words: [String], short: String, long: [String: String] = [:]) {
    let letters = Self.letters(of: short)
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += words
        break
      }
      if word.hasPrefix("--") {
        let sides = word.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        guard let name = long[sides[0]] else {
          unknown = unknown ?? word
          continue
        }
        let takesValue = name.hasSuffix(":")
        let value = sides.count > 1 ? sides[1] : takesValue ? words.popFirst() ?? "" : ""
        values[takesValue ? String(name.dropLast()) : name, default: []].append(value)
      } else if word.hasPrefix("-"), word.count > 1 {
        readLetters(word.dropFirst(), letters, &words)
      } else {
        rest.append(word)
      }
    }
  }

  private mutating func readLetters(
    _ word: Substring, _ known: [Character: Bool], _ words: inout ArraySlice<String>
  ) {
    var left = word
    while let letter = left.popFirst() {
      guard let takesValue = known[letter] else {
        unknown = unknown ?? "\(letter)"
        return
      }
      guard takesValue else {
        values["\(letter)", default: []].append("")
        continue
      }
      let value = left.isEmpty ? words.popFirst() ?? "" : String(left)
      values["\(letter)", default: []].append(value)
      return
    }
  }

  private static func letters(of short: String) -> [Character: Bool] {
    var letters: [Character: Bool] = [:]
    var last: Character?
    for letter in short {
      if letter == ":", let last { letters[last] = true } else { letters[letter] = false }
      last = letter
    }
    return letters
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func count(_ name: String) -> Int { values[name]?.count ?? 0 }
  subscript(name: String) -> String? { values[name]?.last }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// A number of seconds, perhaps with a fraction.
  func milliseconds(_ name: String) -> Int64? {
    self[name].flatMap { Double($0) }.map {
      SimSpan.seconds(fractional: min(max($0, 0), 1e9)).milliseconds
    }
  }
}
