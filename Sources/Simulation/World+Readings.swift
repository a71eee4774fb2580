import Engine
import Objects
import Store

/// What the API server finds out when it is asked, instead of keeping it: so an idle world stays
/// idle.
extension World {
  /// The state with everything that is to be seen of these kinds.
  public func state(showing kinds: Set<Kind>) -> ClusterState {
    var found: [any APIObject] = []
    if kinds.contains(.componentStatus) { found += componentStatuses }
    if kinds.contains(.lease) { found += componentLeases }
    if kinds.contains(.csiNode) { found += storageNodes }
    let state = kinds.contains(.lease) ? stateWithAllRenewals : state
    return found.isEmpty ? state : state.showing(found)
  }

  // MARK: - Health

  private var componentStatuses: [any APIObject] {
    [
      componentStatus("controller-manager", port: 10257, of: .controllerManager),
      componentStatus("etcd-0", port: 2379, of: nil),
      componentStatus("scheduler", port: 10259, of: .scheduler),
    ]
  }

  private func componentStatus(
    _ name: String, port: Int, of component: ControlPlaneComponent?
  ) -> ComponentStatus {
    let isWell = component.map(controlPlane.isRunning) ?? true
    var condition = ComponentCondition()
    condition.type = "Healthy"
    condition.status = isWell ? "True" : "False"
    condition.message =
      isWell
      ? "ok"
      : "Get \"https://127.0.0.1:\(port)/healthz\": dial tcp 127.0.0.1:\(port): connect: "
        + "connection refused"
    var status = ComponentStatus()
    status.metadata = ObjectMeta(name: name)
    status.conditions = [condition]
    return status
  }

  // MARK: - Leases

  private var componentLeases: [any APIObject] {
    ControlPlaneComponent.allCases.compactMap { component in
      controlPlane.terms[component].map { lease(of: component, $0) }
    }
  }

  private func lease(of component: ControlPlaneComponent, _ term: ComponentTerm) -> Lease {
    let host = controlPlane.host ?? "control-plane"
    var chance = Self.chance("\(component.rawValue)/\(host)")
    let isServer = component == .apiServer
    var lease = Lease()
    let name = isServer ? "apiserver-\(Self.name(using: &chance))" : component.rawValue
    lease.metadata = ObjectMeta(name: name, namespace: "kube-system")
    lease.metadata.uid = chance.uuid()
    lease.metadata.creationTimestamp = controlPlane.began?.wholeSecond
    lease.metadata.resourceVersion = state.revision
    var holder = chance.uuid()
    for _ in 0..<term.number { holder = chance.uuid() }
    lease.spec.holderIdentity = "\(isServer ? name : host)_\(holder)"
    lease.spec.leaseDurationSeconds = isServer ? 3600 : 15
    lease.spec.renewTime = MicroTime(
      term.renewal(every: .seconds(isServer ? 10 : 2), by: now))
    if isServer {
      lease.metadata.labels = [
        "apiserver.kubernetes.io/identity": "kube-apiserver", "kubernetes.io/hostname": host,
      ]
    } else {
      lease.spec.acquireTime = MicroTime(term.beganAt)
      lease.spec.leaseTransitions = term.number
    }
    return lease
  }

  /// 26 letters as the API server draws them from a hash of its host's name.
  private static func name(using chance: inout SeededRandom) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String((0..<26).map { _ in letters[chance.below(letters.count)] })
  }

  /// Chance of its own, so that nothing else is drawn differently.
  private static func chance(_ text: String) -> SeededRandom {
    SeededRandom(
      seed: text.utf8.reduce(0xcbf2_9ce4_8422_2325) {
        ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
      })
  }

  // MARK: - Storage

  /// Every kubelet tells which storage drivers its node has: none.
  private var storageNodes: [any APIObject] {
    state.all(Node.self).map { node in
      var chance = Self.chance("csinode/\(node.metadata.name)")
      var shown = CSINode()
      shown.metadata = ObjectMeta(name: node.metadata.name)
      shown.metadata.uid = chance.uuid()
      shown.metadata.creationTimestamp = node.metadata.creationTimestamp
      shown.metadata.resourceVersion = node.metadata.resourceVersion
      var owner = OwnerReference()
      owner.apiVersion = "v1"
      owner.kind = "Node"
      owner.name = node.metadata.name
      owner.uid = node.metadata.uid
      shown.metadata.ownerReferences = [owner]
      return shown
    }
  }
}
