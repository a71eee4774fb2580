import Engine
import Objects
import Store

@testable import Controllers

extension Harness {
  /// Adds ready nodes, which have just sent a heartbeat.
  mutating func addNodes(_ names: [String], zone: String? = nil) {
    for name in names {
      var node = Node()
      node.metadata = ObjectMeta(name: name)
      node.metadata.labels["topology.kubernetes.io/zone"] = zone
      node.status.conditions = ["MemoryPressure", "DiskPressure", "PIDPressure"].map {
        Condition($0, .isFalse, at: now.wholeSecond)
      }
      node.status.conditions.append(Condition("Ready", .isTrue, at: now.wholeSecond))
      attempt(.create(node), by: .kubelet(node: name))
      var lease = Lease()
      lease.metadata = ObjectMeta(name: name, namespace: "kube-node-lease")
      lease.spec.renewTime = MicroTime(now)
      attempt(.create(lease), by: .kubelet(node: name))
    }
    settle()
  }

  /// Lets time pass while kubelets renew their leases every ten seconds.
  mutating func run(for span: SimSpan, alive: [String]? = nil) {
    let end = now + span
    while now < end {
      run(until: min(end, now + .seconds(10)))
      for name in alive ?? self.alive {
        guard var lease = state.get(Lease.self, name, in: "kube-node-lease") else { continue }
        lease.spec.renewTime = MicroTime(now)
        attempt(.update(lease), by: .kubelet(node: name))
      }
      settle()
    }
  }

  /// A kubelet that was silent reports again.
  mutating func recover(_ name: String) {
    guard var node = state.node(name) else { return }
    for place in node.status.conditions.indices {
      let type = node.status.conditions[place].type
      node.status.conditions[place].status = ConditionStatus(type == "Ready")
      node.status.conditions[place].lastTransitionTime = now.wholeSecond
      node.status.conditions[place].lastHeartbeatTime = now.wholeSecond
    }
    attempt(.updateStatus(node), by: .kubelet(node: name))
    run(for: .seconds(6), alive: [name])
  }

  /// The taints that drive pods away, as `node:key`, the key without its domain.
  var evicting: [String] {
    state.all(Node.self).flatMap { node in
      node.spec.taints.filter { $0.effect == .noExecute }
        .map { "\(node.metadata.name):\($0.key.split(separator: "/").last ?? "")" }
    }
  }

  func isReady(_ node: String) -> ConditionStatus? { state.node(node)?.readiness }
}
