import Engine
import HashTreeCollections
import Objects
import Store

/// Gives every node its share of the pod network: 10.244.N.0/24 in the order of joining.
///
/// A real controller that is given 10.244.0.0/16 has no more to give to the 257th node. Here the
/// numbers go on, through 10.255 and then from 10.128, so that clusters may be large: 32,768 nodes
/// before two have the same.
struct NodeAddressController: ControlLoop {
  static let name = "node-ipam-controller"
  static let watched: Set<Kind>? = [.node]

  private var next = 0
  /// The nodes that were given each network, or came with it; nil until all have been looked at.
  private var holders: TreeDictionary<String, String>?

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    change.verb == .created ? [(change.key, now)] : []
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var node = draft.state[object] as? Node else { return }
    var holders = self.holders ?? Self.holders(in: draft.state)
    defer { self.holders = holders }
    if let network = node.spec.podCIDR {
      holders[network] = node.metadata.name
      return
    }
    func isTaken(_ network: String) -> Bool {
      holders[network].map { draft.state.node($0)?.spec.podCIDR == network } ?? false
    }
    var network = Self.network(next)
    var tries = 0
    while isTaken(network), tries < Self.networks {
      next += 1
      tries += 1
      network = Self.network(next)
    }
    next += 1
    holders[network] = node.metadata.name
    node.spec.podCIDR = network
    node.spec.podCIDRs = [network]
    draft.attempt(.update(node))
  }

  private static func holders(in state: ClusterState) -> TreeDictionary<String, String> {
    var holders = TreeDictionary<String, String>()
    for node in state.all(Node.self) {
      if let network = node.spec.podCIDR { holders[network] = node.metadata.name }
    }
    return holders
  }

  /// How many pod networks there are, and each of them by its number.
  static let networks = 128 * 256

  static func network(_ number: Int) -> String {
    "10.\(128 + (116 + number / 256) % 128).\(number % 256).0/24"
  }
}
