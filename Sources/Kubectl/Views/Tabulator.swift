/// Aligns cells in columns by the rules of Go's text/tabwriter, which all of kubectl prints with.
///
/// A cell belongs to a column only if another cell follows it in its line, and a column ends with
/// the first line that has no such cell: so blocks of lines are aligned each for itself.
struct Tabulator {
  let minimumWidth: Int
  let padding: Int

  /// Lines of cells, the last cell of each line being unaligned text.
  func text(_ lines: [[String]]) -> String {
    var widths: [Int] = []
    var output = ""
    format(lines, 0..<lines.count, &widths, &output)
    return output
  }

  /// Lays out `range`, whose lines are already aligned in the columns that `widths` holds.
  private func format(
    _ lines: [[String]], _ range: Range<Int>, _ widths: inout [Int], _ output: inout String
  ) {
    let column = widths.count
    var line = range.lowerBound
    var firstUnwritten = range.lowerBound
    while line < range.upperBound {
      guard lines[line].count > column + 1 else {
        line += 1
        continue
      }
      write(lines, firstUnwritten..<line, widths, &output)
      var end = line
      var width = minimumWidth
      var isEmpty = true
      while end < range.upperBound, lines[end].count > column + 1 {
        let length = lines[end][column].unicodeScalars.count
        if length > 0 { isEmpty = false }
        width = max(width, length + padding)
        end += 1
      }
      widths.append(isEmpty && minimumWidth == 0 ? padding : width)
      format(lines, line..<end, &widths, &output)
      widths.removeLast()
      firstUnwritten = end
      line = end
    }
    write(lines, firstUnwritten..<range.upperBound, widths, &output)
  }

  private func write(
    _ lines: [[String]], _ range: Range<Int>, _ widths: [Int], _ output: inout String
  ) {
    for line in range {
      for (column, cell) in lines[line].enumerated() {
        output += cell
        guard column < widths.count, column < lines[line].count - 1 else { continue }
        output += String(
          repeating: " ", count: max(0, widths[column] - cell.unicodeScalars.count))
      }
      output += "\n"
    }
  }
}
