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
  let rejections: Rejections
  let nominations: Nominations
  private let budgets: [PodDisruptionBudget]

  init(_ cycle: Cycle, _ rejections: Rejections, _ nominations: Nominations) {
    self.cycle = cycle
    self.rejections = rejections
    self.nominations = nominations
    budgets = cycle.state.all(PodDisruptionBudget.self)
  }

  /// `attempts` tells by slot what came of it for pods alike, where that still holds; empty when
  /// nothing is kept.
  func outcome(knowing attempts: inout [PreemptionAttempt?]) -> Outcome {
    // Budgets change without any change of a node.
    if !budgets.isEmpty { attempts = [] }
    if cycle.pod.wishes.preemptionPolicy == .never {
      return .ineligible("not eligible due to preemptionPolicy=Never.")
    }
    if isWaitingForVictims {
      return .ineligible("not eligible due to a terminating pod on the nominated node.")
    }
    var counts: [String: Int] = [:]
    var candidates: [PreemptionCandidate] = []
    // A tenth of the nodes, but no fewer than a hundred, is choice enough, provided one of them
    // breaks no budget.
    let enough = max(100, rejections.nodeCount / 10)
    var isAnyHarmless = false
    for slot in rejections.resolvable {
      if isAnyHarmless, candidates.count >= enough { break }
      switch attempt(on: slot, knowing: &attempts) {
      case .candidate(let candidate):
        candidates.append(candidate)
        if candidate.violations == 0 { isAnyHarmless = true }
      case .useless(let reasons): for reason in reasons { counts[reason, default: 0] += 1 }
      }
    }
    guard let best = pick(candidates), let node = cycle.cache[best.slot]?.name else {
      let others = rejections.nodeCount - rejections.resolvable.count
      if others > 0 { counts["Preemption is not helpful for scheduling", default: 0] += others }
      return .hopeless(Decision.message(rejections.nodeCount, counts))
    }
    return .victims(best.victims, node: node)
  }

  /// The node it was promised still holds pods that are on their way out for it.
  private var isWaitingForVictims: Bool {
    guard let name = cycle.pod.nominatedNode, let node = cycle.cache[name] else {
      return false
    }
    // When that node is out of the question by now, whoever leaves it does not help.
    if rejections.isPromiseHopeless { return false }
    return node.pods.contains {
      $0.priority < cycle.pod.priority && $0.isDeleting
        && cycle.state.pod($0.key)?.status.conditions["DisruptionTarget"]?.reason
          == "PreemptionByScheduler"
    }
  }

  // MARK: - One node

  private func attempt(
    on slot: Int, knowing attempts: inout [PreemptionAttempt?]
  ) -> PreemptionAttempt {
    if attempts.isEmpty { return attempt(on: slot) }
    if let known = attempts[slot] { return known }
    let found = attempt(on: slot)
    attempts[slot] = found
    return found
  }

  /// Whom to take from a node so that the pod fits.
  private func attempt(on slot: Int) -> PreemptionAttempt {
    guard var node = cycle.cache[slot] else { return .useless([]) }
    let lesser = node.pods.filter { $0.priority < cycle.pod.priority }
    if lesser.isEmpty { return .useless(["No preemption victims found for incoming pod"]) }
    for pod in lesser { node.remove(pod.key) }
    if case .rejects(let reasons, _) = verdict(node) { return .useless(reasons) }
    let ranked = lesser.sorted(by: Self.isMoreImportant)
    let protected = protected(among: ranked)
    var victims: [PodFacts] = []
    var violations = 0
    // Whoever can stay after all may stay: first those whom a budget protects, then the others,
    // the most important first.
    for isFirst in [true, false] {
      for pod in ranked where protected.contains(pod.key) == isFirst {
        node.add(pod)
        if verdict(node) == .fits { continue }
        node.remove(pod.key)
        victims.append(pod)
        if isFirst { violations += 1 }
      }
    }
    victims.sort(by: Self.isMoreImportant)
    if victims.isEmpty { return .useless([]) }
    return .candidate(PreemptionCandidate(slot: slot, victims: victims, violations: violations))
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
  private func pick(_ candidates: [PreemptionCandidate]) -> PreemptionCandidate? {
    var best: Int?
    for place in candidates.indices
    where best.map({ candidates[place].isBetter(than: candidates[$0]) }) ?? true {
      best = place
    }
    return best.map { candidates[$0] }
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
