import Engine
import Objects

/// Whether pods can be taken from a node, and if not, why.
enum PreemptionAttempt: Sendable {
  case candidate(PreemptionCandidate)
  case useless([String])
}

/// What taking pods from one node comes to.
final class PreemptionCandidate: Sendable {
  let slot: Int
  /// Most important first.
  let victims: [PodFacts]
  /// How many of them a disruption budget protects.
  let violations: Int
  private let highest: Int
  private let sum: Int
  /// When the first of the most important ones began.
  private let earliestStart: Int64

  init(slot: Int, victims: [PodFacts], violations: Int) {
    self.slot = slot
    self.victims = victims
    self.violations = violations
    let highest = victims.first?.priority ?? Int.min
    self.highest = highest
    sum = victims.reduce(0) { $0 + $1.priority + 1 << 31 }
    earliestStart =
      victims.filter { $0.priority == highest }
      .compactMap { $0.startTime?.milliseconds }.min() ?? 0
  }

  /// Each rule decides among those that the one before leaves equal.
  func isBetter(than other: PreemptionCandidate) -> Bool {
    if violations != other.violations { return violations < other.violations }
    if highest != other.highest { return highest < other.highest }
    if sum != other.sum { return sum < other.sum }
    if victims.count != other.victims.count { return victims.count < other.victims.count }
    return earliestStart > other.earliestStart
  }
}
