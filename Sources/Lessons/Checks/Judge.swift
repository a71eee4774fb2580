import Engine
import Objects
import Patterns
import Store

/// Decides whether checks hold. Looks only at the evidence.
public struct Judge: Sendable {
  let evidence: Evidence

  public init(_ evidence: Evidence) {
    self.evidence = evidence
  }

  public func verdict(on check: Check) -> Verdict {
    if let missing = evidence.remembered.first(where: {
      $0.values.isEmpty && check.variables.contains($0.name)
    }) {
      return Verdict(
        outcome: .notStarted,
        explanation: "there was nothing to remember as $\(missing.name) when the step began")
    }
    let check = check.filled(evidence.remembered)
    guard let claim = claim(of: check) else {
      return Verdict(outcome: .notStarted, explanation: "there is nothing to compare with yet")
    }
    switch check.target {
    case .objects(let query):
      guard let scene = Scene(query, namespace: evidence.namespace) else {
        return Verdict(outcome: .wrong, explanation: "there is no kind \(query.kindWord)")
      }
      return verdict(on: check, claim, in: scene)
    case .events(let query):
      return verdict(on: check, claim, in: Scene(query, namespace: evidence.namespace))
    case .exec, .logs: return verdict(onOutputOf: check)
    case .answer: return verdict(onAnswer: check, claim)
    case .report(let name): return verdict(onReport: check, claim, name)
    }
  }

  private func verdict(on check: Check, _ claim: Claim, in scene: Scene) -> Verdict {
    let scope = check.scope ?? .all
    return scope.looksBack
      ? HistoryJudge(scene: scene, claim: claim, scope: scope, evidence: evidence).verdict()
      : PresentJudge(
        scene: scene, claim: claim, scope: check.scope,
        objects: scene.objects(in: evidence.state)
      ).verdict()
  }

  // MARK: - What is wanted

  /// The check's statement with everything looked up that it compares with; nil when something of
  /// that is not there.
  private func claim(of check: Check) -> Claim? {
    switch check.predicate {
    case .exists, .prints: return Claim(.exists, path: nil)
    case .count(let path, let comparison, let value):
      guard case .text(let text)? = wanted(value), let number = Int(text) else { return nil }
      return Claim(.count(comparison, number), path: path)
    case .matches(let path, let pattern):
      return (try? GoPattern(pattern.text)).map { Claim(.matches($0), path: path) }
    case .compares(let path, let comparison, let value):
      return wanted(value).map { Claim(.compares(comparison, $0), path: path) }
    }
  }

  private func wanted(_ value: CheckValue) -> Wanted? {
    switch value {
    case .text(let text): return .text(text.text)
    case .truth:
      return evidence.truth.isEmpty ? nil : .list(evidence.truth, inOrder: true)
    case .found(let probe):
      let values = values(of: probe)
      if values.isEmpty { return nil }
      return values.count == 1 ? .text(values[0]) : .list(values, inOrder: false)
    case .list(let items, let inOrder):
      var texts: [String] = []
      for item in items {
        switch wanted(item) {
        case .text(let text): texts.append(text)
        case .list(let more, _): texts += more
        case nil: return nil
        }
      }
      return .list(texts, inOrder: inOrder)
    }
  }
}
