import Engine
import HashTreeCollections
import Objects

/// How a zone fares: a zone that fails as a whole more likely means that the controller is cut
/// off than that all its machines broke at once.
enum ZoneState: Hashable, Sendable {
  case normal
  case partialDisruption
  case fullDisruption

  static let unhealthyShare = 0.55
  static let largeZone = 50

  init(ready: Int, notReady: Int) {
    let share = Double(notReady) / Double(max(1, ready + notReady))
    if ready == 0, notReady > 0 {
      self = .fullDisruption
    } else if notReady > 2, share >= Self.unhealthyShare {
      self = .partialDisruption
    } else {
      self = .normal
    }
  }

  /// How long to wait after one node's pods were told to leave before the next; nil for ever.
  func interval(nodes: Int) -> SimSpan? {
    switch self {
    case .normal, .fullDisruption: .seconds(10)
    case .partialDisruption: nodes > Self.largeZone ? .seconds(100) : nil
    }
  }
}

/// The zones of a cluster, and whose turn it is in each.
struct ZoneHealth: Sendable {
  /// What is known of one zone.
  struct Zone: Sendable {
    var state: ZoneState?
    /// Between two nodes; nil: no node's pods are driven away.
    var interval: SimSpan? = .seconds(10)
    /// When the next node may be marked.
    var nextTurn = SimTime(milliseconds: 0)
    /// Nodes whose pods are to be driven away, in the order in which they failed.
    private(set) var waiting: [String] = []
    /// The same nodes, to find one of thousands among them.
    private var isWaiting = TreeSet<String>()

    mutating func enqueue(_ node: String) {
      if isWaiting.insert(node).inserted { waiting.append(node) }
    }

    mutating func drop(_ node: String) {
      if isWaiting.remove(node) != nil { waiting.removeAll { $0 == node } }
    }

    mutating func takeFirst() -> String? {
      guard let first = waiting.first else { return nil }
      waiting.removeFirst()
      isWaiting.remove(first)
      return first
    }

    func isWaiting(_ node: String) -> Bool { isWaiting.contains(node) }
  }

  var zones = TreeDictionary<String, Zone>()

  /// What a new look at all zones changes for the whole cluster.
  enum Turn {
    case none
    /// All zones have failed now: nobody is to be driven away any longer.
    case allFailed
    /// Some zone is back: heartbeats count from now on.
    case recovered
  }

  mutating func update(_ counts: [(zone: String, ready: Int, notReady: Int)]) -> Turn {
    let known = Set(counts.map(\.zone))
    for zone in zones.keys.sorted() where !known.contains(zone) { zones[zone] = nil }
    let states = counts.map { ZoneState(ready: $0.ready, notReady: $0.notReady) }
    let allFail = !states.isEmpty && states.allSatisfy { $0 == .fullDisruption }
    let allFailed =
      !zones.isEmpty && zones.values.allSatisfy { $0.state == .fullDisruption }
    if allFail && allFailed { return .none }
    for (count, state) in zip(counts, states) {
      let changed = zones[count.zone]?.state != state
      zones[count.zone, default: Zone()].state = state
      if allFail {
        zones[count.zone]?.interval = nil
      } else if changed || allFailed {
        zones[count.zone]?.interval = state.interval(nodes: count.ready + count.notReady)
      }
    }
    return allFail ? .allFailed : allFailed ? .recovered : .none
  }

  mutating func enqueue(_ node: String, in zone: String) {
    zones[zone, default: Zone()].enqueue(node)
  }

  mutating func drop(_ node: String) {
    // Asked of every node that is well, round after round.
    guard zones.values.contains(where: { $0.isWaiting(node) }) else { return }
    for zone in zones.keys.sorted() { zones[zone]?.drop(node) }
  }

  /// Takes the nodes whose turn has come, zone by zone.
  mutating func takeDue(at now: SimTime) -> [String] {
    var due: [String] = []
    for name in zones.keys.sorted() {
      guard var zone = zones[name], let interval = zone.interval else { continue }
      if zone.nextTurn <= now, let first = zone.takeFirst() {
        zone.nextTurn = now + interval
        due.append(first)
      }
      zones[name] = zone
    }
    return due
  }

  /// Which waiting node has its turn next, and when.
  var nextTurn: (node: ObjectKey, time: SimTime)? {
    let turns = zones.keys.sorted().compactMap { name -> (node: ObjectKey, time: SimTime)? in
      guard let zone = zones[name], zone.interval != nil, let first = zone.waiting.first else {
        return nil
      }
      return (.node(first), zone.nextTurn)
    }
    return turns.min { $0.time < $1.time }
  }
}
