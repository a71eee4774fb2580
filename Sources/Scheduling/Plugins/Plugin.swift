import Objects

/// The scheduler's plugins by the names the scheduler itself uses.
public enum PluginName: String, CaseIterable, Sendable {
  case schedulingGates = "SchedulingGates"
  case nodeUnschedulable = "NodeUnschedulable"
  case nodeName = "NodeName"
  case taintToleration = "TaintToleration"
  case nodeAffinity = "NodeAffinity"
  case nodePorts = "NodePorts"
  case nodeResourcesFit = "NodeResourcesFit"
  case volumeRestrictions = "VolumeRestrictions"
  case volumeBinding = "VolumeBinding"
  case volumeZone = "VolumeZone"
  case podTopologySpread = "PodTopologySpread"
  case interPodAffinity = "InterPodAffinity"
  case nodeResourcesBalancedAllocation = "NodeResourcesBalancedAllocation"
  case imageLocality = "ImageLocality"
}

/// What a filter says of one node.
public enum FilterVerdict: Equatable, Sendable {
  case fits
  /// `isResolvable` tells whether fewer pods on the node could change it.
  case rejects(reasons: [String], isResolvable: Bool)
}

/// Shuts nodes out.
protocol FilterPlugin: SendableMetatype {
  static var name: PluginName { get }
  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict
  /// Which of the pods that this filter rejected may fit after something that happened; nil when
  /// it can help none.
  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)?
}

/// Ranks the nodes that are left. Scores run from 0 to 100 once normalised.
protocol ScorePlugin: SendableMetatype {
  static var name: PluginName { get }
  static var weight: Int { get }
  /// Whether the plugin has anything to say about this pod; if not it adds nothing anywhere.
  static func applies(to cycle: Cycle) -> Bool
  /// What the plugin finds on the node in each of `slots`.
  static func raw(_ cycle: Cycle, _ slots: [Int]) -> [Int]
  /// Raw scores brought to 0…100.
  static func normalised(_ raw: [Int]) -> [Int]
}

extension ScorePlugin {
  static func applies(to cycle: Cycle) -> Bool { true }
}

/// A score that a node gets for itself, whatever other nodes are like: what pods of one shape find
/// there holds until the node changes.
protocol NodeScorePlugin: ScorePlugin {
  /// Whether the raw scores are scaled by the best one among them; if not they are final.
  static var isRelative: Bool { get }
  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int
}

extension NodeScorePlugin {
  static var isRelative: Bool { false }

  static func raw(_ cycle: Cycle, _ slots: [Int]) -> [Int] {
    slots.map { slot in cycle.cache[slot].map { raw(cycle, on: $0) } ?? 0 }
  }

  static func normalised(_ raw: [Int]) -> [Int] { raw }
}

/// Every filter in the order in which they are asked, and every score. Adding one is a new file
/// and a line here.
enum PluginTable {
  static let filters: [any FilterPlugin.Type] = [
    NodeUnschedulable.self,
    NodeNameMatch.self,
    TaintToleration.self,
    NodeAffinityMatch.self,
    NodePorts.self,
    NodeResourcesFit.self,
    VolumeRestrictions.self,
    VolumeBinding.self,
    VolumeZone.self,
    PodTopologySpread.self,
    InterPodAffinity.self,
  ]

  static let scores: [any ScorePlugin.Type] = [
    TaintToleration.self,
    NodeAffinityMatch.self,
    NodeResourcesFit.self,
    PodTopologySpread.self,
    InterPodAffinity.self,
    BalancedAllocation.self,
    ImageLocality.self,
  ]

  /// Those that ask about the node alone: they come before the others in ``filters``.
  static let nodeFilters: [any FilterPlugin.Type] = filters.filter {
    $0.name != .podTopologySpread && $0.name != .interPodAffinity
  }

  /// Scores that a node gets for itself, those that are final and those that are scaled.
  static let directScores: [any NodeScorePlugin.Type] = nodeScores.filter { !$0.isRelative }
  static let relativeScores: [any NodeScorePlugin.Type] = nodeScores.filter { $0.isRelative }
  private static let nodeScores: [any NodeScorePlugin.Type] = scores.compactMap { plugin in
    plugin as? any NodeScorePlugin.Type
  }

  /// Scores for which all nodes count.
  static let clusterScores: [any ScorePlugin.Type] = scores.filter {
    !($0 is any NodeScorePlugin.Type)
  }
}

enum Normalisation {
  /// Scales raw scores to 0…100 by their maximum; reversed, the smallest gets 100.
  static func byMaximum(_ raw: [Int], reversed: Bool) -> [Int] {
    let most = raw.max() ?? 0
    if most == 0 { return raw.map { _ in reversed ? 100 : 0 } }
    return raw.map { reversed ? 100 - 100 * $0 / most : 100 * $0 / most }
  }
}
