import Engine
import Objects

/// What the scheduler needs to know of a pod again and again, worked out once. It keeps nothing
/// of the pod's status that changes often: most of what happens to a bound pod is no news here.
final class PodFacts: Sendable {
  let key: ObjectKey
  let uid: String
  let resourceVersion: Int
  let labels: StringMap
  let isDeleting: Bool
  let nodeName: String
  let nominatedNode: String?
  let startTime: SimTime?
  let wishes: PodWishes

  init(_ pod: Pod, _ wishes: PodWishes) {
    key = pod.key
    uid = pod.metadata.uid
    resourceVersion = pod.metadata.resourceVersion
    labels = pod.metadata.labels
    isDeleting = pod.metadata.isDeleting
    nodeName = pod.spec.nodeName
    nominatedNode = pod.status.nominatedNodeName
    startTime = pod.status.startTime
    self.wishes = wishes
  }

  convenience init(_ pod: Pod) { self.init(pod, PodWishes(pod)) }

  /// Whether the pod finds the same around it as the other does.
  func looksAroundLike(_ other: PodFacts) -> Bool {
    wishes.looksAroundLike(other.wishes) && labels == other.labels
      && key.namespace == other.key.namespace
  }

  /// Whether the pod is at liberty to have its volumes anywhere.
  var hasNoVolumesOfItsOwn: Bool {
    wishes.claims.isEmpty && wishes.disks.isEmpty
  }

  func uses(claim: ObjectKey) -> Bool {
    key.namespace == claim.namespace && wishes.claims.contains { $0.name == claim.name }
  }

  /// As events name the pod.
  var reference: ObjectReference {
    var reference = ObjectReference()
    reference.apiVersion = Kind.pod.apiVersion
    reference.kind = Kind.pod.rawValue
    reference.name = key.name
    reference.namespace = key.namespace.isEmpty ? nil : key.namespace
    reference.uid = uid.isEmpty ? nil : uid
    reference.resourceVersion = resourceVersion == 0 ? nil : "\(resourceVersion)"
    return reference
  }
}

extension PodFacts {
  var priority: Int { wishes.priority }
  var requests: ResourceList { wishes.requests }
  var hostPorts: [HostPort] { wishes.hostPorts }
  var affinity: Affinity? { wishes.affinity }
  var tolerations: [Toleration] { wishes.tolerations }
  var choosesNodes: Bool { wishes.choosesNodes }
  var hasAffinity: Bool { wishes.hasAffinity }
  var images: [String] { wishes.images }
  var disks: [NetworkDisk] { wishes.disks }
  var assumedCPUMillis: Int { wishes.assumedCPUMillis }
  var assumedMemoryBytes: Int { wishes.assumedMemoryBytes }
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
