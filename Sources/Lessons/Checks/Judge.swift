import Engine
import Manifests
import Objects
import Store

/// Decides whether checks hold. Looks only at the evidence.
public struct Judge: Sendable {
  let evidence: Evidence

  public init(_ evidence: Evidence) {
    self.evidence = evidence
  }

  public func verdict(on check: Check) -> Verdict {
    let check = substituted(check)
    switch check.target {
    case .exec, .logs: return verdict(onOutputOf: check)
    case .events(let query): return verdict(on: check, events: query)
    case .objects(let query):
      switch check.scope {
      case .all, .any, .no:
        return SceneJudge(scene: scene(query, in: evidence.state), check: check).verdict()
      case .never, .always, .once: return verdict(onHistoryOf: check, query)
      }
    }
  }

  /// What a probe finds now, as text; nil when there is nothing.
  public func value(of probe: Probe) -> String? {
    guard case .objects(let query) = probe.target, let path = try? JSONPath(probe.path) else {
      return nil
    }
    let texts = scene(query, in: evidence.state).objects.flatMap {
      path.values(in: $0.document).flatMap(Comparison.texts)
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  // MARK: - Remembered values

  /// `$NAME` replaced by what was remembered at the beginning of the step.
  private func substituted(_ check: Check) -> Check {
    guard !evidence.remembered.isEmpty, check.text.contains("$") else { return check }
    var text = check.text
    // Longer names first, so that $node does not eat the beginning of $nodes.
    for entry in evidence.remembered.sorted(by: { $0.name.count > $1.name.count }) {
      text = text.split(separator: "$" + entry.name, omittingEmptySubsequences: false)
        .joined(separator: entry.value)
    }
    return (try? CheckParser.check(text)) ?? check
  }

  // MARK: - Output

  private func verdict(onOutputOf check: Check) -> Verdict {
    guard let found = evidence.outputs.first(where: { $0.target == check.target }) else {
      return Verdict(outcome: .notStarted, explanation: "nothing has been printed yet")
    }
    let text = found.output.text
    let holds: Bool
    let wanted: String
    switch check.predicate {
    case .prints(let part):
      holds = text.contains(part)
      wanted = "\"\(part)\""
    case .matches(let pattern):
      holds = (try? Regex(pattern)).map { text.contains($0) } ?? false
      wanted = "a match of /\(pattern)/"
    case .exists, .compares, .count:
      holds = found.output.status == 0
      wanted = "success"
    }
    if holds != (check.scope == .no || check.scope == .never) { return .met }
    let firstLine = text.split(separator: "\n").first.map(String.init) ?? "nothing"
    return Verdict(
      outcome: found.output.status == 0 ? .wrong : .notStarted,
      explanation: "it printed \(firstLine), wanted \(check.scope == .no ? "no " : "")\(wanted)")
  }

  // MARK: - Events

  private func verdict(on check: Check, events query: EventQuery) -> Verdict {
    let now = matching(query, evidence.state.all(Event.self))
    let past = evidence.changes.compactMap { $0.after as? Event }
    let history = Set(matching(query, past).map(\.metadata.name))
    let isHistory = [.once, .never, .always].contains(check.scope)
    let count = isHistory ? history.count : now.count
    let holds: Bool
    switch check.predicate {
    case .count(let comparison, let number): holds = comparison.compare(count, number)
    case .exists, .compares, .prints, .matches: holds = count > 0
    }
    if holds != (check.scope == .no || check.scope == .never) { return .met }
    return Verdict(
      outcome: count == 0 ? .notStarted : .wrong,
      explanation: "saw \(count) such event\(count == 1 ? "" : "s")")
  }

  private func matching(_ query: EventQuery, _ events: [Event]) -> [Event] {
    let kind = query.about.flatMap { KindWords.kind($0.kindWord) }
    return events.filter { event in
      if let reason = query.reason, event.reason != reason { return false }
      if let type = query.type, event.type.rawValue != type { return false }
      guard let about = query.about else { return true }
      if event.involvedObject.kind != kind?.rawValue { return false }
      if let name = about.name, event.involvedObject.name != name { return false }
      return true
    }
  }

  // MARK: - Objects

  func scene(_ query: ObjectQuery, in state: ClusterState) -> Scene {
    guard let kind = KindWords.kind(query.kindWord) else { return Scene(query: query, objects: []) }
    let namespace = query.allNamespaces ? nil : query.namespace ?? evidence.namespace
    let keys = state.keys(kind, in: kind.isNamespaced ? namespace : nil)
    return Scene(query: query, objects: keys.compactMap { state[$0] }.filter(query.picks))
  }

  /// Walks through every moment since the step began.
  private func verdict(onHistoryOf check: Check, _ query: ObjectQuery) -> Verdict {
    guard let kind = KindWords.kind(query.kindWord) else {
      return Verdict(outcome: .wrong, explanation: "there is no kind \(query.kindWord)")
    }
    let namespace = query.allNamespaces ? nil : query.namespace ?? evidence.namespace
    var current = scene(query, in: evidence.beginning)
    var moments = 0
    var held = 0
    func look() {
      moments += 1
      if SceneJudge(scene: current, check: check).holdsForHistory() { held += 1 }
    }
    look()
    for change in evidence.changes where change.key.kind == kind {
      if let namespace, kind.isNamespaced, change.key.namespace != namespace { continue }
      current.objects.removeAll { $0.key == change.key }
      if let after = change.after, query.picks(after) { current.objects.append(after) }
      look()
    }
    switch check.scope {
    case .once where held > 0, .never where held == 0, .always where held == moments: return .met
    case .once:
      return Verdict(outcome: .notStarted, explanation: "it has not been so yet")
    case .never:
      return Verdict(outcome: .wrong, explanation: "it was so at some moment of this step")
    case .always, .all, .any, .no:
      return Verdict(outcome: .wrong, explanation: "it was not so at some moment of this step")
    }
  }
}
