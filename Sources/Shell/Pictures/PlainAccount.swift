import Lessons

/// A picture told in sentences: for a screen reader, and for a terminal that shows letters only.
struct PlainAccount {
  let picture: Picture

  /// Lines within `width` columns where one is given.
  func lines(width: Int?) -> [String] {
    let lines = Self.lines(of: picture.parts).map(Self.simple)
    guard let width else { return lines }
    return lines.flatMap { line in
      let margin = line.prefix { $0 == " " }.count
      return HangingLines.pieces(of: line, width: width, indentation: min(margin + 2, width / 3))
        .map { String($0) }
    }
  }

  private static func lines(of parts: [Picture.Part]) -> [String] {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .heading(let phrase): lines.append(phrase.text + ":")
      case .text(let phrase, _): lines.append(phrase.text)
      case .gap: if lines.last != "" { lines.append("") }
      case .gauges(let gauges):
        lines += gauges.map { gauge in
          let usual =
            "\(gauge.amount), \(gauge.percent)%" + (gauge.use.isEmpty ? "" : ", \(gauge.use)")
          return "\(gauge.name): \(gauge.told ?? usual)"
        }
      case .rows(let rows): lines += rows.map(line)
      case .table(let table): lines += table.rows.map { line($0, table.header) }
      case .lanes(let told): lines += told.sentences
      case .boxes(let boxes, _):
        for box in boxes {
          lines.append(box.title.text + (box.note.isEmpty ? ":" : ": \(box.note.text)"))
          lines += Self.lines(of: box.parts).map { $0.isEmpty ? "" : "  " + $0 }
        }
      case .legend: break
      }
    }
    return lines
  }

  private static func line(_ row: CellRow) -> String {
    var counts: [(word: String, count: Int)] = []
    for cell in row.cells {
      if let place = counts.firstIndex(where: { $0.word == cell.word }) {
        counts[place].count += 1
      } else {
        counts.append((cell.word, 1))
      }
    }
    let told = [
      row.leadInWords ?? row.lead.text,
      counts.map { "\($0.count) \($0.word)" }.joined(separator: ", "),
      row.note.text,
    ].filter { !$0.isEmpty }.joined(separator: "; ")
    return row.label.isEmpty ? told : "\(row.label.text): \(told)"
  }

  private static func line(_ cells: [Phrase], _ header: [String]) -> String {
    var told: [String] = []
    for (place, cell) in cells.enumerated() where isTold(cell.text) {
      let name = place > 0 && place < header.count ? header[place].lowercased() + " " : ""
      told.append(name + cell.text)
    }
    return told.joined(separator: header.isEmpty ? " " : ", ")
  }

  private static let simpler: [Character: String] = [
    "…": "...", "×": "x", "→": "->", "←": "<-", "·": "-",
  ]
  /// Words beside them say the same.
  private static let signs = Set("●◐○◇✗✓◌│┊▁▂▃▄▅▆▇█")

  /// Whether a cell of a table says more than that there is nothing.
  private static func isTold(_ text: String) -> Bool {
    text != "-" && text.contains(where: isTold)
  }

  /// Whether a letter is more than a sign.
  private static func isTold(_ letter: Character) -> Bool {
    letter != " " && !signs.contains(letter)
  }

  private static func simple(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var told = ""
    var isBehindSign = false
    for letter in text {
      if letter == " ", isBehindSign { continue }
      isBehindSign = signs.contains(letter)
      if !isBehindSign { told += simpler[letter] ?? String(letter) }
    }
    return told
  }
}
