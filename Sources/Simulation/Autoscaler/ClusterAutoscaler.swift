import Engine
import Objects

/// Whoever looks after the size of the cluster: it buys machines for pods that find no room, and
/// gives back those that are hardly used.
public struct ClusterAutoscaler: Sendable {
  /// The machines it may buy, all alike.
  public struct Group: Sendable {
    public var name: String
    public var minimum: Int
    public var maximum: Int
    /// A machine as its kubelet will register it; its name is replaced.
    public var template: Node

    public init(name: String = "workers", minimum: Int, maximum: Int, template: Node) {
      self.name = name
      self.minimum = minimum
      self.maximum = maximum
      self.template = template
    }

    /// A machine of the group.
    func node(named name: String) -> Node {
      var node = template
      node.metadata.name = name
      node.metadata.labels["kubernetes.io/hostname"] = name
      return node
    }
  }

  /// A machine that was bought and is not switched on yet.
  struct Order: Hashable, Sendable {
    var node: String
    var arrivesAt: SimTime
  }

  public let group: Group
  /// Oldest first.
  var orders: [Order] = []
  /// Nodes that nobody would miss, with the moment since when.
  var unneeded: [String: SimTime] = [:]
  /// Nodes that are being emptied, with the moment since when.
  var leaving: [String: SimTime] = [:]
  var lastBoughtAt: SimTime?
  var lookedAt: SimTime?

  init(_ group: Group) {
    self.group = group
  }

  /// How often it looks.
  static let period = SimSpan.seconds(10)
  /// From an order until the machine's kubelet starts.
  static let bootTime = SimSpan.seconds(60)
  /// How long a node must be unneeded, and how long after an order none is given back.
  static let patience = SimSpan.minutes(10)
  /// How long the pods of a node may take to leave.
  static let longestDrain = SimSpan.minutes(10)
  /// A node of which more than this share is requested is in use.
  static let idleShare = 0.5

  /// The name under which it writes and reports.
  static let component = "cluster-autoscaler"
  static let leavingTaint = "ToBeDeletedByClusterAutoscaler"
  static let candidateTaint = "DeletionCandidateOfClusterAutoscaler"

  /// Whether a node is one of the group: every machine that carries no control plane.
  static func owns(_ node: Node) -> Bool {
    node.metadata.labels["node-role.kubernetes.io/control-plane"] == nil
  }
}

/// What an autoscaler looks at.
enum AutoscalerKey: Hashable, Sendable {
  case round
  /// The machine of this name is switched on.
  case arrival(String)
}
