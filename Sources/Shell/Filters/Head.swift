/// The first lines.
enum Head: Filter {
  static let name = "head"
  static let summary = "the first lines: -n N, -N, -n -N leaves out the last N, -c BYTES"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      LineCount.spelledOut(call.arguments), for: name, flags: "q", values: "nc",
      long: ["lines": "n", "bytes": "c"])
    let text = try call.text(of: options.operands, for: name)
    if let bytes = try options.number("c", for: name) {
      return FilterOutput(text: String(decoding: text.utf8.prefix(bytes), as: UTF8.self))
    }
    let count = try LineCount(options.value("n") ?? "10", for: name)
    let lines = Lines(text).lines
    let kept = count.sign == "-" ? lines.dropLast(count.number) : lines.prefix(count.number)
    return FilterOutput(text: Lines.text(kept))
  }
}

/// How many lines `head` and `tail` are asked for.
struct LineCount {
  var sign: Character?
  var number: Int

  init(_ text: String, for program: String) throws(FilterProblem) {
    sign = text.first.flatMap { $0 == "-" || $0 == "+" ? $0 : nil }
    guard let count = Int(sign == nil ? text[...] : text.dropFirst()), count >= 0 else {
      throw FilterProblem("\(program): invalid number of lines: '\(text)'")
    }
    number = count
  }

  /// `-5` said as `-n 5`.
  static func spelledOut(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for argument in arguments {
      let isShort = argument.hasPrefix("-") && Int(argument.dropFirst()) != nil
      // Behind -n it is the number itself: `-n -5` leaves out the last five.
      if isShort, result.last != "-n", result.last != "-c" {
        result += ["-n", String(argument.dropFirst())]
      } else {
        result.append(argument)
      }
    }
    return result
  }
}
