import Engine
import Objects
import Scheduling
import Store

/// Which machines to buy, and for whom.
struct ScaleUpPlan {
  /// A pod that no new machine would help, and why.
  struct Unhelped {
    var pod: Pod
    var reasons: [String]
  }

  private(set) var newNodes: [String] = []
  private(set) var helped: [Pod] = []
  private(set) var unhelped: [Unhelped] = []

  static let full = "max node group size reached"

  /// `names` are those that new machines would get, as many as may be bought.
  init(
    for pods: [Pod], in supposition: Supposition, buying group: ClusterAutoscaler.Group,
    named names: [String]
  ) {
    var supposition = supposition
    var names = names[...]
    for pod in Self.largestFirst(pods) {
      // It may fit already, or on a machine that is on its way or was just planned.
      if let node = supposition.place(pod).node {
        if newNodes.contains(node) { helped.append(pod) }
        continue
      }
      var larger = supposition
      let name = names.first ?? "\(group.name)-next"
      larger.add(group.node(named: name))
      let decision = larger.place(pod)
      guard decision.node == name else {
        unhelped.append(Unhelped(pod: pod, reasons: Self.reasons(decision, on: name)))
        continue
      }
      guard names.popFirst() != nil else {
        unhelped.append(Unhelped(pod: pod, reasons: [Self.full]))
        continue
      }
      supposition = larger
      newNodes.append(name)
      helped.append(pod)
    }
  }

  /// Large pods first: small ones find a place between them.
  private static func largestFirst(_ pods: [Pod]) -> [Pod] {
    func size(_ pod: Pod) -> (Int, Int) {
      let requests = pod.spec.containers.reduce(into: ResourceList()) {
        $0 += $1.resources.requests
      }
      return (requests.cpuMillis, requests.memoryBytes)
    }
    return pods.sorted { left, right in
      let (a, b) = (size(left), size(right))
      return a == b ? left.key < right.key : a > b
    }
  }

  private static func reasons(_ decision: Decision, on node: String) -> [String] {
    guard
      case .rejects(let reasons, _)? = decision.reports.first(where: { $0.node == node })?.verdict
    else { return ["node(s) not suitable"] }
    return reasons
  }
}
