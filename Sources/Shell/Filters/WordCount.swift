/// Counts lines, words and bytes.
enum WordCount: Filter {
  static let name = "wc"
  static let summary = "counts lines (-l), words (-w), characters (-m), bytes (-c)"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "lwcm")
    let text = try call.text(of: options.operands, for: name)
    let all = options.options.isEmpty
    var counts: [Int] = []
    if all || options.has("l") { counts.append(text.utf8.count { $0 == UInt8(ascii: "\n") }) }
    if all || options.has("w") { counts.append(text.split(whereSeparator: \.isWhitespace).count) }
    if options.has("m") { counts.append(text.unicodeScalars.count) }
    if all || options.has("c") { counts.append(text.utf8.count) }
    let width = counts.count == 1 ? 1 : 7
    let columns = counts.map { count in
      let digits = "\(count)"
      return String(repeating: " ", count: max(width - digits.count, 0)) + digits
    }
    let name = options.operands.count == 1 ? " " + options.operands[0] : ""
    return FilterOutput(text: columns.joined(separator: " ") + name + "\n")
  }
}
