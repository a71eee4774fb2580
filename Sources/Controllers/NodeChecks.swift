import Engine
import HashTreeCollections
import Objects

/// What the rounds over the nodes have found, so that a round looks only at nodes that have changed
/// or whose time has come: most of thousands are as they were five seconds ago.
struct NodeChecks: Sendable {
  /// What the last look at one node found.
  struct Finding: Sendable {
    /// When its silence becomes too long, if it stays silent; nil for most, who are heard from.
    var deadline: SimTime?
    var zone: String
    var countsForZone: Bool
    var isReady: Bool

    func weighsAs(_ other: Finding) -> Bool {
      zone == other.zone && countsForZone == other.countsForZone && isReady == other.isReady
    }
  }

  private var findings = TreeDictionary<String, Finding>()
  /// Changed since the last round.
  private var changed = TreeSet<String>()
  private var isEveryoneDue = true
  /// The deadlines of those found that have one.
  private var deadlines = TreeDictionary<String, SimTime>()
  /// Whether the zones have to be counted again.
  private(set) var hasOtherCounts = true

  /// The first of all deadlines.
  var nextDeadline: SimTime? { deadlines.values.min() }

  /// Something about a node is different now.
  mutating func note(_ node: String) { changed.insert(node) }

  /// What all findings rest on is different now.
  mutating func noteAll() { isEveryoneDue = true }

  /// Takes the nodes to be looked at in this round, in the order of their names; nil for all there
  /// are.
  mutating func takeDue(at now: SimTime) -> [String]? {
    defer {
      changed = []
      isEveryoneDue = false
    }
    if isEveryoneDue {
      findings = [:]
      deadlines = [:]
      hasOtherCounts = true
      return nil
    }
    let late = deadlines.filter { $0.value <= now }
    return changed.union(late.keys).sorted()
  }

  /// Keeps what was found; nil for a node that is gone.
  mutating func keep(_ finding: Finding?, of node: String) {
    let before = findings[node]
    findings[node] = finding
    if deadlines[node] != finding?.deadline { deadlines[node] = finding?.deadline }
    let weighsTheSame = finding.map { found in before?.weighsAs(found) ?? false } ?? (before == nil)
    if !weighsTheSame { hasOtherCounts = true }
  }

  /// How many nodes of each zone are ready and how many are not, zones by name.
  mutating func takeCounts() -> [(zone: String, ready: Int, notReady: Int)] {
    hasOtherCounts = false
    var counts: [String: (ready: Int, notReady: Int)] = [:]
    for finding in findings.values where finding.countsForZone {
      counts[finding.zone, default: (0, 0)].ready += finding.isReady ? 1 : 0
      counts[finding.zone, default: (0, 0)].notReady += finding.isReady ? 0 : 1
    }
    return counts.keys.sorted().map { zone in
      (zone: zone, ready: counts[zone]?.ready ?? 0, notReady: counts[zone]?.notReady ?? 0)
    }
  }
}
