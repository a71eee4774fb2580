import Engine
import Objects
import Store
import Testing

@Suite struct WriteTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)
  private let now = SimTime.worldBegins

  init() throws {
    for name in ["default", "team"] {
      var namespace = Namespace()
      namespace.metadata = ObjectMeta(name: name)
      try apply(.create(namespace))
    }
  }

  @discardableResult
  private mutating func apply(_ intent: Intent, by actor: Actor = .user) throws -> Change? {
    try state.apply(intent, by: actor, at: now, using: &random)
  }

  private mutating func refusal(of intent: Intent) -> String? {
    do {
      try apply(intent)
      return nil
    } catch {
      return (error as? Rejection)?.message
    }
  }

  private static func service(_ name: String, address: String? = nil, port: Int? = nil) -> Service {
    var service = Service()
    service.metadata = ObjectMeta(name: name, namespace: "default")
    service.spec.type = .nodePort
    service.spec.clusterIP = address
    var servicePort = ServicePort()
    servicePort.port = 80
    servicePort.nodePort = port
    service.spec.ports = [servicePort]
    return service
  }

  @Test mutating func protectsNamespaces() {
    let key = ObjectKey(.namespace, name: "default")
    #expect(
      refusal(of: .delete(key, DeleteOptions()))
        == "namespaces \"default\" is forbidden: this namespace may not be deleted")
    #expect(refusal(of: .delete(ObjectKey(.namespace, name: "team"), DeleteOptions())) == nil)
  }

  @Test mutating func refusesWhatIsTaken() throws {
    try apply(.create(Self.service("one", address: "10.96.5.5", port: 30080)))
    #expect(
      refusal(of: .create(Self.service("two", port: 30080)))
        == "Service \"two\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: "
        + "provided port is already allocated")
    #expect(
      refusal(of: .create(Self.service("two", address: "10.96.5.5")))
        == "Service \"two\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.5.5\"]: "
        + "failed to allocate IP 10.96.5.5: provided IP is already allocated")
    #expect(refusal(of: .create(Self.service("two", port: 30081))) == nil)
  }

  /// A kubelet counts what it says again, until it starts anew.
  @Test mutating func countsEventsOfOneRun() throws {
    var node = ObjectReference()
    node.kind = "Node"
    node.name = "worker-1"
    for reason in ["Starting", "NodeReady", "NodeReady", "Starting", "NodeReady"] {
      let note = EventNote(.normal, reason, reason, about: node)
      try apply(.record(note), by: .kubelet(node: "worker-1"))
    }
    let events = state.all(Event.self).sorted { ($0.metadata.name) < ($1.metadata.name) }
    let counts = events.map { "\($0.reason ?? "") \($0.count ?? 0)" }
    #expect(counts == ["Starting 1", "NodeReady 2", "Starting 1", "NodeReady 1"])
  }

  @Test mutating func cutsGracePeriodsShort() throws {
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    try apply(.create(account))
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "web", namespace: "default")
    var container = Container()
    container.name = "web"
    container.image = "nginx:1.27"
    pod.spec.containers = [container]
    try apply(.create(pod))
    try apply(.bind(pod: pod.key, node: "worker-1"))
    try apply(.delete(pod.key, DeleteOptions()))
    #expect(state.pod(pod.key)?.metadata.deletionGracePeriodSeconds == 30)
    try apply(.delete(pod.key, .now))
    #expect(state.pod(pod.key) == nil)
  }
}
