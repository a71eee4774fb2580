import Engine
import Lessons
import Objects
import Store

/// Small clusters for checks to look at.
enum Clusters {
  static func pod(
    _ name: String, in namespace: String = "default", phase: PodPhase,
    labels: StringMap = ["app": "web"], node: String = "worker-1", startedAt: SimTime? = nil
  ) -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: namespace, labels: labels)
    var container = Container()
    container.name = "main"
    container.image = "nginx"
    container.resources.requests["cpu"] = Quantity("100m")
    pod.spec.containers = [container]
    pod.spec.nodeName = node
    pod.status.phase = phase
    pod.status.startTime = startedAt
    return pod
  }

  static func event(_ reason: String, about pod: Pod, type: EventType = .normal) -> Event {
    var event = Event()
    event.metadata = ObjectMeta(
      name: "\(pod.metadata.name).\(reason.lowercased())", namespace: pod.metadata.namespace)
    event.reason = reason
    event.type = type
    event.message = "\(reason) of \(pod.metadata.name)"
    event.involvedObject.kind = "Pod"
    event.involvedObject.name = pod.metadata.name
    event.involvedObject.namespace = pod.metadata.namespace
    event.involvedObject.apiVersion = "v1"
    return event
  }

  static func state(_ objects: [any APIObject]) throws -> ClusterState {
    var state = ClusterState()
    _ = try apply(foundations + objects, to: &state)
    return state
  }

  private static var foundations: [any APIObject] {
    ["default", "shop"].flatMap { name -> [any APIObject] in
      var namespace = Namespace()
      namespace.metadata.name = name
      var account = ServiceAccount()
      account.metadata = ObjectMeta(name: "default", namespace: name)
      return [namespace, account]
    }
  }

  /// Creates what is not there and sets the status of pods that are; what changed.
  static func apply(
    _ objects: [any APIObject], to state: inout ClusterState, at time: SimTime = .worldBegins
  ) throws -> [Change] {
    var random = SeededRandom(seed: 1)
    var changes: [Change] = []
    for object in objects {
      if state[object.key] == nil {
        changes += [try state.apply(.create(object), by: .system, at: time, using: &random)]
          .compactMap(\.self)
      }
      if object is Pod {
        changes += [try state.apply(.updateStatus(object), by: .system, at: time, using: &random)]
          .compactMap(\.self)
      }
    }
    return changes
  }

  static func verdict(_ text: String, _ evidence: Evidence) throws -> Verdict {
    Judge(evidence).verdict(on: try CheckParser.check(text))
  }
}
