import Objects

/// Why a pod fits nowhere, summed up over the nodes.
struct Rejections: Sendable {
  let nodeCount: Int
  /// Why no node was looked at at all, and who says so; nil when some were.
  var objection: (plugin: PluginName, message: String)?
  /// How many nodes were shut out for each reason.
  private(set) var counts: [String: Int] = [:]
  private(set) var plugins: Set<PluginName> = []
  /// The slots of the nodes where fewer pods could help, as they were looked at.
  private(set) var resolvable: [Int] = []
  /// Whether fewer pods could not help on the node that the pod has been promised.
  private(set) var isPromiseHopeless = false

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
  }

  init(_ decision: Decision, of pod: PodFacts, in cache: NodeCache) {
    self.init(nodeCount: decision.nodeCount)
    objection = decision.objection
    if let objection { plugins.insert(objection.plugin) }
    for report in decision.reports {
      if let plugin = report.plugin { plugins.insert(plugin) }
      guard case .rejects(_, let isResolvable) = report.verdict else { continue }
      add(report.verdict, 1)
      if isResolvable, let slot = cache.slot(of: report.node) { resolvable.append(slot) }
      if !isResolvable, report.node == pod.nominatedNode { isPromiseHopeless = true }
    }
  }

  /// `0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu.`
  var message: String {
    if nodeCount == 0 { return "no nodes available to schedule pods" }
    if let objection { return "0/\(nodeCount) nodes are available: \(objection.message)." }
    return Decision.message(nodeCount, counts)
  }

  /// That many nodes were shut out with this verdict by this plugin.
  mutating func add(_ verdict: FilterVerdict, _ count: Int, by plugin: PluginName?) {
    add(verdict, count)
    if let plugin { plugins.insert(plugin) }
  }

  mutating func add(resolvable slot: Int) { resolvable.append(slot) }

  mutating func notePromiseHopeless() { isPromiseHopeless = true }

  private mutating func add(_ verdict: FilterVerdict, _ count: Int) {
    guard case .rejects(let reasons, _) = verdict else { return }
    for reason in reasons { counts[reason, default: 0] += count }
  }
}
