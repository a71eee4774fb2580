import Engine
import Objects

/// Makes room for an important pod by taking less important ones away.
struct Preemption: Sendable {
  enum Outcome: Sendable {
    case victims([PodFacts], node: String)
    /// Pushing others out helps nowhere; the sentence says why.
    case hopeless(String)
    /// The pod may not push anybody out, or not now; the sentence says why.
    case ineligible(String)
  }

  let cycle: Cycle
  let decision: Decision
  let nominations: Nominations

  private struct Candidate {
    var node: String
    /// Most important first.
    var victims: [PodFacts]
  }

  func outcome() -> Outcome {
    let pod = cycle.pod.pod
    if pod.spec.preemptionPolicy == .never {
      return .ineligible("not eligible due to preemptionPolicy=Never.")
    }
    if isWaitingForVictims(pod) {
      return .ineligible("not eligible due to a terminating pod on the nominated node.")
    }
    var counts: [String: Int] = [:]
    var candidates: [Candidate] = []
    // A tenth of the nodes, but no fewer than a hundred, is choice enough.
    let enough = max(100, decision.reports.count / 10)
    for report in decision.reports where candidates.count < enough {
      guard case .rejects(_, let isResolvable) = report.verdict, isResolvable else {
        counts["Preemption is not helpful for scheduling", default: 0] += 1
        continue
      }
      if let victims = victims(on: report.node) {
        candidates.append(Candidate(node: report.node, victims: victims))
      } else {
        counts["No preemption victims found for incoming pod", default: 0] += 1
      }
    }
    guard let best = pick(candidates) else {
      return .hopeless(Decision.message(decision.nodeCount, counts))
    }
    return .victims(best.victims, node: best.node)
  }

  /// The node it was promised still holds pods that are on their way out for it.
  private func isWaitingForVictims(_ pod: Pod) -> Bool {
    guard let name = pod.status.nominatedNodeName, let node = cycle.cache[name] else {
      return false
    }
    // When that node is out of the question by now, whoever leaves it does not help.
    if case .rejects(_, isResolvable: false)? = decision.reports.first(where: { $0.node == name })?
      .verdict
    {
      return false
    }
    return node.pods.contains {
      $0.priority < cycle.pod.priority && $0.pod.metadata.isDeleting
        && $0.pod.status.conditions["DisruptionTarget"]?.reason == "PreemptionByScheduler"
    }
  }

  /// Whom to take from a node so that the pod fits; nil when that cannot be.
  private func victims(on name: String) -> [PodFacts]? {
    guard var node = cycle.cache[name] else { return nil }
    let lesser = node.pods.filter { $0.priority < cycle.pod.priority }
    if lesser.isEmpty { return nil }
    for pod in lesser { node.remove(pod.key) }
    guard fits(node) else { return nil }
    var victims: [PodFacts] = []
    // Whoever can stay after all may stay, the most important first.
    for pod in lesser.sorted(by: Self.isMoreImportant) {
      node.add(pod)
      if !fits(node) {
        node.remove(pod.key)
        victims.append(pod)
      }
    }
    return victims.isEmpty ? nil : victims
  }

  private func fits(_ node: NodeFacts) -> Bool {
    nominations.verdict(on: node, in: cycle.imagining(node)).verdict == .fits
  }

  /// Higher priority, then the longer running one, counts as more important.
  private static func isMoreImportant(_ left: PodFacts, _ right: PodFacts) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    let starts = (left.pod.status.startTime, right.pod.status.startTime)
    if let first = starts.0, let second = starts.1, first != second { return first < second }
    return left.key < right.key
  }

  /// The node whose victims matter least; each rule decides among those the one before leaves.
  ///
  /// Disruption budgets that would break come before all of these, and pods under such budgets
  /// are the first to stay: both belong here once the API has budgets.
  private func pick(_ candidates: [Candidate]) -> Candidate? {
    func highest(_ candidate: Candidate) -> Int { candidate.victims.first?.priority ?? Int.min }
    func sum(_ candidate: Candidate) -> Int {
      candidate.victims.reduce(0) { $0 + $1.priority + 1 << 31 }
    }
    func earliestStart(_ candidate: Candidate) -> Int64 {
      candidate.victims.filter { $0.priority == highest(candidate) }
        .compactMap { $0.pod.status.startTime?.milliseconds }.min() ?? 0
    }
    func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
      if highest(left) != highest(right) { return highest(left) < highest(right) }
      if sum(left) != sum(right) { return sum(left) < sum(right) }
      if left.victims.count != right.victims.count {
        return left.victims.count < right.victims.count
      }
      return earliestStart(left) > earliestStart(right)
    }
    var best: Candidate?
    for candidate in candidates where best.map({ isBetter(candidate, $0) }) ?? true {
      best = candidate
    }
    return best
  }
}
