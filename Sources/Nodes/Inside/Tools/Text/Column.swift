/// `column`
struct Column: TextTool {
  static let names = ["column"]

  let paths: [String]
  private let makesTable: Bool
  private let separators: String
  private var rows: [[Substring]] = []

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "ts:")
    paths = options.rest
    makesTable = options.has("t")
    separators = options.value("s") ?? " \t"
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    guard makesTable else {
      page.line(line.bytes)
      return true
    }
    let cells = String(line.bytes).split { separators.contains($0) }
    if !cells.isEmpty { rows.append(cells) }
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    var widths: [Int] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], cell.count)
      }
    }
    for row in rows {
      let line = row.enumerated().map { place, cell in
        let isLast = place == row.count - 1
        return cell + (isLast ? "" : String(repeating: " ", count: widths[place] - cell.count + 2))
      }
      page.write(line.joined() + "\n")
    }
    return 0
  }
}
