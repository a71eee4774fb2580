/// The ways to go on that are shown below the line: Tab goes through them, any other key takes
/// the one that stands in the line.
struct CompletionMenu {
  let candidates: [Candidate]
  /// What had been typed of the word.
  let typed: String
  /// Which one stands in the line; nil while the word is as it was typed.
  private(set) var selected: Int?

  init(_ candidates: [Candidate], typed: String) {
    self.candidates = candidates
    self.typed = typed
  }

  /// What stands in the line now.
  var word: String { selected.map { candidates[$0].text } ?? typed }

  /// Goes `count` further, round and round.
  mutating func go(_ count: Int) {
    let start = selected ?? (count > 0 ? -1 : 0)
    selected = (start + count + candidates.count) % candidates.count
  }

  /// Back to what was typed.
  mutating func giveUp() { selected = nil }
}
