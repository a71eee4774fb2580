import Engine
import Objects

/// What metrics.k8s.io answers: the API that a metrics server adds to a cluster.
public enum MetricsAPI: Sendable {
  /// Nobody serves it.
  case absent
  /// It is registered, but whoever serves it does not answer.
  case unavailable
  case serving(any MetricsSource)
}

/// The measurements that a metrics server has.
public protocol MetricsSource: Sendable {
  /// Nil while a pod has not been measured for long enough, or its node does not answer.
  func metrics(of pod: Pod) -> PodMetrics?
  func metrics(of node: Node) -> NodeMetrics?
}

/// What a pod used while it was last measured.
public struct PodMetrics: Hashable, Sendable {
  /// One container's share.
  public struct ContainerMetrics: Hashable, Sendable {
    public var name: String
    public var usage: ResourceUsage

    public init(name: String, usage: ResourceUsage) {
      self.name = name
      self.usage = usage
    }
  }

  public var pod: ObjectKey
  /// When the measurement ended.
  public var takenAt: SimTime
  /// How long it was measured: what cpu is averaged over.
  public var window: SimSpan
  /// Of the containers that run, in the order of their names.
  public var containers: [ContainerMetrics]

  public init(
    pod: ObjectKey, takenAt: SimTime, window: SimSpan, containers: [ContainerMetrics]
  ) {
    self.pod = pod
    self.takenAt = takenAt
    self.window = window
    self.containers = containers
  }

  public var total: ResourceUsage { containers.reduce(into: .zero) { $0 += $1.usage } }
}

/// What a node used while it was last measured: its pods and the system below them.
public struct NodeMetrics: Hashable, Sendable {
  public var node: String
  public var takenAt: SimTime
  public var window: SimSpan
  public var usage: ResourceUsage

  public init(node: String, takenAt: SimTime, window: SimSpan, usage: ResourceUsage) {
    self.node = node
    self.takenAt = takenAt
    self.window = window
    self.usage = usage
  }
}
