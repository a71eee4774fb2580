/// Options as small programs take them: `-in`, `-A 3`, `-A3`, `--`, `--name=value`.
struct OptionReader {
  struct Found: Equatable {
    var name: String
    var value: String
  }

  private(set) var options: [Found] = []
  private(set) var operands: [String] = []

  /// `flags` are letters that stand alone, `values` letters that take a value, `long` the long
  /// names with the letter each stands for.
  init(
    _ arguments: [String], for program: String, flags: String, values: String = "",
    long: [String: String] = [:]
  ) throws(OptionProblem) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      } else if argument.hasPrefix("--") {
        let pieces = argument.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let letter = long[String(pieces[0])] else {
          throw OptionProblem("\(program): unrecognized option '\(argument)'")
        }
        var value = pieces.count > 1 ? String(pieces[1]) : ""
        if pieces.count == 1, values.contains(letter) { value = rest.popFirst() ?? "" }
        options.append(Found(name: letter, value: value))
      } else if argument.hasPrefix("-"), argument.count > 1 {
        try readLetters(argument.dropFirst(), program, flags, values, &rest)
      } else {
        operands.append(argument)
      }
    }
  }

  private mutating func readLetters(
    _ text: Substring, _ program: String, _ flags: String, _ values: String,
    _ rest: inout ArraySlice<String>
  ) throws(OptionProblem) {
    var letters = text
    while let letter = letters.popFirst() {
      if flags.contains(letter) {
        options.append(Found(name: String(letter), value: ""))
      } else if values.contains(letter) {
        guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else {
          throw OptionProblem(
            "\(program): option requires an argument -- '\(letter)'")
        }
        options.append(Found(name: String(letter), value: value))
        return
      } else {
        throw OptionProblem("\(program): invalid option -- '\(letter)'")
      }
    }
  }

  func has(_ name: String) -> Bool { options.contains { $0.name == name } }

  /// The last value given for this letter.
  func value(_ name: String) -> String? { options.last { $0.name == name }?.value }

  func values(_ name: String) -> [String] { options.filter { $0.name == name }.map(\.value) }

  func number(_ name: String, for program: String) throws(OptionProblem) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw OptionProblem("\(program): \(text): invalid number")
    }
    return number
  }
}

/// Options that cannot be read, as the program says so.
struct OptionProblem: Error {
  var message: String
  let status: Int32 = 2

  init(_ message: String) { self.message = message }
}
