import Engine
import Nodes
import Objects
import Store

extension World {
  /// What the Metrics API answers. It is there as soon as there is a Service for a metrics server,
  /// and answers while a pod behind it is ready.
  public var metricsAPI: MetricsAPI {
    let room = "kube-system"
    guard let service = state.get(Service.self, "metrics-server", in: room) else { return .absent }
    let slices = state.owned(by: service.metadata.uid, EndpointSlice.self)
    let ready = slices.flatMap(\.endpoints).filter { $0.conditions.ready ?? true }
    let pods = ready.compactMap { $0.targetRef?.name }.sorted()
      .compactMap { state.pod(.pod($0, in: room)) }
      .filter { machines.isKubeletAlive($0.spec.nodeName) }
    guard let start = pods.compactMap(Self.runningSince).min(),
      let metrics = MachineMetrics(of: machines, servedSince: start, at: now)
    else { return .unavailable }
    return .serving(metrics)
  }

  private static func runningSince(_ pod: Pod) -> SimTime? {
    pod.status.containerStatuses.compactMap { $0.state.running?.startedAt }.max()
  }
}
