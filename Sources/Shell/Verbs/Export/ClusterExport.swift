import Kubectl
import Objects
import Simulation
import Store

/// What somebody has made in a cluster, as manifests for another one.
struct ClusterExport {
  /// Whose objects are written.
  enum Scope: Hashable {
    /// Everybody's but the system's.
    case own
    /// The system's workloads as well.
    case everything
    case namespace(String)
  }

  private let world: World
  private let scope: Scope
  private let documents: [PortableDocument]

  /// `kinds` empty takes all; `selector` nil too.
  init(
    of world: World, scope: Scope = .own, kinds: Set<Kind> = [], selector: LabelSelector? = nil
  ) {
    self.world = world
    self.scope = scope
    let births = Self.births(in: world)
    var chosen = Self.order.flatMap { kind in
      let isChosen = kinds.isEmpty || kinds.contains(kind)
      return isChosen ? world.state.keys(kind).compactMap { world.state[$0] } : []
    }.filter { Self.isIn(scope, $0) && births[$0.metadata.uid] != nil && Self.isWritten($0, scope) }
    if let selector {
      let selected = chosen.filter { selector.matches($0.metadata.labels) }
      // They need the namespaces they live in.
      let places = Set(selected.map(\.metadata.namespace))
      chosen = chosen.filter {
        selector.matches($0.metadata.labels)
          || $0.kind == .namespace && places.contains($0.metadata.name)
      }
    }
    let surroundings = Self.surroundings(in: world, births)
    // Pods of their own need the account of a new namespace before its controller makes it.
    let crowded = Set(chosen.filter { $0.kind == .pod }.map(\.metadata.namespace))
    documents = chosen.compactMap { object in
      let document = PortableDocument(object, in: surroundings)
      let isNeeded =
        object.kind == .serviceAccount && object.metadata.namespace != "default"
        && crowded.contains(object.metadata.namespace)
      return !Self.isEverywhere(object.key) || isNeeded || document.saysAnything ? document : nil
    }
  }

  var count: Int { documents.count }

  /// Documents one after the other, in an order in which each finds what it needs.
  var text: String { documents.map(\.text).joined(separator: "---\n") }

  // MARK: - Order

  /// What is left out is made by the cluster itself, or tells how it fares. Services come before
  /// pods, whose containers are told of those that are there when they start; budgets and
  /// autoscalers come last, when there is something to keep and to scale.
  static let order: [Kind] = [
    .namespace, .priorityClass, .runtimeClass, .storageClass, .ingressClass, .networkPolicy,
    .limitRange, .resourceQuota, .serviceAccount, .clusterRole, .clusterRoleBinding, .role,
    .roleBinding, .secret, .configMap, .persistentVolume, .persistentVolumeClaim, .service,
    .endpoints, .endpointSlice, .daemonSet, .pod, .replicationController, .replicaSet,
    .deployment, .statefulSet, .job, .cronJob, .ingress, .podDisruptionBudget,
    .horizontalPodAutoscaler,
  ]

  // MARK: - What belongs to whom

  private static let systemNamespaces: Set = ["kube-system", "kube-public", Lease.nodesNamespace]

  private static func isIn(_ scope: Scope, _ object: any APIObject) -> Bool {
    let isNamespace = object.kind == .namespace
    let place = isNamespace ? object.metadata.name : object.metadata.namespace
    switch scope {
    case .own: return !systemNamespaces.contains(place)
    case .everything: return true
    case .namespace(let name): return place == name
    }
  }

  /// Whether an object is somebody's work, and not that of the cluster.
  private static func isWritten(
    _ object: any APIObject, _ scope: Scope
  ) -> Bool {
    let metadata = object.metadata
    guard !metadata.isDeleting, metadata.controller == nil else { return false }
    if isEverywhere(object.key) { return true }
    switch metadata.managers.whole?.component {
    case nil: return true
    case .installer:
      // What came with the cluster is written with the namespaces it lives in.
      return scope != .own && object.kind.isNamespaced
    case .controllerManager:
      // Left behind by a controller that was deleted without its pods.
      return object.kind == .pod || object.kind == .replicaSet
    case .scheduler, .kubelet, .server, .provisioner, .nodeScaler: return false
    }
  }

  /// What every cluster has, and is only written when somebody has changed it.
  private static func isEverywhere(_ key: ObjectKey) -> Bool {
    key.kind == .serviceAccount && key.name == "default"
      || key.kind == .namespace
        && (key.name == "default" || systemNamespaces.contains(key.name))
  }

  // MARK: - Surroundings

  private static func surroundings(
    in world: World, _ births: [String: any APIObject]
  ) -> PortableDocument.Surroundings {
    var surroundings = PortableDocument.Surroundings()
    let classes = world.state.all(StorageClass.self)
    let standard = StorageClass.standard(among: classes)
    if standard?.metadata.managers.whole != nil {
      surroundings.ownClass = standard?.metadata.name
    }
    for scaler in world.state.all(HorizontalPodAutoscaler.self) {
      let target = scaler.spec.scaleTargetRef
      guard let kind = Kind(rawValue: target.kind) else { continue }
      surroundings.autoscaled.insert(
        ObjectKey(kind, namespace: scaler.metadata.namespace, name: target.name))
    }
    // They named their node when they were created.
    for pod in world.state.all(Pod.self) {
      guard let born = births[pod.metadata.uid] as? Pod, !born.spec.nodeName.isEmpty else {
        continue
      }
      surroundings.pinned.insert(pod.key)
    }
    return surroundings
  }

  /// Objects as they were created, by their ids. Nobody has created what a cluster is furnished
  /// with.
  private static func births(in world: World) -> [String: any APIObject] {
    var births: [String: any APIObject] = [:]
    for change in world.history.changes() where change.verb == .created {
      if let object = change.after { births[object.metadata.uid] = object }
    }
    return births
  }
}
