import Engine
import Objects
import Simulation
import Store

extension World {
  /// Services whose ready addresses are not those of their ready pods.
  public var wrongServices: [String] {
    state.all(Service.self).filter { !$0.spec.selector.isEmpty }.compactMap { service in
      let namespace = service.metadata.namespace
      let slices = state.all(EndpointSlice.self, in: namespace).filter {
        $0.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
      }
      let ready = slices.flatMap(\.endpoints).filter { $0.conditions.ready ?? true }
      let pods = state.all(Pod.self, in: namespace).filter { pod in
        service.spec.selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
          && pod.status.conditions.isTrue("Ready") && !pod.metadata.isDeleting
          && !pod.hasEnded
      }
      let addresses = Set(ready.flatMap(\.addresses))
      let wanted = Set(pods.compactMap(\.status.podIP))
      return addresses == wanted
        ? nil : "\(service.key): \(addresses.sorted()) instead of \(wanted.sorted())"
    }
  }

  /// What keeps pods and has not got them.
  public var unfulfilled: [String] {
    var found: [String] = []
    for set in state.all(Deployment.self) where set.status.readyReplicas != set.spec.replicas ?? 1 {
      found.append(
        "\(set.key): \(set.status.readyReplicas) of \(set.spec.replicas ?? 1)"
          + obstacle(to: set.spec.selector, in: set.metadata.namespace))
    }
    for set in state.all(ReplicaSet.self) where set.status.replicas != set.spec.replicas ?? 1 {
      found.append("\(set.key): \(set.status.replicas) of \(set.spec.replicas ?? 1)")
    }
    for set in state.all(StatefulSet.self) where set.status.readyReplicas != set.spec.replicas ?? 1
    {
      found.append(
        "\(set.key): \(set.status.readyReplicas) of \(set.spec.replicas ?? 1)"
          + obstacle(to: set.spec.selector, in: set.metadata.namespace))
    }
    for set in state.all(DaemonSet.self)
    where set.status.numberReady != set.status.desiredNumberScheduled {
      found.append("\(set.key): \(set.status.numberReady) of \(set.status.desiredNumberScheduled)")
    }
    for job in state.all(Job.self) where job.metadata.controller == nil {
      let hasEnded =
        job.status.conditions.isTrue("Complete") || job.status.conditions.isTrue("Failed")
      if !hasEnded { found.append("\(job.key) does not end") }
    }
    let stuck = state.all(Pod.self).filter {
      $0.metadata.deletionTimestamp.map { now - $0 > .minutes(1) } ?? false
    }
    return found + stuck.map { "\($0.key) does not end" }
  }

  /// What the first of the pods that are not ready waits for: `, web-x: ErrImagePull`.
  private func obstacle(to selector: LabelSelector, in namespace: String) -> String {
    let pods = state.pods(in: namespace, matching: selector)
    guard let pod = pods.first(where: { !$0.status.conditions.isTrue("Ready") }) else { return "" }
    let waiting = pod.status.containerStatuses.compactMap(\.state.waiting).first
    let why =
      waiting.map { [$0.reason, $0.message].compactMap(\.self).joined(separator: ": ") }
      ?? pod.status.conditions["PodScheduled"]?.message ?? pod.status.phase?.rawValue ?? "Pending"
    return ", \(pod.metadata.name): \(why)"
  }
}
