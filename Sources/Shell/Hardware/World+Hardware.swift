import Objects
import Simulation
import Store

extension World {
  /// Puts a machine into the cluster and switches it on.
  mutating func plugIn(_ node: Node) throws(Rejection) {
    try submit(.create(node), by: .system)
  }

  /// Switches a machine off for good and takes its node out of the cluster.
  mutating func unplug(_ name: String) throws(Rejection) {
    try submit(.delete(.node(name), .now), by: .system)
  }

  /// Gives a machine other amounts of everything.
  mutating func resize(_ name: String, to resources: ResourceList) throws(Rejection) {
    guard var node = state.node(name) else { throw .notFound(.node(name)) }
    node.status.capacity = node.status.capacity.replacing(resources)
    node.status.allocatable = node.status.allocatable.replacing(resources)
    try submit(.updateStatus(node), by: .system)
  }

  func hasMachine(_ name: String) -> Bool { state.node(name) != nil }

  /// Switches a machine off or on; false when it is so already.
  mutating func setPower(of name: String, on: Bool) -> Bool { false }

  /// Stops or starts a kubelet; false when it is so already.
  mutating func setKubelet(of name: String, running: Bool) -> Bool { false }

  /// Kills the process of a container; false when there is none.
  mutating func killContainer(_ container: String, of pod: ObjectKey) -> Bool { false }
}

extension ResourceList {
  func replacing(_ other: ResourceList) -> ResourceList {
    var result = self
    for (name, amount) in other { result[name] = amount }
    return result
  }
}
