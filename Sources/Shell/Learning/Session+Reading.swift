import Kubectl
import Lessons

/// How much has been read since the last key.
struct ReadingProgress: Sendable {
  var rows = 0
  /// The reader has had enough: nothing more of this text.
  var isStopped = false
}

extension Session {
  /// A sentence, on as many lines as the screen makes of it; all but the first are indented.
  mutating func tell(_ sentence: String = "", hangingBy indentation: Int = 0) {
    let width = min(style.width ?? MarkdownText.widest, MarkdownText.widest)
    guard ColumnWidth.of(sentence) > width else { return tell(line: sentence) }
    for piece in HangingLines.pieces(of: sentence, width: width, indentation: indentation) {
      tell(line: piece)
    }
  }

  /// A line as it is. After a screenful a person is asked for a key; in scripts and pipes nobody
  /// is.
  mutating func tell(line: String) {
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
        if lessonRun != nil { say("(lesson shows the step again)") }
        return
      }
      reading.rows = 0
    }
    reading.rows += rows
    say(line)
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
    for line in lines { tell(line: line) }
  }

  func styled(_ text: String, _ code: String) -> String {
    style.usesColour ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
