import Objects
import Simulation
import Store

extension World {
  /// Puts a machine into the cluster and switches it on.
  mutating func plugIn(_ node: Node) throws(Rejection) {
    try submit(.create(node), by: .system)
  }
}
