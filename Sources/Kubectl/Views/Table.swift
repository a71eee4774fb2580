/// A table as `get` prints it: cells to the left, three spaces between columns.
public struct Table: Sendable, Equatable {
  /// The titles; empty for a table without a header line.
  public var header: [String]
  public var rows: [[String]]

  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  public func render(_ style: Style = Style()) -> String {
    Tabulator.get.text(header.isEmpty ? rows : [header] + rows)
  }
}
