import Engine
import Objects
import Store

@testable import Controllers

extension Harness {
  static func daemonSet(image: String = "nginx:1.26") -> DaemonSet {
    var set = DaemonSet()
    set.metadata = ObjectMeta(name: "agent", namespace: "default")
    set.spec.selector = LabelSelector(matchLabels: ["app": "agent"])
    set.spec.template = template(image: image, app: "agent")
    return set
  }

  static func statefulSet(_ replicas: Int, image: String = "nginx:1.26") -> StatefulSet {
    var set = StatefulSet()
    set.metadata = ObjectMeta(name: "db", namespace: "default")
    set.spec.replicas = replicas
    set.spec.serviceName = "db"
    set.spec.selector = LabelSelector(matchLabels: ["app": "db"])
    set.spec.template = template(image: image, app: "db")
    return set
  }

  var agent: DaemonSet { state.get(DaemonSet.self, "agent", in: "default") ?? DaemonSet() }
  var database: StatefulSet { state.get(StatefulSet.self, "db", in: "default") ?? StatefulSet() }

  /// The nodes that pods of daemons are on or made for, in the order of their names.
  var daemonNodes: [String] { pods.compactMap { DaemonPod.target(of: $0) }.sorted() }

  /// Pod names with the version of their image: `db-0:1.26`.
  var versions: String {
    pods.map { pod in
      let image = pod.spec.containers[0].image.split(separator: ":").last ?? ""
      return "\(pod.metadata.name):\(image)"
    }.joined(separator: " ")
  }

  /// Pods created and deleted, as the events of their owner tell it, oldest first: `+db-0 -db-1`. What
  /// happens again counts only where it happened last.
  var steps: String {
    state.all(Event.self)
      .filter { ["SuccessfulCreate", "SuccessfulDelete"].contains($0.reason) }
      .sorted { $0.metadata.resourceVersion < $1.metadata.resourceVersion }
      .compactMap { event in
        let words = (event.message ?? "").split(separator: " ")
        guard words.count > 2, words[1] == "Pod" else { return nil }
        return "\(words[0] == "Create" ? "+" : "-")\(words[2])"
      }.joined(separator: " ")
  }

  /// Makes a running pod unready, or ended with a phase.
  mutating func set(_ name: String, ready: Bool, phase: PodPhase = .running) {
    guard var pod = state.pod(ObjectKey.pod(name, in: "default")) else { return }
    pod.status.phase = phase
    pod.status.conditions.set(PodCondition("Ready", ConditionStatus(ready), at: now.wholeSecond))
    attempt(.updateStatus(pod), by: .kubelet(node: pod.spec.nodeName))
    settle()
  }
}
