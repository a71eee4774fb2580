/// Cuts a Markdown text into blocks. Whatever it does not know is a paragraph.
struct MarkdownParser {
  private let lines: [Substring]
  private var place = 0
  private var blocks: [MarkdownBlock] = []
  /// Lists and quotes inside one another; deeper ones are plain text.
  private let depth: Int
  private static let depthLimit = 8

  private init(_ lines: [Substring], depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  static func blocks(of text: String) -> [MarkdownBlock] {
    let lines = harmless(text).split(separator: "\n", omittingEmptySubsequences: false)
    return blocks(of: lines, depth: 0)
  }

  private static func blocks(of lines: [Substring], depth: Int) -> [MarkdownBlock] {
    var parser = MarkdownParser(lines, depth: depth)
    while parser.place < lines.count { parser.takeBlock() }
    return parser.blocks
  }

  /// Without anything that steers a terminal; tabs become spaces.
  static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append(scalar)
      case 0x09: result.append(contentsOf: "  ".unicodeScalars)
      case 0x0D: continue
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("?")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private mutating func takeBlock() {
    let line = lines[place]
    let text = line.withoutIndent
    if text.isEmpty {
      place += 1
    } else if let fence = Fence(line) {
      takeCode(fence)
    } else if text.hasPrefix("<!--") {
      takeComment()
    } else if let level = Self.headingLevel(text) {
      place += 1
      let title = text.dropFirst(level).trimmingSpaces(also: "#")
      blocks.append(.heading(level: level, MarkdownInline.spans(of: title)))
    } else if Self.isRule(text) {
      place += 1
      blocks.append(.rule)
    } else if depth < Self.depthLimit, text.hasPrefix(">") {
      takeQuote()
    } else if depth < Self.depthLimit, ListMarker(line) != nil {
      takeList()
    } else if let table = MarkdownTableReader.table(lines[place...]) {
      place += table.rows.count + 2
      blocks.append(.table(table))
    } else {
      takeParagraph()
    }
  }

  // MARK: - What begins a block

  private static func headingLevel(_ text: Substring) -> Int? {
    let level = text.prefix { $0 == "#" }.count
    return (1...6).contains(level) && text.dropFirst(level).hasPrefix(" ") ? level : nil
  }

  private static func isRule(_ text: Substring) -> Bool {
    let marks = text.filter { $0 != " " }
    guard let first = marks.first, "-*_".contains(first) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  /// Whether a line ends the paragraph above it.
  private static func beginsBlock(_ line: Substring) -> Bool {
    let text = line.withoutIndent
    return text.isEmpty || Fence(line) != nil || headingLevel(text) != nil || text.hasPrefix(">")
      || text.hasPrefix("<!--") || ListMarker(line) != nil || isRule(text)
  }

  // MARK: - Blocks

  private mutating func takeCode(_ fence: Fence) {
    place += 1
    var code: [String] = []
    while place < lines.count, !fence.isClosed(by: lines[place]) {
      code.append(String(lines[place].withoutIndent(atMost: fence.indent)))
      place += 1
    }
    place += 1
    blocks.append(.code(caption: fence.fileName, code))
  }

  private mutating func takeComment() {
    while place < lines.count {
      place += 1
      if lines[place - 1].contains("-->") { return }
    }
  }

  private mutating func takeQuote() {
    var inner: [Substring] = []
    while place < lines.count {
      let text = lines[place].withoutIndent
      if text.hasPrefix(">") {
        let rest = text.dropFirst()
        inner.append(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
      } else if inner.last?.withoutIndent.isEmpty ?? true || Self.beginsBlock(lines[place]) {
        break
      } else {
        inner.append(lines[place])
      }
      place += 1
    }
    blocks.append(.quote(Self.blocks(of: inner, depth: depth + 1)))
  }

  private mutating func takeParagraph() {
    var text: [Substring] = []
    repeat {
      text.append(lines[place])
      place += 1
    } while place < lines.count && !Self.beginsBlock(lines[place])
    let joined = text.map { $0.trimmingSpaces() }.joined(separator: " ")
    blocks.append(.paragraph(MarkdownInline.spans(of: joined)))
  }

  private mutating func takeList() {
    guard let first = ListMarker(lines[place]) else { return }
    var items: [MarkdownBlock.Item] = []
    while place < lines.count, let marker = ListMarker(lines[place]),
      marker.isNumber == first.isNumber
    {
      let inner = itemLines(marker)
      items.append(
        MarkdownBlock.Item(marker: marker.text, blocks: Self.blocks(of: inner, depth: depth + 1)))
      // Items may have empty lines between them.
      let next = lines[place...].firstIndex { !$0.withoutIndent.isEmpty }
      if let next, ListMarker(lines[next])?.isNumber == first.isNumber { place = next }
    }
    blocks.append(.list(items))
  }

  /// The lines of an item without the indentation that makes them its own.
  private mutating func itemLines(_ marker: ListMarker) -> [Substring] {
    var inner = [lines[place].dropFirst(marker.width)]
    place += 1
    while place < lines.count {
      let line = lines[place]
      if line.withoutIndent.isEmpty {
        let next = lines[place...].first { !$0.withoutIndent.isEmpty }
        guard let next, next.indent > marker.indent + 1 else { break }
        inner.append("")
      } else if line.indent > marker.indent + 1 {
        inner.append(line.withoutIndent(atMost: marker.width))
      } else if Self.beginsBlock(line) || inner.last?.isEmpty ?? false {
        break
      } else {
        inner.append(line.withoutIndent)
      }
      place += 1
    }
    return inner
  }
}

/// What begins an item of a list.
private struct ListMarker {
  var indent: Int
  /// `- ` or `12. `
  var text: String
  var isNumber: Bool
  /// Columns up to the item's text.
  var width: Int

  init?(_ line: Substring) {
    indent = line.indent
    let rest = line.withoutIndent
    if let bullet = rest.first, "-*+".contains(bullet), rest.dropFirst().hasPrefix(" ") {
      (text, isNumber) = ("- ", false)
      width = indent + 2
      return
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest.dropFirst(digits.count)
    guard (1...9).contains(digits.count), after.hasPrefix(". ") || after.hasPrefix(") ") else {
      return nil
    }
    (text, isNumber) = (digits + ". ", true)
    width = indent + digits.count + 2
  }
}

/// The line that opens a code fence.
private struct Fence {
  var indent: Int
  private var mark: Character
  private var length: Int
  /// The word after the language: ```` ```yaml shop.yaml ````.
  var fileName: String?

  init?(_ line: Substring) {
    let text = line.withoutIndent
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    length = text.prefix { $0 == mark }.count
    let info = text.dropFirst(length)
    guard length >= 3, !info.contains("`") else { return nil }
    self.mark = mark
    indent = line.indent
    let words = info.split(separator: " ")
    fileName = words.count > 1 ? String(words[1]) : nil
  }

  func isClosed(by line: Substring) -> Bool {
    let text = line.withoutIndent.trimmingSpaces()
    return text.count >= length && text.allSatisfy { $0 == mark }
  }
}

extension Substring {
  var indent: Int { prefix { $0 == " " }.count }

  var withoutIndent: Substring { drop { $0 == " " } }

  func withoutIndent(atMost columns: Int) -> Substring { dropFirst(Swift.min(indent, columns)) }

  /// Without spaces, and another character, at both ends.
  func trimmingSpaces(also other: Character = " ") -> Substring {
    var rest = self
    while let last = rest.last, last == " " || last == other { rest.removeLast() }
    return rest.drop { $0 == " " }
  }
}
