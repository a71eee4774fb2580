import Objects

/// All that decides where a pod fits and how well, itself apart: replicas have one shape.
struct PodShape: Equatable, Sendable {
  private let labels: StringMap
  private let namespace: String
  private let owner: OwnerReference?
  private let requests: ResourceList
  private let assumed: ResourceList
  private let images: [String]
  private let hostPorts: [HostPort]
  private let nodeSelector: StringMap
  private let tolerations: [Toleration]
  private let affinity: Affinity?
  private let constraints: [TopologySpreadConstraint]
  private let nodeName: String

  init(
    _ pod: Pod, requests: ResourceList, assumed: ResourceList, _ hostPorts: [HostPort],
    _ images: [String]
  ) {
    labels = pod.metadata.labels
    namespace = pod.metadata.namespace
    owner = pod.metadata.controller
    self.requests = requests
    self.assumed = assumed
    self.images = images
    self.hostPorts = hostPorts
    nodeSelector = pod.spec.nodeSelector
    tolerations = pod.spec.tolerations
    affinity = pod.spec.affinity
    constraints = pod.spec.topologySpreadConstraints
    nodeName = pod.spec.nodeName
  }
}
