import Lessons

/// What a piece of a picture is about. Colour follows from it where there is any, and says nothing
/// that letters do not say too.
enum Tone: Hashable, Sendable {
  case plain
  case faint
  case strong
  case good
  case warning
  case bad
  /// Belongs to the owner of this number.
  case owner(Int)

  /// Owners beyond these share colours.
  static let ownerColours = 6
}

/// Words on one line, each with its tone.
struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  struct Piece: Hashable, Sendable {
    var text: String
    var tone: Tone
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String, _ tone: Tone = .plain) {
    if !text.isEmpty { pieces = [Piece(text: text, tone: tone)] }
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  private init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  var text: String { pieces.map(\.text).joined() }
  var isEmpty: Bool { pieces.isEmpty }
  var columns: Int { pieces.reduce(0) { $0 + ColumnWidth.of($1.text) } }

  static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.pieces + right.pieces) }

  static func += (left: inout Phrase, right: Phrase) { left.pieces += right.pieces }

  /// The beginning of it within `columns`, `…` at its end when something is missing.
  func fitted(_ columns: Int) -> Phrase {
    guard self.columns > columns else { return self }
    var room = columns
    var kept: [Piece] = []
    for piece in pieces where room > 0 {
      let width = ColumnWidth.of(piece.text)
      // What does not end with this piece has to leave room for the sign of it.
      let text =
        width < room
        ? piece.text : ColumnWidth.fitted(piece.text + " …", columns: room)
      kept.append(Piece(text: text, tone: piece.tone))
      room -= width < room ? width : room
    }
    return Phrase(kept)
  }

  /// Within `columns` with its beginning and its end: names that are alike differ there.
  func elided(_ columns: Int) -> Phrase {
    guard self.columns > columns, columns >= 4, let last = pieces.last else {
      return fitted(columns)
    }
    let tail = String(last.text.suffix(min(5, columns / 3)))
    let head = fitted(columns - ColumnWidth.of(tail))
    return head + Phrase(tail, last.tone)
  }

  /// Lines of at most `columns`, broken at spaces; all but the first begin with `indentation`
  /// spaces. A word that is wider is cut.
  func wrapped(_ columns: Int, indentation: Int = 0) -> [Phrase] {
    guard self.columns > columns else { return [self] }
    let margin = indentation * 3 < columns ? indentation : 0
    var lines: [Phrase] = []
    var line = Phrase("")
    var used = 0
    for piece in pieces {
      for (place, word) in piece.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        let text = (place == 0 ? "" : " ") + word
        let width = ColumnWidth.of(text)
        if used + width > columns, used > margin {
          lines.append(line.fitted(columns))
          line = Phrase(String(repeating: " ", count: margin))
          line += Phrase(String(word), piece.tone)
          used = margin + ColumnWidth.of(String(word))
        } else {
          line += Phrase(text, piece.tone)
          used += width
        }
      }
    }
    return lines + [line.fitted(columns)]
  }
}

extension [Phrase] {
  func joined(_ separator: String) -> Phrase {
    enumerated().reduce(into: Phrase("")) { whole, part in
      if part.offset > 0 { whole += Phrase(separator) }
      whole += part.element
    }
  }
}
