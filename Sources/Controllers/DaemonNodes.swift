import Objects

/// Which nodes a DaemonSet wants its pods on.
struct DaemonNodes {
  private let spec: PodSpec

  init(of set: DaemonSet) {
    var spec = set.spec.template.spec
    DaemonPod.addTolerations(to: &spec)
    self.spec = spec
  }

  /// Whether a pod should be made for a node, and whether one that is there may stay.
  func verdict(on node: Node) -> (shouldRun: Bool, mayStay: Bool) {
    if !spec.nodeName.isEmpty, spec.nodeName != node.metadata.name { return (false, false) }
    let labels = node.metadata.labels
    guard spec.nodeSelector.allSatisfy({ labels[$0.key] == $0.value }),
      spec.affinity?.nodeAffinity?.required?.matches(node) ?? true
    else { return (false, false) }
    let untolerated = node.spec.taints.filter { !spec.tolerations.tolerate($0) }
    if untolerated.contains(where: { $0.effect == .noExecute }) { return (false, false) }
    return (!untolerated.contains { $0.effect == .noSchedule }, true)
  }
}
