/// The interview question that a lesson closes with: a quote of this form.
///
///     > Interview question: *Who places a pod?* The scheduler, by filters and scores.
public struct InterviewNote: Sendable, Equatable {
  public var question: String
  /// What to say: the lesson in a few sentences.
  public var answer: String

  private static let opening = "> Interview question:"

  /// A text without its note, and the note.
  public static func split(_ markdown: String) -> (text: String, note: InterviewNote?) {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(opening) }) else {
      return (markdown, nil)
    }
    let end = lines[start...].firstIndex { !$0.hasPrefix(">") } ?? lines.count
    let quote = lines[start..<end].map { $0.drop { $0 == ">" || $0 == " " } }
      .joined(separator: " ").dropFirst(opening.count - 2)
    lines.removeSubrange(start..<end)
    let text = lines.joined(separator: "\n").trimmingBlankLines
    return (text, note(in: quote.drop { $0 == " " }))
  }

  private static func note(in quote: Substring) -> InterviewNote {
    let stars = quote.prefix { $0 == "*" }
    let inside = quote.dropFirst(stars.count)
    guard !stars.isEmpty, let end = inside.firstRange(of: stars) else {
      // Without marks the question ends with its question mark.
      let end = quote.firstIndex(of: "?").map { quote.index(after: $0) } ?? quote.endIndex
      return InterviewNote(
        question: String(quote[..<end]), answer: String(quote[end...]).trimmingSpaces)
    }
    return InterviewNote(
      question: String(inside[..<end.lowerBound]),
      answer: String(inside[end.upperBound...]).trimmingSpaces)
  }
}
