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
    lines.append(cells)
  }

  /// A value of several lines: those behind the first go under it.
  public mutating func add(_ other: Description) { lines += other.lines }

  func render() -> String { Tabulator.describe.text(lines) }
}
