import Engine
import Objects
import Store

/// Gives every node its share of the pod network: 10.244.N.0/24 in the order of joining.
struct NodeAddressController: ControlLoop {
  static let name = "node-ipam-controller"

  private var next = 0

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    change.key.kind == .node && change.verb == .created ? [(change.key, now)] : []
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var node = draft.state[object] as? Node, node.spec.podCIDR == nil else {
      return
    }
    let taken = Set(draft.state.all(Node.self).compactMap(\.spec.podCIDR))
    var network = Self.network(next)
    // A network is used again only when all 65,536 have been handed out.
    var tries = 0
    while taken.contains(network), tries < 65_536 {
      next += 1
      tries += 1
      network = Self.network(next)
    }
    next += 1
    node.spec.podCIDR = network
    node.spec.podCIDRs = [network]
    draft.attempt(.update(node))
  }

  private static func network(_ number: Int) -> String {
    "10.\(244 + number / 256 % 12).\(number % 256).0/24"
  }
}
