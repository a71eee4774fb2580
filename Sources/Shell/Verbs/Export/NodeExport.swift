import Manifests
import Objects
import Simulation
import Store

/// The machines of a cluster as a file that `podlab --nodes` starts from.
struct NodeExport {
  private let documents: [APIValue]

  init(of world: World) {
    documents = world.state.all(Node.self).map { Self.hardware(of: $0).document }
  }

  var count: Int { documents.count }
  var text: String { documents.map { YAML.encode($0) }.joined(separator: "---\n") }

  /// Labels that every kubelet gives its own node.
  private static let ordinaryLabels: Set = [
    "beta.kubernetes.io/arch", "beta.kubernetes.io/os", "kubernetes.io/arch",
    "kubernetes.io/hostname", "kubernetes.io/os",
  ]

  /// A node without what its kubelet and controllers say of it.
  private static func hardware(of node: Node) -> Node {
    var hardware = Node()
    hardware.metadata = ObjectMeta(name: node.metadata.name)
    for (key, value) in node.metadata.labels where !ordinaryLabels.contains(key) {
      hardware.metadata.labels[key] = value
    }
    // Those of conditions come and go with them.
    hardware.spec.taints = node.spec.taints.filter { !$0.key.hasPrefix("node.kubernetes.io/") }
    for place in hardware.spec.taints.indices { hardware.spec.taints[place].timeAdded = nil }
    hardware.status.capacity = node.status.capacity
    hardware.status.allocatable = node.status.allocatable
    hardware.status.images = node.status.images
    return hardware
  }
}
