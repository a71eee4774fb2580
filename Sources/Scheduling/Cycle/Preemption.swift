import Engine
import Objects
import Store

/// Makes room for an important pod by taking less important ones away.
struct Preemption: Sendable {
  /// What came of it.
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
  private let budgets: [PodDisruptionBudget]

  init(_ cycle: Cycle, _ decision: Decision, _ nominations: Nominations) {
    self.cycle = cycle
    self.decision = decision
    self.nominations = nominations
    budgets = cycle.state.all(PodDisruptionBudget.self)
  }

  /// What taking pods from one node comes to.
  private struct Candidate {
    var node: String
    /// Most important first.
    var victims: [PodFacts]
    /// How many of them a disruption budget protects.
    var violations: Int
  }

  /// Whether pods can be taken from a node, and if not, why.
  private enum Attempt {
    case candidate(Candidate)
    case useless([String])
  }

  func outcome() -> Outcome {
    if cycle.pod.wishes.preemptionPolicy == .never {
      return .ineligible("not eligible due to preemptionPolicy=Never.")
    }
    if isWaitingForVictims {
      return .ineligible("not eligible due to a terminating pod on the nominated node.")
    }
    var counts: [String: Int] = [:]
    var candidates: [Candidate] = []
    // A tenth of the nodes, but no fewer than a hundred, is choice enough, provided one of them
    // breaks no budget.
    let enough = max(100, decision.reports.count / 10)
    var isAnyHarmless = false
    for report in decision.reports {
      if isAnyHarmless, candidates.count >= enough { break }
      guard case .rejects(_, let isResolvable) = report.verdict, isResolvable else {
        counts["Preemption is not helpful for scheduling", default: 0] += 1
        continue
      }
      switch attempt(on: report.node) {
      case .candidate(let candidate):
        candidates.append(candidate)
        if candidate.violations == 0 { isAnyHarmless = true }
      case .useless(let reasons): for reason in reasons { counts[reason, default: 0] += 1 }
      }
    }
    guard let best = pick(candidates) else {
      return .hopeless(Decision.message(decision.nodeCount, counts))
    }
    return .victims(best.victims, node: best.node)
  }

  /// The node it was promised still holds pods that are on their way out for it.
  private var isWaitingForVictims: Bool {
    guard let name = cycle.pod.nominatedNode, let node = cycle.cache[name] else {
      return false
    }
    // When that node is out of the question by now, whoever leaves it does not help.
    if case .rejects(_, isResolvable: false)? = decision.reports.first(where: { $0.node == name })?
      .verdict
    {
      return false
    }
    return node.pods.contains {
      $0.priority < cycle.pod.priority && $0.isDeleting
        && cycle.state.pod($0.key)?.status.conditions["DisruptionTarget"]?.reason
          == "PreemptionByScheduler"
    }
  }

  // MARK: - One node

  /// Whom to take from a node so that the pod fits.
  private func attempt(on name: String) -> Attempt {
    guard var node = cycle.cache[name] else { return .useless([]) }
    let lesser = node.pods.filter { $0.priority < cycle.pod.priority }
    if lesser.isEmpty { return .useless(["No preemption victims found for incoming pod"]) }
    for pod in lesser { node.remove(pod.key) }
    if case .rejects(let reasons, _) = verdict(node) { return .useless(reasons) }
    let ranked = lesser.sorted(by: Self.isMoreImportant)
    let protected = protected(among: ranked)
    var candidate = Candidate(node: name, victims: [], violations: 0)
    // Whoever can stay after all may stay: first those whom a budget protects, then the others,
    // the most important first.
    for isFirst in [true, false] {
      for pod in ranked where protected.contains(pod.key) == isFirst {
        node.add(pod)
        if verdict(node) == .fits { continue }
        node.remove(pod.key)
        candidate.victims.append(pod)
        if isFirst { candidate.violations += 1 }
      }
    }
    candidate.victims.sort(by: Self.isMoreImportant)
    return candidate.victims.isEmpty ? .useless([]) : .candidate(candidate)
  }

  /// Those that a disruption budget would not let go once the ones before them are gone.
  private func protected(among pods: [PodFacts]) -> Set<ObjectKey> {
    if budgets.isEmpty { return [] }
    var allowed = budgets.map(\.status.disruptionsAllowed)
    var protected: Set<ObjectKey> = []
    for pod in pods {
      for (place, budget) in budgets.enumerated() where budget.covers(pod) {
        if budget.status.granted.contains(where: { $0.pod == pod.key.name }) { continue }
        allowed[place] -= 1
        if allowed[place] < 0 { protected.insert(pod.key) }
      }
    }
    return protected
  }

  private func verdict(_ node: NodeFacts) -> FilterVerdict {
    nominations.verdict(on: node, in: cycle.imagining(node)).verdict
  }

  /// Higher priority, then the longer running one, counts as more important.
  private static func isMoreImportant(_ left: PodFacts, _ right: PodFacts) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    let starts = (left.startTime, right.startTime)
    if let first = starts.0, let second = starts.1, first != second { return first < second }
    return left.key < right.key
  }

  // MARK: - All nodes

  /// The node whose victims matter least; each rule decides among those the one before leaves.
  private func pick(_ candidates: [Candidate]) -> Candidate? {
    func highest(_ candidate: Candidate) -> Int { candidate.victims.first?.priority ?? Int.min }
    func sum(_ candidate: Candidate) -> Int {
      candidate.victims.reduce(0) { $0 + $1.priority + 1 << 31 }
    }
    func earliestStart(_ candidate: Candidate) -> Int64 {
      candidate.victims.filter { $0.priority == highest(candidate) }
        .compactMap { $0.startTime?.milliseconds }.min() ?? 0
    }
    func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
      if left.violations != right.violations { return left.violations < right.violations }
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

extension PodDisruptionBudget {
  fileprivate func covers(_ facts: PodFacts) -> Bool {
    var pod = Pod()
    pod.metadata = ObjectMeta(
      name: facts.key.name, namespace: facts.key.namespace, labels: facts.labels)
    return covers(pod)
  }
}
