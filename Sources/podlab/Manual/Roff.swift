/// Text in the language of man.
struct Roff {
  private(set) var text = ""

  mutating func request(_ name: String, _ words: String...) {
    text +=
      ".\(name)"
      + words.map { " \"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\"" }
      .joined() + "\n"
  }

  /// A paragraph; lines that look like requests are none.
  mutating func say(_ sentence: String) {
    for line in sentence.split(separator: "\n") {
      let escaped = Self.escaped(String(line))
      text += (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
    }
  }

  /// A line of pieces, each in its font: `B` bold, `I` italic, `R` as the text around.
  mutating func line(_ pieces: [(font: Character, text: String)]) {
    text +=
      pieces.map { "\\f\($0.font)\(Self.escaped($0.text))\\fR" }.joined() + "\n"
  }

  /// Lines that stay as they are.
  mutating func example(_ lines: [String]) {
    text += ".RS 4\n.nf\n"
    say(lines.joined(separator: "\n"))
    text += ".fi\n.RE\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("’", with: "'")
      .replacing("…", with: "...").replacing("→", with: "\\(->")
  }
}
