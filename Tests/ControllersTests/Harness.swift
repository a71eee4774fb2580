import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// A cluster without scheduler and kubelets: the test plays their part.
struct Harness {
  var state = ClusterState()
  var manager = ControllerManager()
  var queue = EventQueue<ControllerManager.Key>()
  var random: SeededRandom
  var now = SimTime.worldBegins
  /// Images whose containers never become ready.
  var brokenImages: Set<String> = []

  /// Nodes whose kubelets send heartbeats while time passes.
  var alive: [String] = []

  init(seed: UInt64 = 1, nodes: [String] = ["worker-1"]) {
    random = SeededRandom(seed: seed)
    for name in ["default", "kube-system", "kube-node-lease"] {
      var namespace = Namespace()
      namespace.metadata = ObjectMeta(name: name)
      attempt(.create(namespace))
    }
    addNodes(nodes)
    alive = nodes
  }

  @discardableResult
  mutating func submit(_ intent: Intent, by actor: Actor = .user) throws(Rejection) -> Change? {
    guard let change = try state.apply(intent, by: actor, at: now, using: &random) else {
      return nil
    }
    tell(of: change)
    return change
  }

  private mutating func tell(of change: Change) {
    for written in change.inOrder {
      for look in manager.observe(written, in: state, at: now) {
        queue.add(look.key, at: max(look.at, now))
      }
    }
  }

  mutating func attempt(_ intent: Intent, by actor: Actor = .user) {
    do throws(Rejection) {
      try submit(intent, by: actor)
    } catch {
      Issue.record("refused: \(error.message)")
    }
  }

  /// Everything that is due now.
  mutating func settle() { run(until: now) }

  /// Lets time pass without heartbeats.
  mutating func run(until deadline: SimTime) {
    var looks = 0
    while let due = queue.popFirst(by: deadline) {
      now = max(now, due.time)
      looks += 1
      if looks > 20_000 {
        Issue.record("unsettled at \(now.rfc3339): \(due.key)")
        return
      }
      perform(due.key)
    }
    now = max(now, deadline)
  }

  private mutating func perform(_ key: ControllerManager.Key) {
    for step in manager.reconcile(key, in: &state, at: now, using: &random) {
      switch step {
      case .look(let key, let time): queue.add(key, at: max(time, now))
      case .wrote(let change): tell(of: change)
      }
    }
  }
}

// MARK: - Playing kubelet

extension Harness {
  /// Puts every pod on a node and makes it run, until nothing more happens: one pod after the
  /// other, or all that wait at a time `together`.
  mutating func runPods(together: Bool = false) {
    run(until: now + .milliseconds(100))
    var rounds = 0
    while case let waiting = state.all(Pod.self).filter(needsKubelet), !waiting.isEmpty {
      for pod in together ? waiting : [waiting[0]] {
        serve(pod, on: DaemonPod.target(of: pod) ?? "worker-1")
      }
      run(until: now + .milliseconds(100))
      rounds += 1
      if rounds > 2000 { return }
    }
  }

  /// Whether there is something to do for a pod.
  func needsKubelet(_ pod: Pod) -> Bool {
    if pod.metadata.isDeleting { return true }
    return pod.status.phase == .pending || !pod.isReady && !isBroken(pod)
  }

  func isBroken(_ pod: Pod) -> Bool { brokenImages.contains(pod.spec.containers[0].image) }

  /// Does the next thing a kubelet would do for a pod.
  mutating func serve(_ pod: Pod, on node: String = "worker-1") {
    if pod.metadata.isDeleting {
      attempt(.delete(pod.key, .now), by: .kubelet(node: pod.spec.nodeName))
      return
    }
    if pod.spec.nodeName.isEmpty { attempt(.bind(pod: pod.key, node: node), by: .scheduler) }
    guard var bound = state.pod(pod.key) else { return }
    bound.status.phase = .running
    bound.status.podIP = bound.status.podIP ?? "10.244.0.\(state.revision % 250 + 2)"
    let ready = ConditionStatus(!isBroken(bound))
    bound.status.conditions.set(PodCondition("Ready", ready, at: now.wholeSecond))
    attempt(.updateStatus(bound), by: .kubelet(node: node))
  }
}

// MARK: - What there is

extension Harness {
  static func template(image: String = "nginx:1.26", app: String = "web") -> PodTemplate {
    var container = Container()
    container.name = "web"
    container.image = image
    var template = PodTemplate()
    template.metadata.labels = ["app": app]
    template.spec.containers = [container]
    return template
  }

  static func deployment(_ replicas: Int, image: String = "nginx:1.26") -> Deployment {
    var deployment = Deployment()
    deployment.metadata = ObjectMeta(name: "web", namespace: "default")
    deployment.spec.replicas = replicas
    deployment.spec.selector = LabelSelector(matchLabels: ["app": "web"])
    deployment.spec.template = template(image: image)
    return deployment
  }

  static func replicaSet(_ replicas: Int) -> ReplicaSet {
    var set = ReplicaSet()
    set.metadata = ObjectMeta(name: "trio", namespace: "default")
    set.spec.replicas = replicas
    set.spec.selector = LabelSelector(matchLabels: ["app": "trio"])
    set.spec.template = template(app: "trio")
    return set
  }

  var pods: [Pod] { state.all(Pod.self, in: "default") }
  var activePods: [Pod] { pods.filter(\.isActive) }
  var sets: [ReplicaSet] { state.all(ReplicaSet.self).sorted(by: Rollout.isOlder) }
  var web: Deployment { state.get(Deployment.self, "web", in: "default") ?? Deployment() }

  /// Changes a stored object of the `default` namespace, or one outside namespaces.
  mutating func change<T: APIObject>(_ name: String, _ edit: (inout T) -> Void) {
    guard var object = state.get(T.self, name, in: "default") else {
      Issue.record("there is no \(T.kind.singular) \(name)")
      return
    }
    edit(&object)
    attempt(.update(object))
  }

  /// The events with this reason, oldest first, each as often as it happened.
  func messages(_ reason: String) -> [String] {
    state.all(Event.self).filter { $0.reason == reason }
      .sorted { $0.metadata.resourceVersion < $1.metadata.resourceVersion }
      .compactMap(\.message)
  }
}
