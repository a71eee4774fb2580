/// Puts a table into a width: columns side by side, cells wrapped; as a list where that is too
/// narrow to read.
struct TableLayout {
  let table: MarkdownTable
  let wrapping: TextWrapping
  let width: Int

  private static let gap = 2
  /// Words break into pieces in columns narrower than this.
  private static let narrowest = 8

  var lines: [String] {
    let columns = table.header.count
    let natural = (0..<columns).map { column in
      ([table.header] + table.rows).map { self.natural($0[column]) }.max() ?? 0
    }
    let room = width - Self.gap * (columns - 1)
    guard natural.reduce(0, +) <= room || room >= Self.narrowest * columns else { return list }
    let widths = fitted(natural, into: room)
    let bodies = table.rows.map { row($0, widths) }
    let isWrapped = bodies.contains { $0.count > 1 }
    let rule = widths.map { String(repeating: "-", count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    let header = table.header.map(Self.heading)
    var lines = row(header, widths) + [rule]
    for (number, body) in bodies.enumerated() {
      if isWrapped, number > 0 { lines.append("") }
      lines += body
    }
    return lines
  }

  private static func heading(_ cell: [MarkdownSpan]) -> [MarkdownSpan] {
    cell.map { MarkdownSpan(text: $0.text, style: $0.style == .code ? .code : .strong) }
  }

  /// How wide a cell is on one line.
  private func natural(_ cell: [MarkdownSpan]) -> Int {
    wrapping.lines(cell, width: .max).map { ColumnWidth.of($0) }.max() ?? 0
  }

  /// The widest columns give until all fit.
  private func fitted(_ natural: [Int], into room: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func row(_ cells: [[MarkdownSpan]], _ widths: [Int]) -> [String] {
    let texts = zip(cells, widths).map { wrapping.lines($0, width: max(1, $1)) }
    let height = max(1, texts.map(\.count).max() ?? 1)
    return (0..<height).map { number in
      let parts = texts.indices.map { column in
        let text = number < texts[column].count ? texts[column][number] : ""
        return aligned(text, to: widths[column], table.alignments[column])
      }
      let line = parts.joined(separator: String(repeating: " ", count: Self.gap))
      return String(line[...].trimmingSpacesAtEnd)
    }
  }

  private func aligned(
    _ text: String, to width: Int, _ alignment: MarkdownTable.Alignment
  ) -> String {
    let room = max(0, width - ColumnWidth.of(text))
    let before =
      switch alignment {
      case .left: 0
      case .centre: room / 2
      case .right: room
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: room - before)
  }

  /// Each row as lines `heading: cell`.
  private var list: [String] {
    var lines: [String] = []
    for (number, row) in table.rows.enumerated() {
      if number > 0 { lines.append("") }
      for (heading, cell) in zip(table.header, row) {
        lines += wrapping.lines(
          Self.heading(heading) + [MarkdownSpan(text: ": ", style: .plain)] + cell, width: width)
      }
    }
    return lines
  }
}

extension Substring {
  var trimmingSpacesAtEnd: Substring {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
