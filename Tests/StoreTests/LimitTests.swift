import Engine
import Objects
import Store
import Testing

/// What a namespace's quotas and ranges let through, and the sentences about the rest.
@Suite struct LimitTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)
  private var now = SimTime.worldBegins

  init() throws {
    var namespace = Namespace()
    namespace.metadata = ObjectMeta(name: "default")
    try apply(.create(namespace))
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    try apply(.create(account))
  }

  @discardableResult
  private mutating func apply(_ intent: Intent) throws -> Change? {
    try state.apply(intent, by: .user, at: now, using: &random)
  }

  private mutating func refusal(of intent: Intent) -> String? {
    do {
      try apply(intent)
      return nil
    } catch {
      return (error as? Rejection)?.message
    }
  }

  private static func pod(
    _ name: String, requests: ResourceList = [:], limits: ResourceList = [:]
  ) -> Pod {
    var container = Container()
    container.name = "main"
    container.image = "nginx:1.27"
    container.resources.requests = requests
    container.resources.limits = limits
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default")
    pod.spec.containers = [container]
    return pod
  }

  private static func quota(_ hard: ResourceList, scopes: [String] = []) -> ResourceQuota {
    var quota = ResourceQuota()
    quota.metadata = ObjectMeta(name: "caps", namespace: "default")
    quota.spec.hard = hard
    quota.spec.scopes = scopes
    return quota
  }

  private static func milli(_ amount: Int) -> Quantity { Quantity(milli: amount) }

  // MARK: - Quotas

  @Test mutating func quotasCountAndRefuse() throws {
    try apply(
      .create(Self.quota(["pods": Quantity(2), "requests.cpu": Self.milli(1000)])))
    let first = try #require(
      try apply(.create(Self.pod("a", requests: ["cpu": Self.milli(600)]))))
    #expect(first.inOrder.map(\.key.kind) == [.resourceQuota, .pod])
    let quota = try #require(state.get(ResourceQuota.self, "caps", in: "default"))
    #expect(quota.status.used["pods"]?.text == "1")
    #expect(quota.status.used["requests.cpu"]?.text == "600m")
    #expect(
      refusal(of: .create(Self.pod("b", requests: ["cpu": Self.milli(500)])))
        == "pods \"b\" is forbidden: exceeded quota: caps, requested: requests.cpu=500m, "
        + "used: requests.cpu=600m, limited: requests.cpu=1")
    try apply(.create(Self.pod("b", requests: ["cpu": Self.milli(100)])))
    #expect(
      refusal(of: .create(Self.pod("c", requests: ["cpu": Self.milli(400)])))
        == "pods \"c\" is forbidden: exceeded quota: caps, requested: pods=1,requests.cpu=400m, "
        + "used: pods=2,requests.cpu=700m, limited: pods=2,requests.cpu=1")
  }

  @Test mutating func quotasWantAmounts() throws {
    try apply(
      .create(
        Self.quota([
          "limits.memory": Quantity(1), "requests.cpu": Quantity(1), "pods": Quantity(9),
        ])))
    #expect(
      refusal(of: .create(Self.pod("a")))
        == "pods \"a\" is forbidden: failed quota: caps: must specify limits.memory for: main; "
        + "requests.cpu for: main")
  }

  @Test(
    arguments: [
      (["BestEffort"], ["pods": Quantity(0)], false, true),
      (["NotBestEffort"], ["pods": Quantity(0)], true, false),
      (["NotTerminating"], ["pods": Quantity(0)], false, false),
      (["Terminating"], ["pods": Quantity(0)], true, true),
    ] as [([String], ResourceList, Bool, Bool)])
  mutating func scopesPick(
    _ scopes: [String], _ hard: ResourceList, _ letsIdle: Bool, _ letsBusy: Bool
  ) throws {
    try apply(.create(Self.quota(hard, scopes: scopes)))
    #expect((refusal(of: .create(Self.pod("idle"))) == nil) == letsIdle)
    let busy = Self.pod("busy", requests: ["cpu": Self.milli(100)])
    #expect((refusal(of: .create(busy)) == nil) == letsBusy)
  }

  @Test mutating func objectsCountUnderTheirNames() throws {
    try apply(
      .create(Self.quota(["count/configmaps": Quantity(1), "services.nodeports": Quantity(1)])))
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "a", namespace: "default")
    try apply(.create(map))
    map.metadata.name = "b"
    #expect(
      refusal(of: .create(map))
        == "configmaps \"b\" is forbidden: exceeded quota: caps, requested: count/configmaps=1, "
        + "used: count/configmaps=1, limited: count/configmaps=1")
    var service = Service()
    service.metadata = ObjectMeta(name: "x", namespace: "default")
    service.spec.type = .clusterIP
    var port = ServicePort()
    port.port = 80
    port.name = "one"
    service.spec.ports = [port]
    port.port = 81
    port.name = "two"
    service.spec.ports.append(port)
    try apply(.create(service))
    var open = try #require(state.get(Service.self, "x", in: "default"))
    open.spec.type = .nodePort
    #expect(
      refusal(of: .update(open))
        == "services \"x\" is forbidden: exceeded quota: caps, requested: services.nodeports=2, "
        + "used: services.nodeports=0, limited: services.nodeports=1")
  }

  @Test mutating func refusesNonsense() {
    #expect(
      refusal(of: .create(Self.quota(["apples": Quantity(1)])))
        == "ResourceQuota \"caps\" is invalid: [spec.hard[apples]: Invalid value: \"apples\": must "
        + "be a standard resource type or fully qualified, spec.hard[apples]: Invalid value: "
        + "\"apples\": must be a standard resource for quota]")
    #expect(
      refusal(of: .create(Self.quota(["pods": Self.milli(500)])))
        == "ResourceQuota \"caps\" is invalid: spec.hard[pods]: Invalid value: \"500m\": must be "
        + "an integer")
  }

  // MARK: - Ranges

  private static func range(_ change: (inout LimitRangeItem) -> Void) -> LimitRange {
    var item = LimitRangeItem()
    item.type = "Container"
    change(&item)
    var range = LimitRange()
    range.metadata = ObjectMeta(name: "sizes", namespace: "default")
    range.spec.limits = [item]
    return range
  }

  @Test mutating func rangesFillIn() throws {
    try apply(
      .create(
        Self.range {
          $0.maximum = ["cpu": Quantity(1)]
          $0.standardLimits = ["memory": Quantity(256)]
          $0.defaultRequest = ["cpu": Self.milli(100)]
        }))
    try apply(.create(Self.pod("a")))
    let pod = try #require(state.pod(.pod("a", in: "default")))
    #expect(
      pod.spec.containers[0].resources.limits == ["cpu": Quantity(1), "memory": Quantity(256)])
    #expect(
      pod.spec.containers[0].resources.requests
        == ["cpu": Self.milli(100), "memory": Quantity(256)])
    #expect(pod.status.qosClass == .burstable)
    #expect(
      pod.metadata.annotations["kubernetes.io/limit-ranger"]
        == "LimitRanger plugin set: cpu, memory request for container main; cpu, memory limit for "
        + "container main")
  }

  @Test(arguments: [
    (1000, 3000, "maximum cpu usage per Container is 2, but limit is 3"),
    (40, 100, "minimum cpu usage per Container is 50m, but request is 40m"),
    (
      100, 1000,
      "cpu max limit to request ratio per Container is 4, but provided ratio is 10.000000"
    ),
    (
      20, 2500,
      "[minimum cpu usage per Container is 50m, but request is 20m, maximum cpu usage per Container "
        + "is 2, but limit is 2500m, cpu max limit to request ratio per Container is 4, but "
        + "provided ratio is 125.000000]"
    ),
  ])
  mutating func rangesRefuse(_ request: Int, _ limit: Int, _ why: String) throws {
    try apply(
      .create(
        Self.range {
          $0.minimum = ["cpu": Self.milli(50)]
          $0.maximum = ["cpu": Quantity(2)]
          $0.maxLimitRequestRatio = ["cpu": Quantity(4)]
        }))
    let pod = Self.pod(
      "a", requests: ["cpu": Self.milli(request)], limits: ["cpu": Self.milli(limit)])
    #expect(refusal(of: .create(pod)) == "pods \"a\" is forbidden: \(why)")
  }

  @Test mutating func podsAsAWhole() throws {
    try apply(
      .create(
        Self.range {
          $0.type = "Pod"
          $0.maximum = ["memory": Quantity(100)]
        }))
    #expect(
      refusal(of: .create(Self.pod("a")))
        == "pods \"a\" is forbidden: maximum memory usage per Pod is 100.  No limit is specified")
  }

  @Test mutating func contradictionsAreInvalid() {
    let range = Self.range {
      $0.minimum = ["cpu": Quantity(2)]
      $0.maximum = ["cpu": Quantity(1)]
    }
    #expect(
      refusal(of: .create(range))?.contains(
        "spec.limits[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1")
        == true)
  }
}
