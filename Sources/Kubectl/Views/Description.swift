/// What `describe` prints: indented lines whose cells are aligned.
public struct Description: Sendable, Equatable {
  /// Lines of cells; the first begins with its indentation.
  public private(set) var lines: [[String]] = []

  public init() {}

  /// Adds one line of cells, `level` steps of two spaces in.
  public mutating func line(_ level: Int = 0, _ cells: String...) {
    line(level, cells: cells)
  }

  public mutating func line(_ level: Int, cells: [String]) {
    var cells = cells
    let indentation = String(repeating: "  ", count: level)
    cells[0] = indentation + cells[0]
    guard cells.contains(where: Self.hasControls) else {
      lines.append(cells)
      return
    }
    let text = cells.joined(separator: "\t").replacing("\u{1B}", with: "^[")
      .replacing("\r", with: "\\r")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// Whether a cell holds what ends a cell or a line, or what a terminal would act on.
  ///
  /// kubectl writes whatever the value is, so a line break in it ends the line, with all that
  /// means for the columns, and a tab begins the next cell.
  private static func hasControls(_ cell: String) -> Bool {
    cell.utf8.contains { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 27 }
  }

  /// A value of several lines: those behind the first go under it.
  public mutating func add(_ other: Description) { lines += other.lines }

  func render() -> String { Tabulator.describe.text(lines) }
}
