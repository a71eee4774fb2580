import CLibEdit

/// A prompt for libedit, which must be told what in it takes no room.
struct Prompt {
  /// Between two of these libedit expects text without width.
  static let mark: wchar_t = 1

  /// As a terminal shows it, without the marks.
  private(set) var text = ""
  /// With the marks, and without a closing zero.
  private(set) var cells: [wchar_t] = []
  private(set) var width = 0

  /// `text` may hold colours (`ESC [ … m`); without `colour` they are left out.
  init(_ text: String, colour: Bool) {
    var pending: [wchar_t] = []
    var shown = String.UnicodeScalarView()
    var scalars = Substring(Screen.sanitized(text, keepingColours: true)).unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1B}", let end = scalars.firstIndex(of: "m") {
        let sequence = [scalar] + scalars[...end]
        scalars = scalars[scalars.index(after: end)...]
        guard colour else { continue }
        shown.append(contentsOf: sequence)
        pending += sequence.map { wchar_t($0.value) }
      } else {
        shown.append(scalar)
        add(pending, before: wchar_t(scalar.value))
        pending = []
      }
    }
    // libedit loses what stands between marks at the very end: a space takes it along.
    if !pending.isEmpty {
      add(pending, before: 0x20)
      shown.append(" ")
    }
    self.text = String(shown)
  }

  private mutating func add(_ escapes: [wchar_t], before character: wchar_t) {
    if !escapes.isEmpty { cells += [Prompt.mark] + escapes + [Prompt.mark] }
    cells.append(character)
    width += TextWidth.of(character)
  }
}
