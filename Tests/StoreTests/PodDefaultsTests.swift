import Engine
import Objects
import Store
import Testing

/// What the API server adds to a pod, as on a real cluster.
@Suite struct PodDefaultsTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)

  init() throws {
    var namespace = Namespace()
    namespace.metadata = ObjectMeta(name: "default")
    try create(namespace)
  }

  private mutating func create(_ object: any APIObject) throws {
    _ = try state.apply(.create(object), by: .user, at: .worldBegins, using: &random)
  }

  private mutating func addAccount() throws {
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    try create(account)
  }

  private static func pod(_ change: (inout Container) -> Void = { _ in }) -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "plain", namespace: "default")
    var container = Container()
    container.name = "plain"
    container.image = "nginx:1.27"
    change(&container)
    pod.spec.containers = [container]
    return pod
  }

  private mutating func stored(_ pod: Pod) throws -> Pod {
    try addAccount()
    try create(pod)
    return try #require(state.pod(pod.key))
  }

  @Test mutating func fillsInASpec() throws {
    let spec = try stored(Self.pod()).spec
    #expect(spec.dnsPolicy == "ClusterFirst")
    #expect(spec.enableServiceLinks == true)
    #expect(spec.preemptionPolicy == .preemptLowerPriority)
    #expect(spec.priority == 0)
    #expect(spec.restartPolicy == .always)
    #expect(spec.schedulerName == "default-scheduler")
    #expect(spec.serviceAccountName == "default")
    #expect(spec.serviceAccount == "default")
    #expect(spec.terminationGracePeriodSeconds == 30)
    #expect(spec.tolerations.map(\.tolerationSeconds) == [300, 300])
    #expect(
      spec.tolerations.map(\.key) == [
        "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable",
      ])
    let volume = try #require(spec.volumes.first?.name)
    #expect(volume.hasPrefix("kube-api-access-"))
    #expect(volume.count == "kube-api-access-".count + 5)
    #expect(spec.containers[0].volumeMounts.map(\.name) == [volume])
    #expect(spec.containers[0].terminationMessagePath == "/dev/termination-log")
    #expect(spec.containers[0].terminationMessagePolicy == "File")
  }

  @Test(arguments: [
    ("nginx:1.27", PullPolicy.ifNotPresent), ("nginx", .always), ("nginx:latest", .always),
    ("localhost:5000/nginx", .always), ("localhost:5000/nginx:2", .ifNotPresent),
    ("nginx@sha256:abc", .ifNotPresent),
  ])
  mutating func pullsWhatMayChangeUnderItsName(image: String, policy: PullPolicy) throws {
    let pod = try stored(Self.pod { $0.image = image })
    #expect(pod.spec.containers[0].imagePullPolicy == policy)
  }

  @Test mutating func takesLimitsForRequests() throws {
    let pod = try stored(
      Self.pod {
        $0.resources.limits["cpu"] = Quantity(milli: 500)
        $0.resources.limits["memory"] = Quantity(milli: 1000)
      })
    #expect(pod.spec.containers[0].resources.requests["cpu"] == Quantity(milli: 500))
    #expect(pod.status.qosClass == .guaranteed)
    #expect(pod.status.phase == .pending)
  }

  @Test mutating func needsAnAccount() throws {
    let pod = Self.pod()
    #expect {
      try create(pod)
    } throws: { error in
      (error as? Rejection)?.message
        == "pods \"plain\" is forbidden: error looking up service account default/default: "
        + "serviceaccount \"default\" not found"
    }
  }

  @Test mutating func keepsAPodAsItIs() throws {
    var pod = try stored(Self.pod())
    pod.spec.containers[0].image = "nginx:1.28"
    _ = try state.apply(.update(pod), by: .user, at: .worldBegins, using: &random)
    pod = try #require(state.pod(pod.key))
    #expect(pod.spec.containers[0].image == "nginx:1.28")
    pod.spec.containers[0].command = ["sleep"]
    #expect(throws: Rejection.self) {
      try state.apply(.update(pod), by: .user, at: .worldBegins, using: &random)
    }
  }

  @Test(arguments: [
    ("bad key", "x", false), ("a/b", "x", true), ("a", "has space", false), ("a", "", true),
    ("-a", "x", false), (String(repeating: "k", count: 64), "x", false), ("A_b.c-9", "x_Y.z", true),
  ])
  mutating func checksLabels(key: String, value: String, isFine: Bool) throws {
    var pod = Self.pod()
    pod.metadata.labels[key] = value
    try addAccount()
    if isFine {
      try create(pod)
    } else {
      #expect(throws: Rejection.self) { try create(pod) }
    }
  }

  @Test mutating func countsAnnotationsOfADeploymentAsWishes() throws {
    var deployment = Deployment()
    deployment.metadata = ObjectMeta(name: "web", namespace: "default")
    deployment.spec.selector.matchLabels = ["app": "web"]
    deployment.spec.template.metadata.labels = ["app": "web"]
    deployment.spec.template.spec.containers = Self.pod().spec.containers
    try create(deployment)
    for (note, generation) in [("deployment.kubernetes.io/revision", 1), ("why", 2)] {
      var changed = try #require(state.get(Deployment.self, "web", in: "default"))
      changed.metadata.annotations[note] = "1"
      _ = try state.apply(.update(changed), by: .user, at: .worldBegins, using: &random)
      let stored = state.get(Deployment.self, "web", in: "default")
      #expect(stored?.metadata.generation == generation)
    }
  }
}
