import Engine
import Objects
import Store

/// What one metric of an autoscaler says now.
struct MetricReading {
  let replicas: Int
  /// As events and conditions name it.
  let name: String
  let status: MetricStatus

  /// Why it says nothing.
  struct Failure: Error, Hashable {
    /// The event's and the condition's reason.
    var reason: String
    var message: String
    /// What goes before the message where all metrics are summed up.
    var context: String
  }

  init(
    _ metric: MetricSpec, of autoscaler: HorizontalPodAutoscaler, _ target: ScaleTarget,
    _ draft: Draft
  ) throws(Failure) {
    switch metric.type {
    case .resource:
      let source = metric.resource ?? ResourceMetric()
      let found = try Self.read(
        source, container: nil, of: autoscaler, target, draft,
        failing: Failure(
          reason: "FailedGetResourceMetric", message: "",
          context: "failed to get \(source.name) resource metric value: "))
      var status = MetricStatus()
      status.type = metric.type.rawValue
      status.resource = Self.status(of: source, found)
      (replicas, self.status) = (found.replicas, status)
      name =
        found.utilization == nil
        ? "\(source.name) resource"
        : "\(source.name) resource utilization (percentage of request)"
    case .containerResource:
      let source = metric.containerResource ?? ResourceMetric()
      let container = source.container ?? ""
      let found = try Self.read(
        source, container: container, of: autoscaler, target, draft,
        failing: Failure(
          reason: "FailedGetContainerResourceMetric", message: "",
          context: "failed to get \(container) container metric value: "))
      var status = MetricStatus()
      status.type = metric.type.rawValue
      status.containerResource = Self.status(of: source, found)
      (replicas, self.status) = (found.replicas, status)
      name =
        found.utilization == nil
        ? "\(source.name) resource"
        : "\(source.name) container resource utilization (percentage of request)"
    case .object, .pods, .external:
      throw ForeignMetric(metric, in: autoscaler.metadata.namespace).failure
    }
  }

  private static func status(
    of source: ResourceMetric, _ found: ReplicaCalculator.Proposal
  ) -> ResourceMetricStatus {
    var status = ResourceMetricStatus()
    status.container = source.container
    status.name = source.name
    status.current.averageUtilization = found.utilization
    status.current.averageValue = Quantity(
      milli: Int(found.average), format: source.name == "memory" ? .binary : .decimal)
    return status
  }

  // MARK: - Resources

  private static func read(
    _ source: ResourceMetric, container: String?, of autoscaler: HorizontalPodAutoscaler,
    _ target: ScaleTarget, _ draft: Draft, failing: Failure
  ) throws(Failure) -> ReplicaCalculator.Proposal {
    let isAmount = source.target.averageValue != nil
    do throws(MetricsProblem) {
      let pods = draft.state.pods(in: autoscaler.metadata.namespace, matching: target.selector)
      var calculator = ReplicaCalculator(
        pods: pods, samples: try samples(of: pods, source.name, container, from: draft.metrics),
        resource: source.name, current: target.replicas, now: draft.now)
      calculator.tolerances = tolerances(autoscaler.spec.behavior)
      if let amount = source.target.averageValue {
        return try calculator.replicas(forAverage: amount.thousandths)
      }
      return try calculator.replicas(
        forUtilization: source.target.averageUtilization ?? 80, container: container)
    } catch {
      var failure = failing
      failure.message = "failed to get \(source.name) \(isAmount ? "usage" : "utilization"): "
      if error.isAboutFetching {
        failure.message += "unable to get metrics for resource \(source.name): "
      }
      failure.message += error.message
      throw failure
    }
  }

  private static func tolerances(_ behavior: ScalingBehavior?) -> ReplicaCalculator.Tolerances {
    func share(_ quantity: Quantity?) -> Double? { quantity.map { Double($0.nano) / 1e9 } }
    var tolerances = ReplicaCalculator.Tolerances()
    tolerances.down = share(behavior?.scaleDown?.tolerance) ?? tolerances.down
    tolerances.up = share(behavior?.scaleUp?.tolerance) ?? tolerances.up
    return tolerances
  }

  private static func samples(
    of pods: [Pod], _ resource: String, _ container: String?, from metrics: MetricsAPI
  ) throws(MetricsProblem) -> [String: ReplicaCalculator.Sample] {
    let source: any MetricsSource
    switch metrics {
    case .absent: throw .absent
    case .unavailable: throw .unavailable
    case .serving(let found): source = found
    }
    var samples: [String: ReplicaCalculator.Sample] = [:]
    for found in pods.compactMap(source.metrics) {
      var usage = found.total
      if let container {
        guard let one = found.containers.first(where: { $0.name == container }) else {
          throw .containerNotMeasured(container, pod: found.pod)
        }
        usage = one.usage
      }
      samples[found.pod.name] = ReplicaCalculator.Sample(
        amount: amount(of: resource, usage), takenAt: found.takenAt, window: found.window)
    }
    guard !samples.isEmpty else { throw .nothingReturned }
    return samples
  }

  private static func amount(of resource: String, _ usage: ResourceUsage) -> Int64 {
    resource == "memory"
      ? Int64(usage.memoryBytes).multipliedClamped(by: 1000) : Int64(usage.cpuMillis)
  }
}
