extension Layout {
  // MARK: - Cells

  func add(_ rows: [CellRow], to scene: inout Scene) {
    let longest = rows.map(\.label.columns).max() ?? 0
    let labels = min(longest, max(6, width * 2 / 5))
    let leads = rows.map(\.lead.columns).max() ?? 0
    // Where there is hardly any room the lead goes first.
    let showsLead = leads > 0 && width - labels - leads >= 12
    let left = labels == 0 ? 0 : labels + 2
    let start = left + (showsLead ? leads + 2 : 0)
    for row in rows {
      let top = scene.height
      scene.put(.text(row.label.fitted(labels)), row: top)
      if showsLead { scene.put(.text(row.lead), column: left, row: top) }
      add(row, from: start, to: &scene)
    }
  }

  private func add(_ row: CellRow, from start: Int, to scene: inout Scene) {
    let room = max(1, width - start)
    let top = scene.height - 1
    for (place, cell) in row.cells.enumerated() {
      scene.put(.cell(cell), column: start + place % room, row: top + place / room)
    }
    if row.note.isEmpty { return }
    let last = row.cells.isEmpty ? 0 : (row.cells.count - 1) % room + 3
    let behind = room - last
    if row.note.columns <= behind || behind >= 24 {
      scene.put(.text(row.note.fitted(behind)), column: start + last, row: scene.height - 1)
    } else if room >= 12 {
      scene.put(.text(row.note.fitted(room)), column: start, row: scene.height)
    } else {
      scene.put(.text(row.note.fitted(max(1, width - 2))), column: 2, row: scene.height)
    }
  }

  func addLegend(_ entries: [Phrase], to scene: inout Scene) {
    var line = Phrase("")
    for entry in entries {
      if !line.isEmpty, line.columns + 2 + entry.columns > width {
        scene.line(line)
        line = ""
      }
      line += (line.isEmpty ? "" : "  ") + entry
    }
    if !line.isEmpty { scene.line(line) }
  }

  // MARK: - Tables

  /// Columns are never made narrower than this.
  private static let leastColumn = 4

  func add(_ table: PictureTable, to scene: inout Scene) {
    let header = table.header.map { Phrase($0, .faint) }
    let rows = (header.isEmpty ? [] : [header]) + table.rows
    let widths = widths(of: rows)
    for row in rows {
      let top = scene.height
      var column = 0
      for (phrase, columns) in zip(row, widths) where column < width {
        let room = min(columns, width - column)
        if !phrase.isEmpty {
          scene.put(.text(phrase.fitted(room)), column: column, row: top)
        }
        column += columns + 2
      }
      if scene.height == top { scene.gap() }
    }
  }

  /// What each column gets: what it wants, or the widest ones less until all fit.
  private func widths(of rows: [[Phrase]]) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { place in
      rows.map { place < $0.count ? $0[place].columns : 0 }.max() ?? 0
    }
    let gaps = 2 * max(0, count - 1)
    for _ in 0..<max(0, widths.reduce(gaps, +) - width) {
      guard let widest = widths.indices.max(by: { (widths[$0], $0) < (widths[$1], $1) }),
        widths[widest] > Self.leastColumn
      else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
