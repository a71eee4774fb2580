/// Markdown as a terminal shows it: wrapped, readable with and without colour.
public enum MarkdownText {
  /// No line of prose is longer, however wide the screen.
  public static let widest = 80
  /// Nothing can be read in less.
  public static let narrowest = 20

  /// The text in lines of at most `width` columns; only lines of code may be longer. Nothing in it
  /// steers a terminal but the colours, if there are to be any.
  public static func lines(_ markdown: String, width: Int, colour: Bool) -> [String] {
    let width = max(narrowest, min(width, widest))
    // On a narrow screen code needs the room more than the margin.
    let writer = MarkdownWriter(colour: colour, codeMargin: width < 60 ? 2 : 4)
    return writer.lines(MarkdownParser.blocks(of: markdown), width: width)
  }

  public static func render(
    _ markdown: String, width: Int = widest, colour: Bool = false
  ) -> String {
    lines(markdown, width: width, colour: colour).joined(separator: "\n")
  }

  /// A text that is no Markdown, on one line, made harmless.
  public static func plainText(_ text: String) -> String {
    MarkdownParser.harmless(text).replacing("\n", with: " ")
  }

  /// The same on as many lines as it has.
  public static func plainLines(_ text: String) -> String { MarkdownParser.harmless(text) }

  /// A title or another short text on one line, without marks.
  public static func plainLine(_ text: String) -> String {
    MarkdownInline.spans(of: plainText(text)).map(\.text).joined()
  }
}

/// Turns blocks into lines.
struct MarkdownWriter {
  let colour: Bool
  /// Columns in front of code.
  let codeMargin: Int

  func lines(_ blocks: [MarkdownBlock], width: Int) -> [String] {
    var lines: [String] = []
    for (number, block) in blocks.enumerated() {
      if number > 0 { lines.append("") }
      lines += self.lines(block, width: width)
    }
    return lines
  }

  private var wrapping: TextWrapping { TextWrapping(colour: colour) }

  private func lines(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block {
    case .heading(_, let spans): return heading(spans, width: width)
    case .paragraph(let spans): return wrapping.lines(spans, width: width)
    case .code(let caption, let code): return self.code(caption, code)
    case .quote(let blocks):
      return lines(blocks, width: max(1, width - 2)).map { $0.isEmpty ? "|" : "| " + $0 }
    case .list(let items): return list(items, width: width)
    case .table(let table):
      return TableLayout(table: table, wrapping: wrapping, width: width).lines
    case .rule: return [String(repeating: "-", count: width)]
    }
  }

  private func heading(_ spans: [MarkdownSpan], width: Int) -> [String] {
    let strong = spans.map { MarkdownSpan(text: $0.text, style: .strong) }
    let lines = wrapping.lines(strong, width: width)
    guard !colour else { return lines }
    let widest = lines.map { ColumnWidth.of($0) }.max() ?? 0
    return lines + [String(repeating: "-", count: widest)]
  }

  private func code(_ caption: String?, _ code: [String]) -> [String] {
    let margin = String(repeating: " ", count: codeMargin)
    let shown = code.map { line in
      line.isEmpty ? "" : margin + (colour ? "\u{1B}[36m\(line)\u{1B}[39m" : line)
    }
    return (caption.map { ["\($0):"] } ?? []) + shown
  }

  private func list(_ items: [MarkdownBlock.Item], width: Int) -> [String] {
    // Numbers stand right-aligned above one another.
    let margin = items.map(\.marker.count).max() ?? 0
    var lines: [String] = []
    for item in items {
      let inner = self.lines(item, width: max(1, width - margin))
      let first = String(repeating: " ", count: margin - item.marker.count) + item.marker
      let rest = String(repeating: " ", count: margin)
      if inner.isEmpty { lines.append(first) }
      for (number, line) in inner.enumerated() {
        lines.append(number == 0 ? first + line : line.isEmpty ? "" : rest + line)
      }
    }
    return lines
  }

  /// A list right below an item's first line needs no empty line between.
  private func lines(_ item: MarkdownBlock.Item, width: Int) -> [String] {
    var lines: [String] = []
    for (number, block) in item.blocks.enumerated() {
      if case .list = block, number == 1 {} else if number > 0 { lines.append("") }
      lines += self.lines(block, width: width)
    }
    return lines
  }
}
