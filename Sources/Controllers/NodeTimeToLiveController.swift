import Engine
import Objects
import Store

/// Tells kubelets, by an annotation on their node, how long they may keep secrets and settings:
/// longer in large clusters.
struct NodeTimeToLiveController: ControlLoop {
  static let name = "ttl-controller"
  static let watched: Set<Kind>? = [.node]

  private static let annotation = "node.alpha.kubernetes.io/ttl"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let node = change.after else { return [] }
    return node.metadata.annotations[Self.annotation] == nil ? [(change.key, now)] : []
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var node = draft.state[object] as? Node else { return }
    node.metadata.annotations[Self.annotation] =
      switch draft.state.count(of: .node) {
      case ...100: "0"
      case ...500: "15"
      case ...1000: "30"
      case ...2000: "60"
      default: "300"
      }
    draft.attempt(.update(node))
  }
}
