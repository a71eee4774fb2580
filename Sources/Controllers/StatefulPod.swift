import Objects

/// The pods of StatefulSets: each has a number, and with it a name and claims of its own.
enum StatefulPod {
  static let nameLabel = "statefulset.kubernetes.io/pod-name"
  static let indexLabel = "apps.kubernetes.io/pod-index"

  /// The pod a set wants under a number, made from the template of a revision.
  static func make(
    for set: StatefulSet, _ ordinal: Int, from template: PodTemplate, revision: String
  ) -> Pod {
    var pod = PodControl.pod(from: template, for: set)
    pod.metadata.name = name(in: set, ordinal)
    setIdentity(of: &pod, ordinal)
    pod.metadata.labels[RevisionLabel.hash] = revision
    pod.spec.hostname = pod.metadata.name
    pod.spec.subdomain = set.spec.serviceName
    let claimed = set.spec.volumeClaimTemplates.map { template in
      volume(of: template, claimName: claimName(of: template, in: set, ordinal))
    }
    let names = claimed.map(\.name)
    pod.spec.volumes = claimed + pod.spec.volumes.filter { !names.contains($0.name) }
    return pod
  }

  static func setIdentity(of pod: inout Pod, _ ordinal: Int) {
    pod.metadata.labels[nameLabel] = pod.metadata.name
    pod.metadata.labels[indexLabel] = "\(ordinal)"
  }

  static func hasIdentity(_ pod: Pod, _ ordinal: Int) -> Bool {
    pod.metadata.labels[nameLabel] == pod.metadata.name
      && pod.metadata.labels[indexLabel] == "\(ordinal)"
  }

  static func name(in set: StatefulSet, _ ordinal: Int) -> String {
    "\(set.metadata.name)-\(ordinal)"
  }

  /// `data-db-0`
  static func claimName(
    of template: PersistentVolumeClaim, in set: StatefulSet, _ ordinal: Int
  ) -> String {
    "\(template.metadata.name)-\(name(in: set, ordinal))"
  }

  private static func volume(of template: PersistentVolumeClaim, claimName: String) -> Volume {
    var volume = Volume()
    volume.name = template.metadata.name
    volume.persistentVolumeClaim = ["claimName": .string(claimName)]
    return volume
  }

  /// The number of a pod that has the name of one of the set's; nil for any other.
  static func ordinal(of pod: Pod, in set: StatefulSet) -> Int? {
    let name = pod.metadata.name
    guard name.hasPrefix(set.metadata.name + "-") else { return nil }
    let digits = name.dropFirst(set.metadata.name.count + 1)
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(digits)
  }
}

extension Pod {
  var isRunningAndReady: Bool { status.phase == .running && isReady }
}

extension StatefulSet {
  var size: Int { spec.replicas ?? 1 }
  var firstOrdinal: Int { spec.ordinals?.start ?? 0 }
  /// The numbers of the pods it wants.
  var ordinals: Range<Int> { firstOrdinal..<(firstOrdinal + max(0, size)) }

  /// Whether pods are made and removed one at a time, each waiting for those before it.
  var isOrdered: Bool { spec.podManagementPolicy != .parallel }

  var isRolling: Bool { spec.updateStrategy.type != .onDelete }
  var partition: Int { spec.updateStrategy.rollingUpdate?.partition ?? 0 }
}
