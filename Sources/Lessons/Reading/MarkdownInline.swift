/// Reads the marks inside a line of Markdown: stars, back-ticks, links.
enum MarkdownInline {
  static func spans(of text: some StringProtocol) -> [MarkdownSpan] {
    spans(of: Substring(text), style: .plain)
  }

  private static func spans(of text: Substring, style: MarkdownSpan.Style) -> [MarkdownSpan] {
    var spans: [MarkdownSpan] = []
    var plain = ""
    var rest = text
    func finish() {
      if !plain.isEmpty { spans.append(MarkdownSpan(text: plain, style: style)) }
      plain = ""
    }
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if let found = code(rest) {
        finish()
        spans.append(MarkdownSpan(text: found.text, style: .code))
        rest = found.rest
      } else if let found = marked(rest, after: text[..<rest.startIndex].last) {
        finish()
        spans += self.spans(of: found.text, style: found.style)
        rest = found.rest
      } else if let found = link(rest) {
        finish()
        spans += self.spans(of: found.text, style: style)
        plain = found.place
        rest = found.rest
      } else {
        plain.append(first)
        rest.removeFirst()
      }
    }
    finish()
    return spans
  }

  private static func code(_ text: Substring) -> (text: String, rest: Substring)? {
    let ticks = text.prefix { $0 == "`" }
    guard !ticks.isEmpty else { return nil }
    var rest = text.dropFirst(ticks.count)
    let start = rest.startIndex
    while let place = rest.firstIndex(of: "`") {
      let run = rest[place...].prefix { $0 == "`" }
      let after = rest[place...].dropFirst(run.count)
      if run.count == ticks.count {
        var inside = text[start..<place]
        // One space at each end keeps a back-tick apart from the marks.
        if inside.hasPrefix(" "), inside.hasSuffix(" "), inside.contains(where: { $0 != " " }) {
          inside = inside.dropFirst().dropLast()
        }
        return (String(inside), after)
      }
      rest = after
    }
    return nil
  }

  /// `**strong**`, `__strong__`, `*emphasis*`, `_emphasis_`.
  private static func marked(
    _ text: Substring, after before: Character?
  ) -> (text: Substring, style: MarkdownSpan.Style, rest: Substring)? {
    guard let mark = text.first, mark == "*" || mark == "_" else { return nil }
    // snake_case is one word.
    if mark == "_", let before, before.isLetter || before.isNumber { return nil }
    for length in [2, 1] where text.prefix(while: { $0 == mark }).count >= length {
      let inside = text.dropFirst(length)
      guard let first = inside.first, first != " ", first != mark else { continue }
      if let end = closing(mark, length, in: inside) {
        return (
          inside[..<end], length == 2 ? .strong : .emphasis,
          inside[end...].dropFirst(length)
        )
      }
    }
    return nil
  }

  private static func closing(
    _ mark: Character, _ length: Int, in text: Substring
  ) -> Substring.Index? {
    var place = text.startIndex
    var before: Character = " "
    while place < text.endIndex {
      let character = text[place]
      if character == "`", let found = code(text[place...]) {
        // Stars in code close nothing.
        place = found.rest.startIndex
        before = "`"
        continue
      }
      if character == mark {
        let run = text[place...].prefix { $0 == mark }
        let after = text[place...].dropFirst(run.count).first
        let isInWord = mark == "_" && (after.map { $0.isLetter || $0.isNumber } ?? false)
        if run.count == length || run.count > 2, before != " ", !isInWord { return place }
        place = run.endIndex
        before = mark
        continue
      }
      before = character
      place = text.index(after: place)
    }
    return nil
  }

  /// `[text](place)`, `![text](place)` and `<https://…>`; the place follows in brackets where it
  /// says more than the text.
  private static func link(
    _ text: Substring
  ) -> (text: Substring, place: String, rest: Substring)? {
    if text.hasPrefix("<http"), let end = text.firstIndex(of: ">"), !text[..<end].contains(" ") {
      return (text[..<end].dropFirst(), "", text[end...].dropFirst())
    }
    let isPicture = text.hasPrefix("![")
    guard isPicture || text.hasPrefix("["), let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let label = text[..<middle.lowerBound].dropFirst(isPicture ? 2 : 1)
    guard !label.contains("]"), !label.isEmpty else { return nil }
    let place = text[middle.upperBound..<end]
    let isWorthSaying = !isPicture && place != label && place.contains("://")
    return (label, isWorthSaying ? " (\(place))" : "", text[end...].dropFirst())
  }
}
