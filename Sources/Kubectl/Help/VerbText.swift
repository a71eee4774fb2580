/// The long text and the examples of every verb's help.
///
/// A table of sections: `= verb` begins one, paragraphs follow with empty lines between them, and
/// behind a line `--` stand the examples, as they are printed.
struct VerbText: Sendable {
  private(set) var paragraphs: [String] = []
  private(set) var examples: [String] = []

  static let all = read([basic, creating, changing, clusters, looking, debugging, settings])

  /// The paragraphs as kubectl prints them: all but the first are set in by a space.
  var description: String {
    paragraphs.enumerated().map { $0 == 0 ? $1 : " " + $1 }.joined(separator: "\n\n")
  }

  private static func read(_ parts: [String]) -> [String: VerbText] {
    var texts: [String: VerbText] = [:]
    for section in ("\n" + parts.joined(separator: "\n")).split(separator: "\n= ") {
      let lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if let name = lines.first { texts[name] = VerbText(lines.dropFirst()) }
    }
    return texts
  }

  private init(_ lines: ArraySlice<String>) {
    let cut = lines.firstIndex(of: "--") ?? lines.endIndex
    for paragraph in lines[..<cut].split(separator: "") {
      let isList = paragraph.first?.hasPrefix(" *") ?? false
      paragraphs.append(paragraph.joined(separator: isList ? "\n " : " "))
    }
    examples = Array(lines[cut...].dropFirst())
    while examples.last?.isEmpty ?? false { examples.removeLast() }
  }
}
