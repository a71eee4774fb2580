import Engine
import Objects
import Store

/// Kubelets that rest, and what ends that.
extension Machines {
  /// Whether the rest of a kubelet has ended and its lease does not say so yet.
  public var hasStirred: Bool { machines.hasStirred }

  mutating func endRest(of name: String) { machines.endRest(of: name) }

  /// No kubelet rests any more.
  public mutating func endAllRest() {
    for name in names { machines.endRest(of: name) }
  }

  /// The leases of kubelets whose rest has ended, with the last renewal that nobody wrote down, and
  /// when each makes its next round: nil for one that makes none.
  public mutating func takeStirred(
    in state: ClusterState, at now: SimTime
  ) -> [(node: String, lease: Lease?, next: SimTime?)] {
    machines.takeStirred().map { name in
      let stored = state.get(Lease.self, name, in: Lease.nodesNamespace)
      let lease = stored?.pace == nil ? nil : stored?.read(at: now)
      let last = lease?.spec.renewTime?.time ?? now
      return (name, lease, isKubeletAlive(name) ? last + Kubelet.renewal : nil)
    }
  }
}
