/// Spreads spans over lines of a width.
struct TextWrapping {
  let colour: Bool
  /// A command of up to so many columns is not broken between two lines.
  private static let wholeCode = 40

  /// One thing that is not broken if it fits on a line: pieces of one or more styles.
  private struct Word {
    var pieces: [MarkdownSpan] = []

    var width: Int { pieces.reduce(0) { $0 + ColumnWidth.of($1.text) } }
  }

  /// The spans in lines of at most `width` columns, styles and all. Without colour code keeps its
  /// back-ticks, so that a command is told from the sentence around it.
  func lines(_ spans: [MarkdownSpan], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(spans, width: width) {
      let columns = word.width
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word.pieces.map(shown).joined()
      used += columns
    }
    return lines + (used > 0 ? [line] : [])
  }

  private func words(_ spans: [MarkdownSpan], width: Int) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for span in spans {
      let isWhole = span.style == .code && ColumnWidth.of(span.text) <= Self.wholeCode
      let text = span.style == .code && !colour ? "`\(span.text)`" : span.text
      let parts =
        isWhole ? [text[...]] : text.split(separator: " ", omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        if number > 0 {
          words.append(word)
          word = Word()
        }
        if !part.isEmpty {
          word.pieces.append(MarkdownSpan(text: String(part), style: span.style))
        }
      }
    }
    words.append(word)
    return words.filter { !$0.pieces.isEmpty }.flatMap { broken($0, width: width) }
  }

  /// A word wider than the line, cut at spaces where it has some, else anywhere.
  private func broken(_ word: Word, width: Int) -> [Word] {
    guard word.width > width else { return [word] }
    var words: [Word] = []
    for piece in word.pieces {
      for part in piece.text.split(separator: " ") {
        var rest = part
        while !rest.isEmpty {
          var head = ColumnWidth.prefix(of: rest, columns: width)
          if head.isEmpty { head = rest.prefix(1) }
          words.append(Word(pieces: [MarkdownSpan(text: String(head), style: piece.style)]))
          rest = rest[head.endIndex...]
        }
      }
    }
    return words
  }

  private func shown(_ span: MarkdownSpan) -> String {
    guard colour else { return span.text }
    switch span.style {
    case .plain: return span.text
    case .strong: return "\u{1B}[1m\(span.text)\u{1B}[22m"
    case .emphasis: return "\u{1B}[3m\(span.text)\u{1B}[23m"
    case .code: return "\u{1B}[36m\(span.text)\u{1B}[39m"
    }
  }
}
