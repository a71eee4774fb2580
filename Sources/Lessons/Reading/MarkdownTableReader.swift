/// Reads a table of Markdown: a row of headings, a row of dashes, rows of cells.
enum MarkdownTableReader {
  /// The table that begins on the first of these lines, if one does.
  static func table(_ lines: ArraySlice<Substring>) -> MarkdownTable? {
    guard lines.count > 1, let first = lines.first, first.contains("|"),
      let alignments = alignments(lines[lines.startIndex + 1])
    else { return nil }
    let header = cells(first)
    guard header.count == alignments.count else { return nil }
    let rows = lines.dropFirst(2).prefix { $0.contains("|") }.map { line in
      let found = cells(line)
      // A row may lack cells or have too many; the heading decides.
      return (0..<header.count).map { $0 < found.count ? found[$0] : [] }
    }
    return MarkdownTable(alignments: alignments, header: header, rows: rows)
  }

  private static func alignments(_ line: Substring) -> [MarkdownTable.Alignment]? {
    let parts = split(line)
    guard line.contains("|"), !parts.isEmpty else { return nil }
    var alignments: [MarkdownTable.Alignment] = []
    for part in parts {
      let dashes = part.drop { $0 == ":" }.prefix { $0 == "-" }
      let marks = part.filter { $0 == ":" }.count
      guard !dashes.isEmpty, dashes.count + marks == part.count else { return nil }
      alignments.append(
        part.hasSuffix(":") ? (part.hasPrefix(":") ? .centre : .right) : .left)
    }
    return alignments
  }

  private static func cells(_ line: Substring) -> [[MarkdownSpan]] {
    split(line).map { MarkdownInline.spans(of: $0) }
  }

  /// The texts between the bars; `\|` and bars in code are text.
  private static func split(_ line: Substring) -> [Substring] {
    var text = line.trimmingSpaces()
    if text.hasPrefix("|") { text.removeFirst() }
    if text.hasSuffix("|"), !text.hasSuffix("\\|") { text.removeLast() }
    var parts = [""]
    var isCode = false
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case "|" where !isCode: parts.append("")
      case "\\" where rest.first == "|":
        rest.removeFirst()
        parts[parts.count - 1].append("|")
      default:
        if character == "`" { isCode.toggle() }
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0[...].trimmingSpaces() }
  }
}
