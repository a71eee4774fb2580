/// Something to look at, before anybody knows whether it will be drawn with letters, told in
/// sentences or kept as SVG. It knows no widths.
struct Picture: Equatable, Sendable {
  /// What it shows, for whoever cannot see it.
  var title: String
  var parts: [Part] = []

  /// The parts of a picture, one below the other.
  enum Part: Equatable, Sendable {
    case heading(Phrase)
    /// Lines after the first are indented so far.
    case text(Phrase, indentation: Int = 0)
    case gap
    case gauges([Gauge])
    case rows([CellRow])
    case table(PictureTable)
    case lanes(Lanes)
    /// Side by side where there is room, each at least so wide.
    case boxes([Box], least: Int)
    /// What the signs mean. Only who sees signs needs it.
    case legend([Phrase])
  }
}

/// A frame around parts of a picture.
struct Box: Equatable, Sendable {
  var title: Phrase
  /// At the right of its upper edge.
  var note: Phrase = ""
  var parts: [Picture.Part]
  /// Of its edge.
  var tone = Tone.faint
}

/// How much of something is taken.
struct Gauge: Equatable, Sendable {
  var name: String
  var taken: Int
  /// How much is really in use, where somebody measures it.
  var used: Int?
  var whole: Int
  /// `950m of 4`
  var amount: String
  /// `uses 83m`
  var use: String = ""
  /// How it went lately, as small bars: for the eye only.
  var trend: String = ""
  /// All of it in words; nil when the amount and its share say it.
  var told: String?
}

/// One thing of many, as a single sign.
struct Cell: Hashable, Sendable {
  var sign: Character
  var tone: Tone
  /// What it is in words: `ready`.
  var word: String
}

/// Things of one sort in a line.
struct CellRow: Equatable, Sendable {
  var label: Phrase
  /// Between the label and the cells.
  var lead: Phrase = ""
  /// The same in words, when `lead` is made of signs.
  var leadInWords: String?
  var cells: [Cell]
  /// Behind the cells.
  var note: Phrase = ""
}

/// Lines whose words stand below each other. The last column takes what room there is.
struct PictureTable: Equatable, Sendable {
  /// Empty for a table without one.
  var header: [String] = []
  var rows: [[Phrase]]
}
