import Objects

/// Judges a claim about objects as they are now.
struct PresentJudge {
  let scene: Scene
  let claim: Claim
  let scope: Check.Scope?
  let objects: [any APIObject]

  func verdict() -> Verdict {
    switch claim.kind {
    case .exists: return existence()
    case .count(let comparison, let number) where claim.path == nil:
      return count(objects.count, scene.text(of: objects.count), comparison, number)
    case .count, .compares, .matches: break
    }
    if objects.isEmpty {
      return scope == .no
        ? .met : Verdict(outcome: .notStarted, explanation: "\(scene.text) is not there")
    }
    // Without a word in front, a list is what all objects have together.
    if scope == nil, scene.name == nil {
      switch claim.kind {
      case .compares(let comparison, .list(let items, let inOrder)):
        return together(comparison, .list(items, inOrder: inOrder))
      case .count(let comparison, let number):
        let found = objects.reduce(0) { $0 + claim.count(in: $1.document) }
        let what = "\(scene.text) has \(found) of \(claim.path ?? "")"
        return count(found, what, comparison, number)
      case .compares, .matches, .exists: break
      }
    }
    return each()
  }

  private func existence() -> Verdict {
    if objects.isEmpty != (scope == .no) {
      return Verdict(
        outcome: scope == .no ? .wrong : .notStarted,
        explanation: "\(scene.text) is \(scope == .no ? "" : "not ")there",
        culprit: objects.first?.key)
    }
    return .met
  }

  private func count(
    _ found: Int, _ what: String, _ comparison: Comparison, _ number: Int
  ) -> Verdict {
    let holds = comparison.compare(found, number)
    if holds != (scope == .no) { return .met }
    let wanted = Wording.wanted(scope == .no ? comparison.opposite : comparison, "\(number)")
    return Verdict(
      outcome: found == 0 && number > 0 ? .notStarted : .wrong,
      explanation: "\(what), \(wanted)", culprit: objects.first?.key)
  }

  private func together(_ comparison: Comparison, _ wanted: Wanted) -> Verdict {
    let found = objects.flatMap { claim.values(in: $0.document) }
    if wanted.holds(comparison, found, .every) { return .met }
    let texts = found.flatMap(\.scalarTexts)
    return Verdict(
      outcome: .wrong,
      explanation: "\(scene.text): \(claim.path ?? "") is [\(texts.joined(separator: ", "))], "
        + Wording.wanted(comparison, wanted.text))
  }

  private func each() -> Verdict {
    let share: Wanted.Share = scope == nil || scope == .all ? .every : .some
    let results = objects.map { (object: $0, holds: claim.holds(for: $0.document, share)) }
    let culprits: [any APIObject]
    switch scope {
    case .any, .once:
      if results.contains(where: \.holds) { return .met }
      culprits = results.map(\.object)
    case .no, .never: culprits = results.filter(\.holds).map(\.object)
    case .all, .always, nil: culprits = results.filter { !$0.holds }.map(\.object)
    }
    guard let first = culprits.first else { return .met }
    let others = culprits.count - 1
    let more = others == 0 ? "" : others == 1 ? " (and one more)" : " (and \(others) more)"
    return Verdict(
      outcome: .wrong,
      explanation: Wording(claim: claim).sentence(about: first, isForbidden: scope == .no) + more,
      culprit: first.key)
  }
}
