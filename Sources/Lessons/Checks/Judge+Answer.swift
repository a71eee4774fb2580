import Objects

extension Judge {
  /// Whether the learner has said what is so. A wrong answer does not tell the right one.
  func verdict(onAnswer check: Check, _ claim: Claim) -> Verdict {
    guard let answer = evidence.answer else {
      return check.scope == .no
        ? .met
        : Verdict(
          outcome: .notStarted, explanation: "nothing has been answered; write answer TEXT")
    }
    let holds: Bool
    switch claim.kind {
    case .exists, .count: holds = true
    case .matches(let pattern): holds = answer.contains(pattern)
    case .compares(let comparison, let wanted):
      holds = Self.compares(Self.words(answer), comparison, wanted)
    }
    if holds != (check.scope == .no) { return .met }
    return Verdict(outcome: .wrong, explanation: "you answered \"\(answer)\", and it is not so")
  }

  private static func compares(
    _ answer: [String], _ comparison: Comparison, _ wanted: Wanted
  ) -> Bool {
    let found: Wanted =
      switch wanted {
      case .text(let text): .list(words(text), inOrder: true)
      case .list(let items, let inOrder): .list(items.flatMap(words), inOrder: inOrder)
      }
    return found.holds(comparison, answer.map { .string($0) }, .every)
  }

  /// The words of an answer: case, commas and arrows mean nothing.
  private static func words(_ text: String) -> [String] {
    var text = text.lowercased()
    for arrow in ["->", "=>", "→", "⇒", ">"] { text = text.replacing(arrow, with: " ") }
    return text.split { $0.isWhitespace || $0 == "," }.map { String($0) }
  }
}
