import Engine

/// Which of several nodes with the highest score a pod goes to.
public enum TieBreak: String, CaseIterable, Sendable {
  /// The one that comes up first, as kube-scheduler 1.36 does: no lots are drawn.
  case first
  /// Any of them, as the seed wills. Older schedulers did so, and so do those with extenders.
  case random

  /// The place of the total that wins; nil when there is none.
  func winner(among totals: [Int], using random: inout SeededRandom) -> Int? {
    switch self {
    case .first: return Decision.top(of: totals)
    case .random:
      guard let highest = totals.max() else { return nil }
      let best = totals.indices.filter { totals[$0] == highest }
      return best[best.count == 1 ? 0 : random.below(best.count)]
    }
  }
}
