import CLibEdit

/// A prompt, and how much room it takes.
struct Prompt {
  /// As a terminal shows it.
  private(set) var text = ""
  /// Columns of its last line.
  private(set) var width = 0

  /// `text` may hold colours (`ESC [ … m`); without `colour` they are left out.
  init(_ text: String, colour: Bool) {
    var shown = String.UnicodeScalarView()
    var scalars = Substring(Screen.sanitized(text, keepingColours: true)).unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1B}", let end = scalars.firstIndex(of: "m") {
        let sequence = [scalar] + scalars[...end]
        scalars = scalars[scalars.index(after: end)...]
        if colour { shown.append(contentsOf: sequence) }
      } else if scalar == "\n" {
        shown.append(contentsOf: ["\r", "\n"])
        width = 0
      } else {
        shown.append(scalar)
        width += TextWidth.of(wchar_t(scalar.value))
      }
    }
    self.text = String(shown)
  }
}
