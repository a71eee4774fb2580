import Engine
import Objects

extension Pod: Admitted {
  mutating func admit(
    into state: inout ClusterState, replacing stored: Pod?, _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil else { return }
    takeStandards(from: state.all(LimitRange.self, in: metadata.namespace))
    // What a kubelet mirrors is not for the server to change.
    if metadata.annotations["kubernetes.io/config.mirror"] == nil {
      try admitServiceAccount(in: state, &admission)
    }
    try admitPriority(in: state)
    try admitRuntimeClass(in: state)
    admitTolerations()
    status.phase = .pending
    takeTopology(from: state.node(spec.nodeName))
    admitGates()
    mergeLabelKeys()
  }

  /// A pod says in its labels in which zone and region its node stands (beta and on since 1.35).
  mutating func takeTopology(from node: Node?) {
    for label in ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"] {
      if let place = node?.metadata.labels[label] { metadata.labels[label] = place }
    }
  }

  /// A pod with gates says from the start that nobody looks for a node for it.
  private mutating func admitGates() {
    guard !spec.schedulingGates.isEmpty else { return }
    status.conditions.set(
      PodCondition(
        "PodScheduled", .isFalse, reason: "SchedulingGated",
        message: "Scheduling is blocked due to non-empty scheduling gates"))
  }

  /// Every pod gets a service account, and with it the token its containers find on disk.
  private mutating func admitServiceAccount(
    in state: ClusterState, _ admission: inout Admission
  ) throws(Rejection) {
    let name = spec.serviceAccountName ?? "default"
    spec.serviceAccountName = name
    spec.serviceAccount = name
    guard let account = state.get(ServiceAccount.self, name, in: metadata.namespace) else {
      throw .forbidden(
        key,
        why: "error looking up service account \(metadata.namespace)/\(name): "
          + "serviceaccount \"\(name)\" not found")
    }
    if spec.unlisted["imagePullSecrets"] == nil, !account.imagePullSecrets.isEmpty {
      spec.unlisted["imagePullSecrets"] = .array(account.imagePullSecrets)
    }
    let mounts =
      spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true
    guard mounts else { return }
    let begin = ServiceAccountToken.volumePrefix
    // A copy of a pod has the volume already.
    let own = spec.volumes.first { $0.name.hasPrefix(begin) }
    mountToken(volume: own?.name ?? begin + admission.random.suffix())
  }

  private mutating func mountToken(volume name: String) {
    var isUsed = false
    for list in [\PodSpec.containers, \.initContainers] {
      for place in spec[keyPath: list].indices {
        let mounts = spec[keyPath: list][place].volumeMounts
        if mounts.contains(where: { $0.mountPath == ServiceAccountToken.folder }) { continue }
        var mount = VolumeMount()
        mount.name = name
        mount.mountPath = ServiceAccountToken.folder
        mount.readOnly = true
        spec[keyPath: list][place].volumeMounts.append(mount)
        isUsed = true
      }
    }
    guard isUsed, !spec.volumes.contains(where: { $0.name == name }) else { return }
    var volume = Volume()
    volume.name = name
    volume.projected = Self.tokenSources
    spec.volumes.append(volume)
  }

  /// Token, cluster certificate and namespace, projected into one folder.
  static let tokenSources: APIValue = [
    "defaultMode": 420,
    "sources": [
      ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
      [
        "configMap": [
          "items": [["key": "ca.crt", "path": "ca.crt"]], "name": "kube-root-ca.crt",
        ]
      ],
      [
        "downwardAPI": [
          "items": [
            [
              "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"],
              "path": "namespace",
            ]
          ]
        ]
      ],
    ],
  ]

  /// A class's number and preemption policy become the pod's own.
  private mutating func admitPriority(in state: ClusterState) throws(Rejection) {
    let classes = state.all(PriorityClass.self)
    var chosen: PriorityClass?
    if spec.priorityClassName.isEmpty {
      chosen = classes.filter { $0.globalDefault == true }.max { $0.priority < $1.priority }
      if let chosen { spec.priorityClassName = chosen.metadata.name }
    } else {
      chosen = classes.first { $0.metadata.name == spec.priorityClassName }
      guard chosen != nil else {
        throw .forbidden(
          key, why: "no PriorityClass with name \(spec.priorityClassName) was found")
      }
    }
    let priority = chosen?.priority ?? 0
    if let given = spec.priority, given != priority {
      throw .forbidden(
        key,
        why: "the integer value of priority (\(given)) must not be provided in pod spec; "
          + "priority admission controller computed \(priority) from the given PriorityClass name")
    }
    spec.priority = priority
    try admitPreemption(chosen?.preemptionPolicy ?? PriorityClass.standard.preemptionPolicy)
  }

  private mutating func admitPreemption(_ policy: PreemptionPolicy?) throws(Rejection) {
    if let given = spec.preemptionPolicy, let policy, given != policy {
      throw .forbidden(
        key,
        why: "the string value of PreemptionPolicy (\(given.rawValue)) must not be provided in pod "
          + "spec; priority admission controller computed \(policy.rawValue) from the given "
          + "PriorityClass name")
    }
    spec.preemptionPolicy = policy
  }

  /// Five minutes' patience with a node that is not ready or out of reach.
  private mutating func admitTolerations() {
    for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
      let taint = Taint(key, .noExecute)
      if spec.tolerations.tolerate(taint) { continue }
      var toleration = Toleration()
      toleration.key = key
      toleration.op = .exists
      toleration.effect = .noExecute
      toleration.tolerationSeconds = 300
      spec.tolerations.append(toleration)
    }
  }
}
