import Engine
import Objects
import Store

/// How a pod stands on its way to other resources than it has.
struct PodResize: Sendable {
  /// Why the node does not grant what the pod now asks for.
  struct Refusal: Hashable, Sendable {
    enum Reason: String, Sendable {
      /// There will be room when others go.
      case deferred = "Deferred"
      /// The whole node could not hold it.
      case infeasible = "Infeasible"
    }

    var reason: Reason
    var message: String
    /// The version of the pod that asks.
    var generation: Int
  }

  @Rare var refusal: Refusal?
  /// When the refusal was first given: who has waited longest is asked first.
  var refusedAt: SimTime?
  /// The version of the pod whose resources its containers are being given.
  var generation: Int?
  /// What keeps a container from getting them.
  var error: String?
  /// When the runtime has done what it was told.
  var settlesAt: SimTime?

  /// From telling the runtime to seeing that it is so.
  static let actuation = SimSpan.seconds(1)
  /// How often a refused resize is looked at again even if nothing is known to have changed.
  static let retryPeriod = SimSpan.minutes(3)

  /// When the kubelet looks at it next; nil while there is nothing to do.
  func nextLook(after now: SimTime) -> SimTime? {
    let retry = refusal == nil && error == nil ? nil : now + Self.retryPeriod
    return [settlesAt, retry].compactMap { $0 }.min()
  }

  /// The resources of a pod's containers as events tell them.
  static func summary(of pod: Pod, _ generation: Int, error: String? = nil) -> String {
    func list(_ containers: [Container]) -> APIValue {
      .array(containers.map { ["name": .string($0.name), "resources": $0.resources.value] })
    }
    var parts: [String] = []
    let sidecars = pod.spec.initContainers.filter { $0.restartPolicy == .always }
    if !sidecars.isEmpty { parts.append("\"initContainers\":\(GoText.of(list(sidecars)))") }
    parts.append("\"containers\":\(GoText.of(list(pod.spec.containers)))")
    parts.append("\"generation\":\(generation)")
    if let error { parts.append("\"error\":\(GoText.of(.string(error)))") }
    return "{\(parts.joined(separator: ","))}"
  }
}

extension ContainerRun {
  /// Whether a change from what it has to what it is granted means that it starts anew.
  func mustRestart(for new: ResourceRequirements) -> Bool {
    let changed = ["cpu", "memory"].filter { name in
      new.limits[name] != actual.limits[name]
        || (name == "cpu" && new.requests[name] != actual.requests[name])
    }
    let policies = spec.unlisted["resizePolicy"]?.array ?? []
    return policies.contains { policy in
      policy["restartPolicy"]?.string == "RestartContainer"
        && changed.contains(policy["resourceName"]?.string ?? "")
    }
  }
}
