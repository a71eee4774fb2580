/// Where a pod goes and why, or why it goes nowhere.
public struct Decision: Sendable {
  /// What was found out about one node.
  public struct NodeReport: Sendable {
    public var node: String
    /// Who shut the node out; nil when it fits.
    public var plugin: PluginName?
    public var verdict: FilterVerdict
    /// By plugin, in the table's order; empty when only one node fits.
    public var scores: [Score]

    public var total: Int { scores.reduce(0) { $0 + $1.weighted } }
  }

  /// What one plugin gave a node.
  public struct Score: Equatable, Sendable {
    public var plugin: PluginName
    /// What the plugin counted there; nil where it had nothing to go by.
    public var raw: Int?
    /// Of 100.
    public var normalised: Int
    /// How much it counts.
    public var weight: Int

    public var weighted: Int { normalised * weight }
  }

  /// In the order in which the nodes were looked at.
  public var reports: [NodeReport]
  /// The node that was chosen.
  public var node: String?
  /// How many nodes the cluster has.
  public var nodeCount: Int
  /// Why no node was looked at at all, and who says so; nil when some were.
  public var objection: (plugin: PluginName, message: String)?

  /// Why no node was even looked at; nil when some were.
  public var refusal: String? { objection?.message }

  public var feasible: [NodeReport] { reports.filter { $0.verdict == .fits } }

  /// `0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu.`
  public var failureMessage: String {
    if nodeCount == 0 { return "no nodes available to schedule pods" }
    if let objection { return "0/\(nodeCount) nodes are available: \(objection.message)." }
    var counts: [String: Int] = [:]
    for report in reports {
      guard case .rejects(let reasons, _) = report.verdict else { continue }
      for reason in reasons { counts[reason, default: 0] += 1 }
    }
    return Self.message(nodeCount, counts)
  }

  /// Reasons with their counts, sorted as texts, the form of all such messages.
  static func message(_ nodeCount: Int, _ counts: [String: Int]) -> String {
    let entries = counts.map { "\($0.value) \($0.key)" }.sorted()
    let list = entries.isEmpty ? "" : " " + entries.joined(separator: ", ") + "."
    return "0/\(nodeCount) nodes are available:\(list)"
  }
}
