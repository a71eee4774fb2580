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
  /// One normalised score for each of `nodes`.
  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int]
}

extension ScorePlugin {
  static func applies(to cycle: Cycle) -> Bool { true }
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
}

enum Normalisation {
  /// Scales raw scores to 0…100 by their maximum; reversed, the smallest gets 100.
  static func byMaximum(_ raw: [Int], reversed: Bool) -> [Int] {
    let most = raw.max() ?? 0
    if most == 0 { return raw.map { _ in reversed ? 100 : 0 } }
    return raw.map { reversed ? 100 - 100 * $0 / most : 100 * $0 / most }
  }
}
