import Engine
import Objects

extension ClusterState {
  /// Changes one part of a pod; whatever else the proposed pod differs in stays as it is.
  mutating func amend(
    _ proposed: Pod, _ part: Subresource, by actor: Actor, at now: SimTime,
    using random: inout SeededRandom
  ) throws(Rejection) -> Written? {
    guard let stored = pod(proposed.key) else { throw .notFound(proposed.key) }
    try check(proposed, against: stored)
    var pod: Pod
    let problems: [FieldProblem]
    switch part {
    case .resize:
      pod = proposed.resized(from: stored)
      pod.setDefaults()
      problems = pod.problems(resizing: stored)
    case .ephemeralContainers:
      pod = proposed.joined(with: stored)
      pod.setDefaults()
      problems = pod.problems(joining: stored)
    }
    pod.metadata.managedFields = []
    pod.metadata.managers = stored.metadata.managers
    let note = NotedWrite(wanted: pod, part: .whole, actor: actor, time: now)
    if !problems.isEmpty {
      throw .invalid(kind: .pod, name: pod.metadata.name, problems: problems)
    }
    if part == .ephemeralContainers { try enforceSecurity(on: pod, replacing: stored) }
    if part == .resize {
      try enforceRoom(for: pod, replacing: stored)
      try enforceLimits(on: pod, replacing: stored, at: now)
    }
    if pod.spec != stored.spec { pod.metadata.generation += 1 }
    return finish(pod, replacing: stored, note)
  }

  /// Nobody may ask for more than the whole node has.
  private func enforceRoom(for pod: Pod, replacing stored: Pod) throws(Rejection) {
    guard pod.spec != stored.spec, let node = node(pod.spec.nodeName) else { return }
    var plain = pod
    plain.status = PodStatus()
    let asked = plain.totalRequests
    let room = node.status.allocatable
    var complaints: [String] = []
    if asked.cpuMillis > room.cpuMillis {
      complaints.append("cpu, requested: \(asked.cpuMillis), allocatable: \(room.cpuMillis)")
    }
    if asked.memoryBytes > room.memoryBytes {
      complaints.append("memory, requested: \(asked.memoryBytes), allocatable: \(room.memoryBytes)")
    }
    if complaints.isEmpty { return }
    throw .forbidden(
      pod.key,
      why: "node didn't have enough allocatable resources: "
        + complaints.joined(separator: "; "))
  }
}
