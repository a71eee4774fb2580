/// Gathers the fields of a word.
struct FieldSplitter {
  struct Field {
    var text = ""
    /// The same, with what was quoted in it quoted.
    var pattern = ""
    var isPattern = false
  }

  private let separators: String
  private var fields: [Field] = []
  private var current: Field?
  /// Whether a separator that is no blank may still follow the blanks before it.
  private var endedByBlank = false

  init(separators: String) { self.separators = separators }

  var all: [Field] { fields + [current].compactMap(\.self) }

  mutating func add(_ text: String, isQuoted: Bool) {
    var field = current ?? Field()
    field.text += text
    if isQuoted {
      field.pattern += GlobPattern.quoted(text)
    } else {
      field.pattern += text
      field.isPattern = field.isPattern || text.utf8.contains { "*?[".utf8.contains($0) }
    }
    current = field
    endedByBlank = false
  }

  /// Each of them a field; the first goes on with what is there, the last may go on.
  mutating func addFields(_ texts: [String]) {
    for (place, text) in texts.enumerated() {
      if place > 0 { end() }
      add(text, isQuoted: true)
    }
  }

  /// What was expanded outside quotes: separators in it part fields.
  mutating func addSplit(_ text: String) {
    guard !separators.isEmpty else {
      if !text.isEmpty { add(text, isQuoted: false) }
      return
    }
    var piece = ""
    for character in text.unicodeScalars {
      guard separators.unicodeScalars.contains(character) else {
        piece.unicodeScalars.append(character)
        continue
      }
      if !piece.isEmpty { add(piece, isQuoted: false) }
      piece = ""
      if " \t\n".unicodeScalars.contains(character) {
        if current != nil { endedByBlank = true }
        end(keeping: endedByBlank)
      } else if endedByBlank {
        endedByBlank = false
      } else {
        // Two such separators have an empty field between them.
        if current == nil { current = Field() }
        end()
      }
    }
    if !piece.isEmpty { add(piece, isQuoted: false) }
  }

  mutating func end() { end(keeping: false) }

  private mutating func end(keeping isBlank: Bool) {
    if let current { fields.append(current) }
    current = nil
    endedByBlank = isBlank
  }
}
