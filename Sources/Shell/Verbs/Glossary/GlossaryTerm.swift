/// A word of the trade, explained in three sentences: what it is, how it works or what it decides,
/// and what to remember or not to mistake it for.
struct GlossaryTerm: Sendable {
  let term: String
  /// What else it is called, kubectl's short names among it.
  let otherNames: [String]
  let sentences: String
  /// The id of the lesson that teaches it.
  let lesson: String?
  let related: [String]

  /// The lines of `text` are joined by spaces.
  init(
    _ term: String, or otherNames: [String] = [], lesson: String? = nil, see related: [String],
    _ text: String
  ) {
    self.term = term
    self.otherNames = otherNames
    self.lesson = lesson
    self.related = related
    sentences = text.split(separator: "\n").joined(separator: " ")
  }

  /// Everything it answers to.
  var names: [String] { [term] + otherNames }

  /// As one word in small letters, to be typed: `init-container`.
  var word: String { term.lowercased().replacing(" ", with: "-") }
}

/// Terms that belong together, in the order of their names.
struct GlossaryGroup: Sendable {
  let title: String
  let terms: [GlossaryTerm]
}
