/// Neighbouring equal lines as one.
enum Uniq: Filter {
  static let name = "uniq"
  static let summary =
    "neighbouring equal lines as one: -c counts, -d only repeated, -u only single"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "cdui")
    var groups: [(line: String, count: Int)] = []
    for line in Lines(try call.text(of: options.operands, for: name)).lines {
      if let last = groups.last, last.line == line {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    if options.has("d") { groups.removeAll { $0.count == 1 } }
    if options.has("u") { groups.removeAll { $0.count > 1 } }
    let shown = groups.map { line, count in
      guard options.has("c") else { return line }
      let digits = "\(count)"
      return String(repeating: " ", count: max(7 - digits.count, 0)) + digits + " " + line
    }
    return FilterOutput(text: Lines.text(shown))
  }
}
