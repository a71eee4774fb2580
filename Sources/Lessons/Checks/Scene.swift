import Manifests
import Objects

/// The objects a check looks at, at one moment.
struct Scene {
  var query: ObjectQuery
  var objects: [any APIObject]
}

extension ObjectQuery {
  /// Whether an object of the right kind and namespace is meant.
  func picks(_ object: any APIObject) -> Bool {
    if let name, object.metadata.name != name { return false }
    guard let selector else { return true }
    return (try? LabelSelector(text: selector))?.matches(object.metadata.labels) ?? false
  }

  /// As a learner would type it.
  var text: String {
    var text = name.map { "\(kindWord)/\($0)" } ?? kindWord
    if let selector { text += " -l \(selector)" }
    if let namespace { text += " -n \(namespace)" }
    return text
  }
}

/// Judges one check at one moment.
struct SceneJudge {
  let scene: Scene
  let check: Check

  func verdict() -> Verdict {
    let subject = scene.query.text
    switch check.predicate {
    case .count(let comparison, let number): return count(comparison, number)
    case .exists, .prints, .matches:
      let isThere = !scene.objects.isEmpty
      if isThere != (check.scope == .no) { return .met }
      return Verdict(
        outcome: isThere ? .wrong : .notStarted,
        explanation: isThere ? "\(subject) is there" : "\(subject) is not there")
    case .compares(let path, let comparison, let wanted):
      return compares(path, comparison, wanted)
    }
  }

  private func count(_ comparison: Comparison, _ number: Int) -> Verdict {
    let found = scene.objects.count
    if comparison.compare(found, number) { return .met }
    return Verdict(
      outcome: found == 0 ? .notStarted : .wrong,
      explanation: "there are \(found) \(scene.query.text), wanted \(comparison.rawValue) \(number)"
    )
  }

  private func compares(_ path: String, _ comparison: Comparison, _ wanted: String) -> Verdict {
    guard let place = try? JSONPath(path) else {
      return Verdict(outcome: .wrong, explanation: "\(path) is no path")
    }
    if scene.objects.isEmpty {
      if check.scope == .no { return .met }
      return Verdict(outcome: .notStarted, explanation: "\(scene.query.text) is not there")
    }
    let results = scene.objects.map { object in
      let found = place.values(in: object.document)
      return (object: object, found: found, holds: comparison.holds(found, wanted))
    }
    let met: Bool
    switch check.scope {
    case .all, .always: met = results.allSatisfy(\.holds)
    case .any, .once, .never: met = results.contains(where: \.holds)
    case .no: met = !results.contains(where: \.holds)
    }
    if met { return .met }
    let culprit = results.first { $0.holds == (check.scope == .no) } ?? results[0]
    let seen = culprit.found.flatMap(Comparison.texts).joined(separator: " ")
    let name = "\(culprit.object.kind.singular)/\(culprit.object.metadata.name)"
    return Verdict(
      outcome: .wrong,
      explanation: "\(name) \(path) is \(seen.isEmpty ? "not set" : seen), wanted "
        + (check.scope == .no ? "anything else than " : "")
        + "\(comparison == .equal ? "" : comparison.rawValue + " ")\(wanted)")
  }

  /// Whether the check's bare statement is true at this moment; `always` means every object.
  func holdsForHistory() -> Bool { verdict().isMet }
}
