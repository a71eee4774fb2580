import Objects

/// An object that wants a number of equal pods: what a ``ReplicaLoop`` has to know of it.
protocol PodKeeper: StatusBearing where Status == ReplicaSetStatus {
  /// The loop's name in the controller manager.
  static var loopName: String { get }
  /// The loop's name as the source of events.
  static var reporter: String { get }
  /// Whether its status says how many pods are on their way out.
  static var countsTerminating: Bool { get }

  var podSelector: LabelSelector { get }
  var podTemplate: PodTemplate { get }
  var wantedReplicas: Int { get }
  /// Seconds a pod has to be ready before it counts as available.
  var minReadySeconds: Int { get }
}

extension ReplicaSet: PodKeeper {
  static var loopName: String { "replicaset-controller" }
  static var reporter: String { loopName }
  static var countsTerminating: Bool { true }

  var podSelector: LabelSelector { spec.selector }
  var podTemplate: PodTemplate { spec.template }
  var wantedReplicas: Int { spec.replicas ?? 1 }
  var minReadySeconds: Int { spec.minReadySeconds ?? 0 }
}

extension ReplicationController: PodKeeper {
  static var loopName: String { "replicationcontroller-controller" }
  static var reporter: String { "replication-controller" }
  static var countsTerminating: Bool { false }

  var podSelector: LabelSelector { labelSelector }
  var podTemplate: PodTemplate { spec.template ?? PodTemplate() }
  var wantedReplicas: Int { spec.replicas ?? 1 }
  var minReadySeconds: Int { spec.minReadySeconds ?? 0 }
}
