import Engine
import Objects
import Store

extension Rollout {
  /// Scales without rolling out: one set takes it all, several share it by their size.
  mutating func scale(_ draft: inout Draft) {
    if let only = activeOrLatest {
      _ = resize(only, to: arithmetic.replicas, &draft)
    } else if isSaturated {
      for set in activeOldSets { _ = resize(set, to: 0, &draft) }
    } else if deployment.isRolling {
      scaleProportionally(&draft)
    }
  }

  /// The one set with pods, or where none has any the newest; nil when several have.
  private var activeOrLatest: ReplicaSet? {
    let active = allSets.filter { $0.size > 0 }
    return switch active.count {
    case 0: newSet ?? oldSets.last
    case 1: active.first
    default: nil
    }
  }

  private var isSaturated: Bool {
    guard let newSet else { return false }
    return newSet.size == arithmetic.replicas && newSet.desiredReplicas == arithmetic.replicas
      && newSet.status.availableReplicas == arithmetic.replicas
  }

  private mutating func scaleProportionally(_ draft: inout Draft) {
    let allowed = arithmetic.replicas > 0 ? arithmetic.maxTotal : 0
    let active = allSets.filter { $0.size > 0 }
    let toAdd = allowed - active.map(\.size).reduce(0, +)
    // Large sets first; among equal ones the newer grows first and the older shrinks first.
    let sets = active.sorted {
      if $0.size != $1.size { return $0.size > $1.size }
      return toAdd > 0 ? Self.isOlder($1, $0) : Self.isOlder($0, $1)
    }
    var added = 0
    var sizes = sets.map { set in
      let share = arithmetic.share(
        of: set.size, formerMax: set.maxReplicas ?? deployment.status.replicas, toAdd: toAdd,
        added: added)
      added += share
      return set.size + share
    }
    // What rounding left over goes to, or comes from, the largest.
    if !sizes.isEmpty { sizes[0] = max(0, sizes[0] + toAdd - added) }
    for (set, size) in zip(sets, sizes) { _ = write(set, size: size, &draft) }
  }
}
