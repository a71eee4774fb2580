import Objects

/// The words of a verb such as `label`: what is changed, and behind it the changes.
struct PairWords: Sendable {
  let resources: [String]
  let changes: [String]

  /// `what` is how the verb calls its changes: `label`.
  init(_ words: [String], of what: String) throws(UsageError) {
    resources = Array(words.prefix { !Self.isChange($0) })
    changes = Array(words.dropFirst(resources.count))
    if let late = changes.first(where: { !Self.isChange($0) }) {
      throw .error("all resources must be specified before \(what) changes: \(late)")
    }
  }

  /// Whether a word is a change such as `color=red` or `color-`, not the name of an object.
  private static func isChange(_ word: String) -> Bool {
    (word.contains("=") && !word.hasPrefix("=")) || (word.hasSuffix("-") && word != "-")
  }
}

extension StringMap {
  /// Reads `app=web,tier=front` as the generators of kubectl do.
  init(pairsOfCommand text: String) throws(UsageError) {
    self.init()
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { throw .error("unexpected label spec: \(part)") }
      self[String(sides[0])] = String(sides[1])
    }
  }
}
