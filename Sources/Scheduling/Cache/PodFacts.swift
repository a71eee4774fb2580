import Objects

/// What the scheduler needs to know of a pod again and again, worked out once.
final class PodFacts: Sendable {
  let pod: Pod
  let key: ObjectKey
  let priority: Int
  /// What the pod asks for: the larger of its containers together and its widest start-up step.
  let requests: ResourceList
  /// As ``requests``, with 100m and 200Mi for containers that ask for nothing: only for scoring.
  let assumedCPUMillis: Int
  let assumedMemoryBytes: Int
  /// What it asks any of, in the order in which lacking resources are told.
  let needs: [ResourceList.Element]
  let hostPorts: [HostPort]
  /// Whether labels or names of nodes matter to it.
  let choosesNodes: Bool
  let hasAffinity: Bool
  /// The images of its containers, with their tags.
  let images: [String]
  let claimNames: [String]
  let disks: [NetworkDisk]
  /// What it has in common with pods that fit and score everywhere alike.
  let shape: PodShape

  private static let named = ["cpu", "memory", "ephemeral-storage"]

  init(_ pod: Pod) {
    self.pod = pod
    key = pod.key
    priority = pod.spec.priority ?? 0
    let wishes = pod.counted
    let requests = wishes.totalRequests { $0 }
    self.requests = requests
    let others = requests.map(\.name).filter { !Self.named.contains($0) }
    needs = (Self.named + others).compactMap { name in
      requests[name].flatMap { $0 > .zero ? (name, $0) : nil }
    }
    choosesNodes =
      !pod.spec.nodeSelector.isEmpty || pod.spec.affinity?.nodeAffinity?.required != nil
    let assumed = wishes.totalRequests { asked in
      var asked = asked
      asked["cpu"] = asked["cpu"] ?? Quantity(milli: 100)
      asked["memory"] = asked["memory"] ?? Quantity(200 * 1024 * 1024)
      return asked
    }
    assumedCPUMillis = assumed.cpuMillis
    assumedMemoryBytes = assumed.memoryBytes
    hostPorts = (pod.spec.containers + pod.spec.initContainers).flatMap { container in
      container.ports.compactMap(HostPort.init)
    }
    let affinity = pod.spec.affinity
    hasAffinity = affinity?.podAffinity != nil || affinity?.podAntiAffinity != nil
    images = (pod.spec.initContainers + pod.spec.containers).map {
      ImageLocality.withTag($0.image)
    }
    claimNames = pod.spec.volumes.compactMap { $0.claimName(in: pod) }
    disks = pod.spec.volumes.compactMap(NetworkDisk.init)
    shape = PodShape(pod, requests: requests, assumed: assumed, hostPorts, images)
  }

  /// The same pod in a newer version that asks for the same.
  init(_ pod: Pod, as other: PodFacts) {
    self.pod = pod
    key = other.key
    priority = other.priority
    requests = other.requests
    assumedCPUMillis = other.assumedCPUMillis
    assumedMemoryBytes = other.assumedMemoryBytes
    needs = other.needs
    hostPorts = other.hostPorts
    choosesNodes = other.choosesNodes
    hasAffinity = other.hasAffinity
    images = other.images
    claimNames = other.claimNames
    disks = other.disks
    shape = other.shape
  }

  /// Whether the pod is at liberty to have its volumes anywhere.
  var hasNoVolumesOfItsOwn: Bool {
    claimNames.isEmpty && disks.isEmpty
  }

  func uses(claim: ObjectKey) -> Bool {
    key.namespace == claim.namespace && claimNames.contains(claim.name)
  }
}

/// A port of the node itself that a pod wants.
struct HostPort: Hashable, Sendable {
  var address: String
  var protocolName: String
  var port: Int

  init?(_ port: ContainerPort) {
    guard let number = port.hostPort, number > 0 else { return nil }
    self.port = number
    address = port.hostIP ?? "0.0.0.0"
    protocolName = port.protocolName ?? "TCP"
  }

  /// The wildcard address clashes with every address.
  func clashes(with other: HostPort) -> Bool {
    port == other.port && protocolName == other.protocolName
      && (address == other.address || address == "0.0.0.0" || other.address == "0.0.0.0")
  }
}

extension PodSpec {
  /// What the pod needs on a node, each container's requests taken through `adjust` first.
  func totalRequests(_ adjust: (ResourceList) -> ResourceList) -> ResourceList {
    var running = ResourceList()
    for container in containers { running += adjust(container.resources.requests) }
    var sidecars = ResourceList()
    var peak = ResourceList()
    for container in initContainers {
      let asked = adjust(container.resources.requests)
      if container.restartPolicy == .always {
        sidecars += asked
        peak = peak.maximum(sidecars)
      } else {
        var step = sidecars
        step += asked
        peak = peak.maximum(step)
      }
    }
    running += sidecars
    var total = running.maximum(peak)
    for (name, amount) in resources?.requests ?? [:] { total[name] = amount }
    total += overhead
    return total
  }
}
