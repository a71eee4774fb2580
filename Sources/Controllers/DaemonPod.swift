import Objects

/// The pods of DaemonSets: each is made for one node.
enum DaemonPod {
  static let generationAnnotation = "deprecated.daemonset.template.generation"
  static let generationLabel = "pod-template-generation"

  /// The pod that a set wants on a node.
  static func make(for set: DaemonSet, on node: String, hash: String) -> Pod {
    var pod = PodControl.pod(from: set.spec.template, for: set)
    pod.metadata.labels[generationLabel] = set.templateGeneration
    pod.metadata.labels[RevisionLabel.hash] = hash
    addTolerations(to: &pod.spec)
    pin(&pod.spec, to: node)
    return pod
  }

  /// The troubles of a node that daemons put up with. An equal toleration keeps its place.
  static func addTolerations(to spec: inout PodSpec) {
    var added = [
      Toleration.exists("node.kubernetes.io/not-ready", .noExecute),
      .exists("node.kubernetes.io/unreachable", .noExecute),
      .exists("node.kubernetes.io/disk-pressure", .noSchedule),
      .exists("node.kubernetes.io/memory-pressure", .noSchedule),
      .exists("node.kubernetes.io/pid-pressure", .noSchedule),
      .exists("node.kubernetes.io/unschedulable", .noSchedule),
    ]
    if spec.hostNetwork ?? false {
      added.append(.exists("node.kubernetes.io/network-unavailable", .noSchedule))
    }
    for toleration in added {
      let place = spec.tolerations.firstIndex {
        $0.key == toleration.key && $0.effect == toleration.effect && $0.op == toleration.op
          && ($0.value ?? "").isEmpty
      }
      if let place {
        spec.tolerations[place] = toleration
      } else {
        spec.tolerations.append(toleration)
      }
    }
  }

  /// Lets the scheduler choose between one node and none. What the template required of nodes is
  /// replaced: the controller has looked at it.
  private static func pin(_ spec: inout PodSpec, to node: String) {
    var term = NodeSelectorTerm()
    term.matchFields = [LabelSelector.Requirement("metadata.name", .isIn, [node])]
    var affinity = spec.affinity ?? Affinity()
    var nodeAffinity = affinity.nodeAffinity ?? NodeAffinity()
    var required = nodeAffinity.required ?? NodeSelector()
    required.nodeSelectorTerms = [term]
    nodeAffinity.required = required
    affinity.nodeAffinity = nodeAffinity
    spec.affinity = affinity
  }

  /// The node a pod runs on, or is made for.
  static func target(of pod: Pod) -> String? {
    if !pod.spec.nodeName.isEmpty { return pod.spec.nodeName }
    let terms = pod.spec.affinity?.nodeAffinity?.required?.nodeSelectorTerms ?? []
    for field in terms.flatMap(\.matchFields)
    where field.key == "metadata.name" && field.op == .isIn && field.values.count == 1 {
      return field.values[0]
    }
    return nil
  }

  /// Those that have a node first, then older before younger.
  static func precedes(_ left: Pod, _ right: Pod) -> Bool {
    if left.spec.nodeName.isEmpty != right.spec.nodeName.isEmpty {
      return right.spec.nodeName.isEmpty
    }
    let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let before = created.0, let after = created.1, before != after { return before < after }
    return left.metadata.name < right.metadata.name
  }
}

extension Toleration {
  fileprivate static func exists(_ key: String, _ effect: TaintEffect) -> Toleration {
    var toleration = Toleration()
    toleration.key = key
    toleration.effect = effect
    toleration.op = .exists
    return toleration
  }
}

extension DaemonSet {
  /// How often the template changed, as the older API counts it.
  var templateGeneration: String? { metadata.annotations[DaemonPod.generationAnnotation] }

  /// Whether a pod is made from the newest template.
  func isUpToDate(_ pod: Pod, hash: String) -> Bool {
    if pod.metadata.labels[RevisionLabel.hash] == hash { return true }
    guard let templateGeneration else { return false }
    return pod.metadata.labels[DaemonPod.generationLabel] == templateGeneration
  }

  var surges: Bool { surge(of: 100) > 0 }

  /// How many nodes may have a second pod while `nodes` are updated.
  func surge(of nodes: Int) -> Int {
    spec.updateStrategy.rollingUpdate?.maxSurge?.count(of: nodes, roundingUp: true) ?? 0
  }

  /// How many of `nodes` may be without an available pod during an update.
  func unavailable(of nodes: Int) -> Int {
    let wanted = spec.updateStrategy.rollingUpdate?.maxUnavailable ?? .int(1)
    return wanted.count(of: nodes, roundingUp: true)
  }
}
