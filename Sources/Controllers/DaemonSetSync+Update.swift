import Engine
import Objects

extension DaemonSetSync {
  /// The one old and the one new pod of a node; nil when there are several of a sort, which the
  /// next look clears away.
  private struct Pair {
    var new: Pod?
    var old: Pod?
  }

  private func pair(_ pods: [Pod]) -> Pair? {
    let living = pods.filter { !$0.metadata.isDeleting }
    let new = living.filter { set.isUpToDate($0, hash: hash) }
    let old = living.filter { !set.isUpToDate($0, hash: hash) }
    return new.count > 1 || old.count > 1 ? nil : Pair(new: new.first, old: old.first)
  }

  /// The nodes an update looks at: those that want a pod and those that have one.
  private var touched: [(node: String, shouldRun: Bool, pods: [Pod])] {
    places.filter { $0.shouldRun || !$0.pods.isEmpty }.map { ($0.node, $0.shouldRun, $0.pods) }
      + lost.map { ($0.node, false, $0.pods) }
  }

  private var desired: Int { places.count(where: \.shouldRun) }

  /// Takes the next step of a rolling update.
  mutating func update(_ draft: inout Draft) {
    guard set.spec.updateStrategy.type != .onDelete else { return }
    if set.surge(of: desired) == 0 {
      act(creatingOn: [], deleting: replaceable(at: draft.now), &draft)
    } else {
      surge(&draft)
    }
  }

  /// The old pods that may go: those that do not work anyway, and as many of the others as may be
  /// unavailable.
  private func replaceable(at now: SimTime) -> [Pod] {
    let most = max(set.unavailable(of: desired), desired > 0 ? 1 : 0)
    var unavailable = 0
    var broken: [Pod] = []
    var candidates: [Pod] = []
    for place in touched {
      guard let pair = pair(place.pods) else {
        unavailable += 1
        continue
      }
      switch (pair.new, pair.old) {
      case (nil, nil), (.some, .some): unavailable += 1
      case (let new?, nil):
        if !isAvailable(new, at: now) { unavailable += 1 }
      case (nil, let old?):
        if !isAvailable(old, at: now) {
          broken.append(old)
          unavailable += 1
        } else if unavailable < most {
          candidates.append(old)
        }
      }
    }
    return broken + candidates.prefix(max(0, most - unavailable))
  }

  /// New pods beside old ones; an old one goes when the new one is available.
  private mutating func surge(_ draft: inout Draft) {
    let most = set.surge(of: desired)
    var surging = 0
    var available = 0
    var doomed: [Pod] = []
    var outOfPlace: [Pod] = []
    var unhealthy: [String] = []
    var candidates: [String] = []
    for place in touched {
      guard let pair = pair(place.pods) else {
        surging += 1
        continue
      }
      if let shown = pair.old ?? pair.new, isAvailable(shown, at: draft.now) { available += 1 }
      guard let old = pair.old else { continue }
      if let new = pair.new {
        if isAvailable(new, at: draft.now) { doomed.append(old) } else { surging += 1 }
      } else if !isAvailable(old, at: draft.now) {
        if place.shouldRun { unhealthy.append(place.node) } else { doomed.append(old) }
      } else if !place.shouldRun {
        outOfPlace.append(old)
      } else if surging < most {
        candidates.append(place.node)
      }
    }
    doomed += outOfPlace.prefix(max(0, available - desired))
    let chosen = candidates.prefix(max(0, most - surging))
    act(creatingOn: unhealthy + chosen, deleting: doomed, &draft)
  }
}
