/// Texts under headings: a line at the left edge names what the indented lines below it are about.
///
/// Lines of one text are joined by spaces, so that a table may break them anywhere.
struct NoteTable: Sendable {
  private var texts: [String: String] = [:]
  /// Headings that stand more than once, which they must not.
  private(set) var repeated: [String] = []

  init(_ parts: String...) {
    var heading = ""
    for line in parts.joined(separator: "\n").split(separator: "\n") {
      if line.first != " " {
        heading = String(line)
        if texts[heading] != nil { repeated.append(heading) }
      } else {
        let piece = String(line.drop { $0 == " " })
        texts[heading] = texts[heading].map { "\($0) \(piece)" } ?? piece
      }
    }
  }

  subscript(heading: String) -> String? { texts[heading] }

  /// Every heading, in the order of the alphabet.
  var headings: [String] { texts.keys.sorted() }
}
