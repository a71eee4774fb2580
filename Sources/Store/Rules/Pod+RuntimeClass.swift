import Objects

extension Pod {
  /// A pod names a way to run it that there is, pays for it what that says, and goes where that
  /// can be had.
  mutating func admitRuntimeClass(in state: ClusterState) throws(Rejection) {
    let name = spec.unlisted["runtimeClassName"]?.string
    var found: RuntimeClass?
    if let name {
      found = state.get(RuntimeClass.self, name)
      if found == nil {
        throw .forbidden(key, why: "pod rejected: RuntimeClass \(GoText.quoted(name)) not found")
      }
    }
    try admitOverhead(of: found)
    if let scheduling = found?.unlisted["scheduling"] { try admitScheduling(scheduling) }
  }

  private mutating func admitOverhead(of found: RuntimeClass?) throws(Rejection) {
    guard let fixed = found?.unlisted["overhead"] else {
      if spec.overhead.isEmpty { return }
      throw .forbidden(
        key,
        why: "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")
    }
    let overhead: ResourceList = Self.read(fixed["podFixed"]) ?? ResourceList()
    guard spec.overhead.isEmpty || spec.overhead == overhead else {
      throw .forbidden(
        key, why: "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead")
    }
    spec.overhead = overhead
  }

  private mutating func admitScheduling(_ scheduling: APIValue) throws(Rejection) {
    let wanted: StringMap = Self.read(scheduling["nodeSelector"]) ?? [:]
    for (label, value) in wanted {
      if let own = spec.nodeSelector[label], own != value {
        throw .forbidden(
          key,
          why: "conflict: runtimeClass.scheduling.nodeSelector[\(label)] = \(value); "
            + "pod.spec.nodeSelector[\(label)] = \(own)")
      }
      spec.nodeSelector[label] = value
    }
    let tolerations: [Toleration] = Self.read(scheduling["tolerations"]) ?? []
    spec.tolerations += tolerations.filter { !spec.tolerations.contains($0) }
  }

  /// A part of a RuntimeClass, which was looked at when that was written.
  private static func read<Part: ValueConvertible>(_ value: APIValue?) -> Part? {
    var problems: [FieldProblem] = []
    return value.map { Part($0, at: FieldPath(), problems: &problems) }
  }
}
