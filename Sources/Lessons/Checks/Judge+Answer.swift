import Objects
import Patterns

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
    case .matches(let pattern): holds = pattern.matches(answer)
    case .compares(let comparison, let wanted):
      holds = Self.compares(AnswerWords.words(of: answer), comparison, wanted)
    }
    if holds != (check.scope == .no) { return .met }
    return Verdict(outcome: .wrong, explanation: "you answered \"\(answer)\", and it is not so")
  }

  private static func compares(
    _ answer: [String], _ comparison: Comparison, _ wanted: Wanted
  ) -> Bool {
    let found: Wanted =
      switch wanted {
      case .text(let text): .list(AnswerWords.words(of: text), inOrder: true)
      case .list(let items, let inOrder): .list(items.flatMap(AnswerWords.words), inOrder: inOrder)
      }
    return found.holds(comparison, answer.map { .string($0) }, .every)
  }
}
