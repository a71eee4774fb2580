import Engine
import Lessons

/// A scene drawn with letters.
struct Canvas {
  private struct Spot {
    /// Empty behind a letter that takes two columns.
    var letter = " "
    var tone = Tone.plain
  }

  private var spots: [[Spot]]
  private let width: Int

  init(_ scene: Scene) {
    width = scene.width
    spots = Array(
      repeating: Array(repeating: Spot(), count: scene.width), count: scene.height)
    for placed in scene.marks { draw(placed) }
  }

  /// The lines, without spaces at their ends.
  func lines(usesColour: Bool) -> [String] {
    spots.map { row in
      let end = row.lastIndex { $0.letter != " " } ?? -1
      var line = ""
      var tone = Tone.plain
      for spot in row[0..<(end + 1)] {
        if usesColour, spot.letter != " ", spot.tone != tone {
          line += tone == .plain ? "" : "\u{1b}[0m"
          line += spot.tone.escape
          tone = spot.tone
        }
        line += spot.letter
      }
      return tone == .plain ? line : line + "\u{1b}[0m"
    }
  }

  // MARK: - Marks

  private mutating func draw(_ placed: Scene.Placed) {
    let (column, row) = (placed.column, placed.row)
    switch placed.mark {
    case .text(let phrase), .title(let phrase):
      var place = column
      for piece in phrase.pieces { place = write(piece.text, piece.tone, place, row) }
    case .cell(let cell): _ = write(String(cell.sign), cell.tone, column, row)
    case .frame(let width, let height, let tone): frame(width, height, tone, column, row)
    case .gauge(let width, let gauge): draw(gauge, width, column, row)
    case .stretch(let width, let state):
      _ = write(String(repeating: state.letter, count: width), state.tone, column, row)
    }
  }

  /// The column behind the text.
  private mutating func write(_ text: String, _ tone: Tone, _ column: Int, _ row: Int) -> Int {
    var place = column
    for letter in text {
      let isSimple = letter.isASCII
      let columns = isSimple ? 1 : ColumnWidth.of(String(letter))
      let isHarmless = letter.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      guard columns > 0 || !isHarmless else { continue }
      guard place >= 0, place + max(1, columns) <= width, spots.indices.contains(row) else { break }
      spots[row][place] = Spot(letter: isHarmless ? String(letter) : "?", tone: tone)
      if columns > 1 { spots[row][place + 1] = Spot(letter: "", tone: tone) }
      place += max(1, columns)
    }
    return place
  }

  private mutating func frame(
    _ width: Int, _ height: Int, _ tone: Tone, _ column: Int, _ row: Int
  ) {
    guard width >= 2, height >= 2 else { return }
    let line = String(repeating: "─", count: width - 2)
    _ = write("╭" + line + "╮", tone, column, row)
    for side in (row + 1)..<(row + height - 1) {
      _ = write("│", tone, column, side)
      _ = write("│", tone, column + width - 1, side)
    }
    _ = write("╰" + line + "╯", tone, column, row + height - 1)
  }

  /// Where something is measured the upper half of the bar is what is taken, the lower half what
  /// is used.
  private mutating func draw(_ gauge: Gauge, _ width: Int, _ column: Int, _ row: Int) {
    let taken = gauge.share(gauge.taken, of: width)
    let used = gauge.used.map { gauge.share($0, of: width) }
    for place in 0..<width {
      let isTaken = place < taken
      var letter = isTaken ? "█" : "░"
      if let used {
        let isUsed = place < used
        if isTaken { letter = isUsed ? "█" : "▀" } else if isUsed { letter = "▄" }
      }
      _ = write(letter, letter == "░" ? .faint : gauge.tone, column + place, row)
    }
  }
}

extension Gauge {
  /// How many of `units` stand for an amount: something is never nothing, and not all is never all.
  func share(_ amount: Int, of units: Int) -> Int {
    guard whole > 0, amount > 0 else { return 0 }
    if amount >= whole { return units }
    return min(max(1, units - 1), max(1, Int(Double(amount) / Double(whole) * Double(units) + 0.5)))
  }

  var percent: Int { taken.percent(of: whole) }

  var tone: Tone { percent >= 95 ? .bad : percent >= 80 ? .warning : .good }
}

extension Tone {
  /// What turns it on, on a terminal.
  fileprivate var escape: String {
    switch self {
    case .plain: ""
    case .faint: "\u{1b}[2m"
    case .strong: "\u{1b}[1m"
    case .good: "\u{1b}[32m"
    case .warning: "\u{1b}[33m"
    case .bad: "\u{1b}[31m"
    case .owner(let number):
      "\u{1b}[\(["36", "35", "34", "96", "95", "94"][number % Self.ownerColours])m"
    }
  }
}
