extension Volatile {
  private static let ageTitles: Set<String> = [
    "AGE", "LAST SEEN", "FIRST SEEN", "LAST SCHEDULE", "DURATION", "CREATED AT", "Age",
  ]

  /// A column of a table: its title and the offsets it spans.
  private struct Column {
    var title: String
    var start: Int
    var end: Int?
  }

  /// The lines of tables with every age in them replaced.
  static func ageless(_ lines: [String]) -> [String] {
    var columns: [Column] = []
    return lines.map { line in
      if let header = header(line) {
        columns = header
        return line
      }
      if line.trimmed().isEmpty { columns = [] }
      guard !columns.isEmpty, line.contains(where: { $0 != " " && $0 != "-" }) else { return line }
      return ageless(line, columns)
    }
  }

  private static func ageless(_ line: String, _ columns: [Column]) -> String {
    let characters = Array(line)
    var result = String(characters.prefix(columns.first?.start ?? 0))
    for column in columns where column.start < characters.count {
      let end = min(column.end ?? characters.count, characters.count)
      let cell = String(characters[column.start..<end])
      let text = cell.trimmed()
      result +=
        ageTitles.contains(column.title) && !text.isEmpty && !text.hasPrefix("<") ? "<age>  " : cell
    }
    return result
  }

  /// The columns of a header line that has an age among them.
  private static func header(_ line: String) -> [Column]? {
    let columns = columns(of: line)
    let titles = columns.map(\.title)
    guard columns.count > 1, titles.contains(where: ageTitles.contains) else { return nil }
    let isListing = titles.allSatisfy { $0 == $0.uppercased() }
    let isDescription =
      titles.contains("Age") && (titles.contains("Type") || titles.contains("Name"))
    return isListing || isDescription ? columns : nil
  }

  /// Titles are two or more spaces apart.
  private static func columns(of line: String) -> [Column] {
    var columns: [Column] = []
    var spaces = 2
    for (offset, character) in line.enumerated() {
      if character == " " {
        spaces += 1
        continue
      }
      if spaces > 1 || columns.isEmpty {
        if !columns.isEmpty { columns[columns.count - 1].end = offset }
        columns.append(Column(title: "", start: offset))
      } else if spaces == 1 {
        columns[columns.count - 1].title += " "
      }
      spaces = 0
      columns[columns.count - 1].title.append(character)
    }
    return columns
  }
}
