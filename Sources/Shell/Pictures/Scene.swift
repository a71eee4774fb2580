/// A picture laid out: what stands where, counted in columns and rows of letters.
struct Scene: Equatable, Sendable {
  /// One thing that is to be seen.
  enum Mark: Equatable, Sendable {
    case text(Phrase)
    /// Words on the edge of a frame.
    case title(Phrase)
    case frame(width: Int, height: Int, Tone)
    case gauge(width: Int, Gauge)
    case cell(Cell)
    /// What is so from one moment to another.
    case stretch(width: Int, LaneState)
  }

  struct Placed: Equatable, Sendable {
    var column: Int
    var row: Int
    var mark: Mark
  }

  let width: Int
  private(set) var height = 0
  private(set) var marks: [Placed] = []

  init(width: Int) {
    self.width = max(1, width)
  }

  /// Puts something into the row below everything, or `above` it by some rows.
  mutating func put(_ mark: Mark, column: Int = 0, row: Int) {
    marks.append(Placed(column: column, row: row, mark: mark))
    height = max(height, row + 1)
  }

  mutating func put(_ scene: Scene, column: Int, row: Int) {
    for placed in scene.marks {
      marks.append(
        Placed(column: placed.column + column, row: placed.row + row, mark: placed.mark))
    }
    height = max(height, row + scene.height)
  }

  mutating func line(_ phrase: Phrase) { put(.text(phrase.fitted(width)), row: height) }

  mutating func gap() { height += 1 }
}
