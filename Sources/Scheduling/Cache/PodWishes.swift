import HashTreeCollections
import Objects

/// What pods made from one template ask for, worked out once and shared by all of them.
final class PodWishes: Sendable {
  /// A claim that the pod uses.
  struct Claim: Sendable {
    let name: String
    /// Whether it is made for the pod and goes with it.
    let isEphemeral: Bool
  }

  let owner: OwnerReference?
  let priority: Int
  let preemptionPolicy: PreemptionPolicy?
  /// What the pod asks for: the larger of its containers together and its widest start-up step.
  let requests: ResourceList
  let requestedCPUMillis: Int
  let requestedMemoryBytes: Int
  /// As ``requests``, with 100m and 200Mi for containers that ask for nothing: only for scoring.
  let assumedCPUMillis: Int
  let assumedMemoryBytes: Int
  /// What it asks any of, in the order in which lacking resources are told.
  let needs: [ResourceList.Element]
  let hostPorts: [HostPort]
  let nodeSelector: StringMap
  let affinity: Affinity?
  let tolerations: [Toleration]
  let constraints: [TopologySpreadConstraint]
  /// Whether labels or names of nodes matter to it.
  let choosesNodes: Bool
  /// The only nodes it may go to; nil when it names none.
  let namedNodes: Set<String>?
  let hasAffinity: Bool
  /// Which other pods it has a word on.
  let neighbours: [LabelSelector]
  /// The images of its containers, with their tags.
  let images: [String]
  let claims: [Claim]
  let disks: [NetworkDisk]

  private let assumed: ResourceList
  private let overhead: ResourceList
  private let ownRequests: ResourceList?
  private let containers: [Container]
  private let initContainers: [Container]
  /// Whether other pods may have the same: none of it comes from the pod's name or its past.
  let isShareable: Bool

  private static let named = ["cpu", "memory", "ephemeral-storage"]

  init(_ pod: Pod) {
    owner = pod.metadata.controller
    priority = pod.spec.priority ?? 0
    preemptionPolicy = pod.spec.preemptionPolicy
    let wishes = pod.counted
    let requests = wishes.totalRequests { $0 }
    self.requests = requests
    requestedCPUMillis = requests.cpuMillis
    requestedMemoryBytes = requests.memoryBytes
    needs = Self.needs(requests)
    assumed = wishes.totalRequests(Self.atLeastALittle)
    assumedCPUMillis = assumed.cpuMillis
    assumedMemoryBytes = assumed.memoryBytes
    hostPorts = (pod.spec.containers + pod.spec.initContainers).flatMap { container in
      container.ports.compactMap(HostPort.init)
    }
    nodeSelector = pod.spec.nodeSelector
    affinity = pod.spec.affinity
    tolerations = pod.spec.tolerations
    constraints = pod.spec.topologySpreadConstraints
    let required = affinity?.nodeAffinity?.required
    choosesNodes = !nodeSelector.isEmpty || required != nil
    namedNodes = required.flatMap(NodeAffinityMatch.namedNodes)
    hasAffinity = affinity?.podAffinity != nil || affinity?.podAntiAffinity != nil
    neighbours = (affinity?.neighbourTerms ?? []).compactMap(\.labelSelector)
    images = (pod.spec.initContainers + pod.spec.containers).map {
      ImageLocality.withTag($0.image)
    }
    claims = pod.spec.volumes.compactMap { volume in
      volume.claimName(in: pod).map { Claim(name: $0, isEphemeral: volume.claimName == nil) }
    }
    disks = pod.spec.volumes.compactMap(NetworkDisk.init)
    overhead = pod.spec.overhead
    ownRequests = pod.spec.resources?.requests
    containers = pod.spec.containers
    initContainers = pod.spec.initContainers
    isShareable = claims.isEmpty && disks.isEmpty && pod.metadata.generation <= 1
  }
}

extension PodWishes {
  private static func needs(_ requests: ResourceList) -> [ResourceList.Element] {
    let others = requests.map(\.name).filter { !named.contains($0) }
    return (named + others).compactMap { name in
      requests[name].flatMap { $0 > .zero ? (name, $0) : nil }
    }
  }

  private static func atLeastALittle(_ asked: ResourceList) -> ResourceList {
    var asked = asked
    asked["cpu"] = asked["cpu"] ?? Quantity(milli: 100)
    asked["memory"] = asked["memory"] ?? Quantity(200 * 1024 * 1024)
    return asked
  }

  /// Whether these are the wishes of this pod too. Only for shareable ones.
  func describes(_ pod: Pod) -> Bool {
    guard pod.metadata.generation <= 1, priority == pod.spec.priority ?? 0,
      preemptionPolicy == pod.spec.preemptionPolicy, tolerations == pod.spec.tolerations,
      nodeSelector == pod.spec.nodeSelector, affinity == pod.spec.affinity,
      constraints == pod.spec.topologySpreadConstraints, overhead == pod.spec.overhead,
      ownRequests == pod.spec.resources?.requests, owner == pod.metadata.controller
    else { return false }
    for volume in pod.spec.volumes {
      // Claims made for the pod and disks in a network are among the unlisted.
      if volume.persistentVolumeClaim != nil || !volume.unlisted.isEmpty { return false }
    }
    return Self.asksAlike(containers, pod.spec.containers)
      && Self.asksAlike(initContainers, pod.spec.initContainers)
  }

  private static func asksAlike(_ left: [Container], _ right: [Container]) -> Bool {
    guard left.count == right.count else { return false }
    for place in left.indices {
      guard left[place].image == right[place].image,
        left[place].resources.requests == right[place].resources.requests,
        left[place].restartPolicy == right[place].restartPolicy,
        left[place].ports == right[place].ports
      else { return false }
    }
    return true
  }

  /// Whether pods with these wishes and with those find the same nodes fit, and these worth the
  /// same, as long as nobody asks about other pods. Volumes are left out.
  func fitsLike(_ other: PodWishes) -> Bool {
    if self === other { return true }
    return requests == other.requests && assumed == other.assumed && images == other.images
      && hostPorts == other.hostPorts && choosesNodesLike(other)
  }

  /// Whether pods with these wishes and with those, labels apart, look for the same other pods on
  /// the same nodes.
  func looksAroundLike(_ other: PodWishes) -> Bool {
    if self === other { return true }
    return owner == other.owner && constraints == other.constraints && affinity == other.affinity
      && choosesNodesLike(other)
  }

  private func choosesNodesLike(_ other: PodWishes) -> Bool {
    nodeSelector == other.nodeSelector && tolerations == other.tolerations
      && affinity?.nodeAffinity == other.affinity?.nodeAffinity
  }
}

extension Affinity {
  /// All that a pod has to say on its neighbours.
  var neighbourTerms: [PodAffinityTerm] {
    [podAffinity, podAntiAffinity].compactMap(\.self).flatMap { part in
      part.required + part.preferred.map(\.podAffinityTerm)
    }
  }
}

/// The wishes that pods had lately, so that those alike share one.
struct WishBook: Sendable {
  private static let most = 1024

  /// By the uid of the pods' owner; those without one are under the empty name.
  private var latest = TreeDictionary<String, PodWishes>()

  mutating func wishes(of pod: Pod) -> PodWishes {
    let owner = pod.metadata.controller?.uid ?? ""
    if let known = latest[owner], known.describes(pod) { return known }
    let made = PodWishes(pod)
    if made.isShareable {
      if latest.count >= Self.most { latest = [:] }
      latest[owner] = made
    }
    return made
  }
}
