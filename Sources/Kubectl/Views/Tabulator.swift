/// Aligns cells in columns by the rules of Go's text/tabwriter, which all of kubectl prints with.
///
/// A cell belongs to a column only if another cell follows it in its line, and a column ends with
/// the first line that has no such cell: so blocks of lines are aligned each for itself.
struct Tabulator {
  let minimumWidth: Int
  let padding: Int

  /// As tables of `get` are set.
  static let get = Tabulator(minimumWidth: 6, padding: 3)

  /// As descriptions are set.
  static let describe = Tabulator(minimumWidth: 0, padding: 2)

  /// Lines of equally many cells, in columns never narrower than they once were.
  func text(_ lines: [[String]], remembering widths: inout [Int]) -> String {
    for line in lines {
      for (column, cell) in line.enumerated() {
        let width = max(minimumWidth, Self.length(of: cell) + padding)
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    var output = ""
    write(lines, 0..<lines.count, widths, &output)
    return output
  }

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
    var firstUnwritten = range.lowerBound
    while let line = (firstUnwritten..<range.upperBound).first(where: {
      lines[$0].count > column + 1
    }) {
      write(lines, firstUnwritten..<line, widths, &output)
      var end = line
      var width = minimumWidth
      while end < range.upperBound, lines[end].count > column + 1 {
        width = max(width, Self.length(of: lines[end][column]) + padding)
        end += 1
      }
      widths.append(width)
      format(lines, line..<end, &widths, &output)
      widths.removeLast()
      firstUnwritten = end
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
        let missing = max(0, widths[column] - Self.length(of: cell))
        output +=
          missing < Self.blanks.count
          ? Self.blanks[missing] : String(repeating: " ", count: missing)
      }
      output += "\n"
    }
  }

  /// The gaps that most cells need: tables may be long.
  private static let blanks = (0..<64).map { String(repeating: " ", count: $0) }

  /// In Unicode scalars, as text/tabwriter counts: bytes that do not go on with one before them.
  private static func length(of cell: String) -> Int {
    cell.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(0) { $1 & 0b1100_0000 == 0b1000_0000 ? $0 : $0 + 1 }
    } ?? cell.unicodeScalars.count
  }
}
