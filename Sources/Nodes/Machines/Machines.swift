import Engine
import HashTreeCollections
import Objects
import Store

/// The hardware of the cluster: every machine with its kubelet, its containers and what is in them.
public struct Machines: Component {
  public enum Key: Hashable, Sendable {
    /// The kubelet's own rounds: lease, status.
    case kubelet(node: String)
    /// One pod on one machine.
    case pod(node: String, pod: ObjectKey)

    public var node: String {
      switch self {
      case .kubelet(let node), .pod(let node, _): node
      }
    }
  }

  /// Keys to look at, and when.
  public typealias Looks = [(key: Key, at: SimTime)]

  var machines = MachineHall()
  var joined = 0
  /// Machines by their addresses.
  var machineNames = TreeDictionary<String, String>()
  /// Where pods are, by the address they have, or had.
  var podPlaces = TreeDictionary<String, ClusterNetwork.PodPlace>()
  var traffic = Traffic()
  /// What is to be looked at because a command has asked something of it.
  var owedLooks: Looks = []
  /// Programs that fail wherever they are started.
  var spoiltPrograms: Set<String> = []
  var isRegistryAnswering = true
  /// What the registries have.
  public var catalog = ImageCatalog()
  /// Whether the kubelets find the API server.
  public var hasServer = true
  /// Whether somebody wants to see every renewal of a lease: no kubelet rests then.
  public var areLeasesWatched = false

  public init() {}

  /// Whether a key is one of the rounds that never end: they do not keep an idle cluster busy.
  public static func isHeartbeat(_ key: Key) -> Bool {
    switch key {
    case .kubelet: true
    case .pod: false
    }
  }

  public func actor(for key: Key) -> Actor {
    switch key {
    case .kubelet(let node), .pod(let node, _): .kubelet(node: node)
    }
  }

  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> Looks {
    let kind = change.key.kind
    if kind == .node || kind == .lease, !change.actor.isKubelet { endRest(of: change.key.name) }
    if kind == .pod { return lookAtPod(change, at: now) }
    if kind == .configMap || kind == .secret { return podsShowing(change.key, at: now) }
    if kind == .node { return nodeChanged(change, at: now) }
    if kind == .endpointSlice { traffic.note(change, at: now) }
    return []
  }

  private func lookAtPod(_ change: Change, at now: SimTime) -> Looks {
    // A kubelet's own word about a pod is no news to it.
    if change.actor.isKubelet, change.verb == .updated { return [] }
    guard let pod = change.object as? Pod, !pod.spec.nodeName.isEmpty,
      machines[pod.spec.nodeName] != nil
    else { return [] }
    let looks: Looks = [(.pod(node: pod.spec.nodeName, pod: change.key), now)]
    guard change.verb == .deleted else { return looks }
    let waiting = machines[pod.spec.nodeName]?.waitingForResources ?? []
    return looks + waiting.map { (.pod(node: pod.spec.nodeName, pod: $0), now) }
  }

  /// Pods that show a ConfigMap or Secret in a volume. Those that wait for one are not told when it
  /// appears: their kubelets look again from time to time.
  private func podsShowing(_ key: ObjectKey, at now: SimTime) -> Looks {
    var looks: Looks = []
    for (name, machine) in machines {
      for (pod, worker) in machine.workers where pod.namespace == key.namespace {
        if worker.shownKeys.contains(key) {
          looks.append((.pod(node: name, pod: pod), now))
        }
      }
    }
    return looks.sorted { Self.text($0.key) < Self.text($1.key) }
  }

  private static func text(_ key: Key) -> String { "\(key)" }

  /// Once the node has its pod network, pods that waited for it can start.
  private func nodeChanged(_ change: Change, at now: SimTime) -> Looks {
    guard change.verb == .updated, !change.actor.isKubelet, let machine = machines[change.key.name]
    else { return [] }
    let waiting = machine.workers.keys.filter { machine.workers[$0]?.address == nil }.sorted()
    return waiting.map { (.pod(node: change.key.name, pod: $0), now) }
  }

  public mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    switch key {
    case .kubelet(let node):
      guard machines[node].map({ $0.isPoweredOn && $0.isKubeletAlive }) ?? false,
        var machine = machines.takeForKubelet(node)
      else { return [] }
      var kubelet = Kubelet(
        state: state, now: now, hasServer: hasServer, isWatched: areLeasesWatched)
      let reactions = kubelet.round(&machine, using: &random)
      machines.putBackByKubelet(machine)
      return reactions
    case .pod(let node, let pod):
      return syncPod(pod, on: node, in: state, at: now, using: &random)
    }
  }

  private mutating func syncPod(
    _ key: ObjectKey, on node: String, in state: ClusterState, at now: SimTime,
    using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    // Taken out while it is worked on, so that no second copy of it is made.
    guard machines[node]?.isPoweredOn ?? false, var machine = machines.take(node) else { return [] }
    var sync = PodSync(
      key: key, state: state, now: now,
      isKubeletAlive: machine.isKubeletAlive && machine.runtimeFailedAt == nil, network: self,
      traffic: traffic)
    let reactions = sync.run(on: &machine, using: &random)
    let traffic = sync.traffic
    _ = consume sync
    let address = machine.workers[key]?.address
    let isOwn = address != machine.address
    machines.putBack(machine)
    if let address, isOwn, podPlaces[address]?.pod != key {
      podPlaces[address] = ClusterNetwork.PodPlace(node: node, pod: key)
    }
    return reactions + deliver(traffic, at: now).map { .look($0.key, at: $0.at) }
  }
}
