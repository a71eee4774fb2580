import Kubectl
import Lessons

/// How much has been read since the last key.
struct ReadingProgress: Sendable {
  var rows = 0
  /// The reader has had enough: nothing more of this text.
  var isStopped = false
}

extension Session {
  /// A line of a text to be read. After a screenful a person is asked for a key; in scripts and
  /// pipes nobody is.
  mutating func tell(_ line: String = "") {
    guard !reading.isStopped else { return }
    guard captures.isEmpty, let turnPage = host.turnPage, let height = host.pageHeight() else {
      return say(line)
    }
    let columns = max(1, host.style().width ?? MarkdownText.widest)
    let rows = max(1, (ColumnWidth.of(line) + columns - 1) / columns)
    // The last row of the screen is for asking.
    if reading.rows + rows > max(1, height - 1) {
      guard turnPage() else {
        reading.isStopped = true
        return
      }
      reading.rows = 0
    }
    reading.rows += rows
    say(line)
  }

  /// A line that goes on below its own text when it is too long.
  mutating func tell(_ line: String, hangingBy indentation: Int) {
    let width = min(style.width ?? MarkdownText.widest, MarkdownText.widest)
    for piece in HangingLines.pieces(of: line, width: width, indentation: indentation) {
      tell(piece)
    }
  }

  /// Asks for a key now if the next lines would not fit on the screen together with what stands
  /// there, so that they begin on a new one.
  mutating func turnPageUnlessFitting(_ markdown: String) {
    guard captures.isEmpty, host.turnPage != nil, let height = host.pageHeight() else { return }
    let width = style.width ?? MarkdownText.widest
    let lines = MarkdownText.lines(markdown, width: width, colour: false).count
    if reading.rows + lines >= height { reading.rows = height }
  }

  mutating func showMarkdown(_ text: String) {
    let style = style
    let lines = MarkdownText.lines(
      text, width: style.width ?? MarkdownText.widest, colour: style.usesColour)
    for line in lines { tell(line) }
  }

  func styled(_ text: String, _ code: String) -> String {
    style.usesColour ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
