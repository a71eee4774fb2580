/// Markdown as a terminal shows it: wrapped, readable with and without colour.
public enum MarkdownText {
  /// The text in lines of at most `width` columns (never more than 80).
  public static func render(_ markdown: String, width: Int = 80, colour: Bool = false) -> String {
    var writer = MarkdownWriter(width: max(20, min(width, 80)), colour: colour)
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      writer.take(String(line))
    }
    writer.finish()
    return writer.lines.joined(separator: "\n").trimmingBlankLines
  }
}

/// Collects paragraphs and writes them when they end.
struct MarkdownWriter {
  let width: Int
  let colour: Bool
  private(set) var lines: [String] = []
  private var paragraph: [String] = []
  private var firstIndent = ""
  private var indent = ""
  private var isInFence = false

  init(width: Int, colour: Bool) {
    self.width = width
    self.colour = colour
  }

  mutating func take(_ line: String) {
    if line.hasPrefix("```") {
      finish()
      isInFence.toggle()
      return
    }
    if isInFence {
      lines.append("    " + styled(line, "36"))
      return
    }
    let text = line.trimmingSpaces
    if text.isEmpty {
      finish()
      if !(lines.last?.isEmpty ?? true) { lines.append("") }
    } else if text.hasPrefix("#") {
      finish()
      lines.append(styled(String(text.drop { $0 == "#" }).trimmingSpaces, "1"))
    } else if text.hasPrefix("> ") {
      begin(first: "| ", rest: "| ", String(text.dropFirst(2)))
    } else if text.hasPrefix("|") {
      finish()
      lines.append(text)
    } else if let marker = Self.listMarker(text) {
      finish()
      begin(
        first: marker, rest: String(repeating: " ", count: marker.count),
        String(text.dropFirst(marker.count)))
    } else {
      paragraph.append(text)
    }
  }

  private mutating func begin(first: String, rest: String, _ text: String) {
    if paragraph.isEmpty {
      firstIndent = first
      indent = rest
    }
    paragraph.append(text)
  }

  private static func listMarker(_ text: String) -> String? {
    if text.hasPrefix("- ") { return "- " }
    let digits = text.prefix { $0.isNumber }
    return !digits.isEmpty && text.dropFirst(digits.count).hasPrefix(". ") ? digits + ". " : nil
  }

  /// Ends the paragraph that is being collected.
  mutating func finish() {
    guard !paragraph.isEmpty else { return }
    let words = paragraph.joined(separator: " ").split(separator: " ").map(String.init)
    var line = firstIndent
    var isEmpty = true
    for word in words {
      if !isEmpty, Self.columns(line) + 1 + Self.columns(word) > width {
        lines.append(emphasised(line))
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(emphasised(line))
    paragraph = []
    firstIndent = ""
    indent = ""
  }

  /// Columns a text takes once its stars are gone.
  private static func columns(_ text: String) -> Int { text.count - text.count { $0 == "*" } }

  /// Replaces `**bold**` and `` `code` `` by colour, or takes the stars away where there is none;
  /// code keeps its back-ticks then, so that a command is told from the sentence around it.
  private func emphasised(_ line: String) -> String {
    var result = ""
    var isBold = false
    var isCode = false
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case "*" where !isCode:
        guard rest.first == "*" else { continue }
        rest.removeFirst()
        isBold.toggle()
        if colour { result += isBold ? "\u{1b}[1m" : "\u{1b}[22m" }
      case "`":
        isCode.toggle()
        result += colour ? (isCode ? "\u{1b}[36m" : "\u{1b}[39m") : "`"
      default: result.append(character)
      }
    }
    return result
  }

  private func styled(_ text: String, _ code: String) -> String {
    colour && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
