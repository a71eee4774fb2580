import Objects

/// The hardware of a machine that is to be added.
struct NodePlan {
  var name: String
  var cpu = "4"
  var memory = "8Gi"
  var pods = "110"
  var labels: [String: String] = [:]
  var roles: [String] = []
  var taints: [Taint] = []

  /// The node as its kubelet will register it.
  var node: Node {
    var node = Node()
    node.metadata = ObjectMeta(name: name)
    var all = labels
    all["kubernetes.io/hostname"] = name
    all["kubernetes.io/os"] = "linux"
    all["kubernetes.io/arch"] = "amd64"
    for role in roles { all["node-role.kubernetes.io/\(role)"] = "" }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) { node.metadata.labels[key] = value }
    node.spec.taints = taints
    node.status.capacity = resources
    node.status.allocatable = resources
    return node
  }

  var resources: ResourceList {
    var list = ResourceList()
    for (name, text) in [("cpu", cpu), ("memory", memory), ("pods", pods)] {
      if let quantity = Quantity(text) { list[name] = quantity }
    }
    return list
  }
}
