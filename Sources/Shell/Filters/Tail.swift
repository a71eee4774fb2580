/// The last lines.
enum Tail: Filter {
  static let name = "tail"
  static let summary = "the last lines: -n N, -N, -n +N from line N on, -c BYTES"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      LineCount.spelledOut(call.arguments), for: name, flags: "q", values: "nc",
      long: ["lines": "n", "bytes": "c"])
    let text = try call.text(of: options.operands, for: name)
    if let bytes = try options.number("c", for: name) {
      return FilterOutput(text: String(decoding: text.utf8.suffix(bytes), as: UTF8.self))
    }
    let count = try LineCount(options.value("n") ?? "10", for: name)
    let lines = Lines(text).lines
    let kept =
      count.sign == "+" ? lines.dropFirst(max(count.number - 1, 0)) : lines.suffix(count.number)
    return FilterOutput(text: Lines.text(kept))
  }
}
