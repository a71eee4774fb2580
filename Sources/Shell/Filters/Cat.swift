/// Files, or the pipe, as they are.
enum Cat: Filter {
  static let name = "cat"
  static let summary = "files one after the other: -n numbers the lines"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "n")
    let text = try call.text(of: options.operands, for: name)
    guard options.has("n") else { return FilterOutput(text: text) }
    let numbered = Lines(text).lines.enumerated().map { number, line in
      let digits = "\(number + 1)"
      return String(repeating: " ", count: max(6 - digits.count, 0)) + digits + "\t" + line
    }
    return FilterOutput(text: Lines.text(numbered))
  }
}
