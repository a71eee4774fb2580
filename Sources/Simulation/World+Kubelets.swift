import Engine
import Nodes
import Objects
import Store

/// Kubelets that make no rounds because they have nothing to tell.
extension World {
  /// Lets those of them to whom something has happened go on with their rounds: what they have done
  /// meanwhile without its being written down is written now.
  mutating func wakeKubelets() {
    guard machines.hasStirred else { return }
    for (node, lease, next) in machines.takeStirred(in: state, at: now) {
      // They are the machine's own words from before: a lease that is gone misses them.
      if let lease { _ = try? submit(.update(lease), by: .kubelet(node: node)) }
      if let next { queue.add(.machines(.kubelet(node: node)), at: max(next, now)) }
    }
  }

  /// The state as it would be had every renewal of a lease been written.
  var stateWithAllRenewals: ClusterState {
    var copy = self
    copy.machines.endAllRest()
    copy.wakeKubelets()
    return copy.state
  }

  /// Whether every renewal of a lease is wanted, as by one who watches them.
  public mutating func watchLeases(_ isWanted: Bool) {
    machines.areLeasesWatched = isWanted
    if isWanted { machines.endAllRest() }
    wakeKubelets()
  }
}
