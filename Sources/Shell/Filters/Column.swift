/// Words set in columns.
enum Column: Filter {
  static let name = "column"
  static let summary = "sets words in columns: -t, -s SEPARATOR"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "t", values: "s")
    let text = try call.text(of: options.operands, for: name)
    guard options.has("t") else { return FilterOutput(text: text) }
    let separators = options.value("s") ?? " \t"
    let rows = Lines(text).lines.map { line in
      line.split { separators.contains($0) }.map { String($0) }
    }
    var widths: [Int] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], cell.count)
      }
    }
    let shown = rows.map { row in
      row.enumerated().map { place, cell in
        place == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[place] - cell.count + 2)
      }.joined()
    }
    return FilterOutput(text: Lines.text(shown))
  }
}
