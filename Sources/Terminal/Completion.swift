/// One way to go on with a word.
public struct Candidate: Equatable, Sendable {
  /// The whole word as it would stand there.
  public var text: String
  /// What it is, in a few words; may be empty.
  public var note: String
  /// Whether more of the word follows, as after a folder or `--flag=`: then no space does.
  public var isPartial: Bool

  public init(_ text: String, note: String = "", isPartial: Bool = false) {
    self.text = text
    self.note = note
    self.isPartial = isPartial
  }
}

/// All ways to go on with a word.
public struct Completion: Equatable, Sendable {
  /// Where the replaced word begins, in unicode scalars from the start of the entry.
  public var start: Int
  public var candidates: [Candidate]

  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}

/// What a press of Tab does to the line.
struct CompletionStep: Equatable {
  /// Unicode scalars before the cursor that go.
  var removed = 0
  var inserted = ""
  /// Nothing could be added: the ways to go on are shown instead.
  var isListing = false

  /// Nil when there is no way to go on. `right` is the text after the cursor.
  init?(left: String, right: String, completion: Completion) {
    guard let first = completion.candidates.first else { return nil }
    let typed = left.unicodeScalars.dropFirst(max(0, completion.start))
    let common = CompletionStep.commonStart(of: completion.candidates.map(\.text))
    let isSingle = completion.candidates.count == 1
    let ending = isSingle && !first.isPartial && right.unicodeScalars.first != " " ? " " : ""
    if common.starts(with: typed) {
      inserted = String(String.UnicodeScalarView(common.dropFirst(typed.count))) + ending
    } else if isSingle || CompletionStep.has(common, lettersOf: typed) {
      // The word is written otherwise, in capitals or by some of its letters: it gives way.
      removed = typed.count
      inserted = String(String.UnicodeScalarView(common)) + ending
    }
    isListing = inserted.isEmpty && !isSingle
  }

  /// Whether all that was typed is in `text`, in this order, and there is more to `text`.
  private static func has(
    _ text: ArraySlice<Unicode.Scalar>, lettersOf typed: Substring.UnicodeScalarView
  ) -> Bool {
    var rest = typed
    for scalar in text {
      guard let wanted = rest.first else { break }
      if scalar.properties.lowercaseMapping == wanted.properties.lowercaseMapping {
        rest.removeFirst()
      }
    }
    return rest.isEmpty && text.count > typed.count
  }

  private static func commonStart(of texts: [String]) -> ArraySlice<Unicode.Scalar> {
    guard let first = texts.first else { return [] }
    var common = Array(first.unicodeScalars)[...]
    for text in texts.dropFirst() {
      let same = zip(common, text.unicodeScalars).prefix { $0 == $1 }.count
      common = common.prefix(same)
    }
    return common
  }
}
