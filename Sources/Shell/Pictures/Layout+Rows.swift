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
      scene.put(.text(row.label.elided(labels)), row: top)
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
    let natural = naturalWidths(of: rows)
    // Where hardly anything would be left of the words a row takes several lines.
    if natural.reduce(0, +) > width + width / 3, natural.count > 1 {
      return stack(table.rows, to: &scene)
    }
    let widths = squeezed(natural)
    for row in rows {
      let top = scene.height
      var column = 0
      for (place, (phrase, columns)) in zip(row, widths).enumerated() where column < width {
        let room = min(columns, width - column)
        if !phrase.isEmpty {
          let shown = place == 0 ? phrase.elided(room) : phrase.fitted(room)
          scene.put(.text(shown), column: column, row: top)
        }
        column += columns + 2
      }
      if scene.height == top { scene.gap() }
    }
  }

  /// What a row is about on a line of its own, and the rest below.
  private func stack(_ rows: [[Phrase]], to scene: inout Scene) {
    for row in rows {
      guard let first = row.first else { continue }
      scene.line(first.elided(width))
      let rest = row.dropFirst().filter { !$0.isEmpty }
      if rest.isEmpty { continue }
      let words = Phrase("  ") + Array(rest).joined("  ")
      for line in words.wrapped(width, indentation: 2) { scene.line(line) }
    }
  }

  private func naturalWidths(of rows: [[Phrase]]) -> [Int] {
    (0..<(rows.map(\.count).max() ?? 0)).map { place in
      rows.map { place < $0.count ? $0[place].columns : 0 }.max() ?? 0
    }
  }

  /// What each column gets: what it wants, or the widest ones less until all fit.
  private func squeezed(_ natural: [Int]) -> [Int] {
    var widths = natural
    let gaps = 2 * max(0, natural.count - 1)
    for _ in 0..<max(0, widths.reduce(gaps, +) - width) {
      guard let widest = widths.indices.max(by: { (widths[$0], $0) < (widths[$1], $1) }),
        widths[widest] > Self.leastColumn
      else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
