import Objects

extension ClusterFacts {
  /// The same for programs.
  var document: APIValue {
    [
      "nodes": .array(nodes.map(\.document)), "pods": .array(pods.map(document)),
      "lostNodes": .array(lostNodes.map { .string($0) }),
    ]
  }

  private func document(_ pod: PodFact) -> APIValue {
    let owner = owners[pod.owner]
    return [
      "namespace": .string(pod.key.namespace), "name": .string(pod.key.name),
      "node": pod.node.isEmpty ? .null : .string(pod.node),
      "owner": owner.kind.isEmpty ? .null : .string("\(owner.kind)/\(owner.name)"),
      "state": .string("\(pod.state)"),
      "status": .string(pod.state == .ready ? "Running" : pod.status),
      "reason": pod.reason.isEmpty ? .null : .string(pod.reason),
    ]
  }
}

extension ClusterFacts.NodeFact {
  fileprivate var document: APIValue {
    func amounts(_ cpuMillis: Int, _ memoryBytes: Int, _ pods: Int) -> APIValue {
      [
        "cpuMillis": .integer(Int64(cpuMillis)), "memoryBytes": .integer(Int64(memoryBytes)),
        "pods": .integer(Int64(pods)),
      ]
    }
    let room = node.status.allocatable
    return [
      "name": .string(name), "isReady": .bool(isReady), "isCordoned": .bool(isCordoned),
      "zone": zone.isEmpty ? .null : .string(zone),
      "reserved": amounts(cpuMillis, memoryBytes, podCount),
      "allocatable": amounts(
        room.cpuMillis, room.memoryBytes, Int(room["pods"]?.whole ?? 0)),
    ]
  }
}
