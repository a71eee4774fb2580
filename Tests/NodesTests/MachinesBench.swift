import Engine
import Objects
import Store
import Testing

@testable import Nodes

/// Machines and an API server, and nobody else: the test plays scheduler and controllers.
struct MachinesBench {
  var state = ClusterState()
  var machines = Machines()
  var queue = EventQueue<Machines.Key>()
  var random = SeededRandom(seed: 7)
  var now = Bench.begin

  init(nodes: [String] = ["worker-1"], images: [String] = ["busybox:1.36", "nginx:1.27"]) {
    for name in ["default", "kube-node-lease"] {
      var namespace = Namespace()
      namespace.metadata = ObjectMeta(name: name)
      attempt(.create(namespace))
    }
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    attempt(.create(account))
    for name in nodes { plugIn(name, images: images) }
    run(.seconds(5))
    for (place, name) in nodes.enumerated() {
      // What the controllers do: a pod network, and no taint once the node is ready.
      guard var node = state.node(name) else { continue }
      node.spec.podCIDR = "10.244.\(place).0/24"
      node.spec.taints = []
      attempt(.update(node))
    }
  }

  private mutating func plugIn(_ name: String, images: [String]) {
    var node = Node()
    node.metadata = ObjectMeta(name: name)
    for (resource, amount) in [("cpu", "2"), ("memory", "4Gi"), ("pods", "110")] {
      node.status.capacity[resource] = Quantity(amount)
    }
    node.status.allocatable = node.status.capacity
    node.status.images = images.map {
      var image = ContainerImage()
      image.names = [$0]
      image.sizeBytes = 1_000_000
      return image
    }
    do throws(Machines.Problem) {
      look(try machines.plugIn(node, at: now, using: &random))
    } catch {
      Issue.record("\(error.message)")
    }
  }

  mutating func look(_ looks: Machines.Looks) {
    for look in looks { queue.add(look.key, at: max(look.at, now)) }
  }

  mutating func attempt(_ intent: Intent, by actor: Actor = .user) {
    do throws(Rejection) {
      guard let change = try state.apply(intent, by: actor, at: now, using: &random) else { return }
      look(machines.observe(change, in: state, at: now))
    } catch {
      Issue.record("refused: \(error.message)")
    }
  }

  /// Lets time pass.
  mutating func run(_ span: SimSpan) {
    let deadline = now + span
    var looks = 0
    while let due = queue.popFirst(by: deadline) {
      now = max(now, due.time)
      looks += 1
      if looks > 20_000 {
        Issue.record("unsettled at \(now.rfc3339): \(due.key)")
        return
      }
      let actor = machines.actor(for: due.key)
      for reaction in machines.reconcile(due.key, in: state, at: now, using: &random) {
        switch reaction {
        case .look(let key, let time): queue.add(key, at: max(time, now))
        case .submit(let intent): attempt(intent, by: actor)
        }
      }
    }
    now = deadline
  }

  // MARK: - Pods

  /// Creates a pod on a machine, with one container `app` that `change` completes.
  mutating func create(
    named name: String = "app", on node: String = "worker-1", image: String = "busybox:1.36",
    _ command: [String] = ["sleep", "36000"], change: (inout PodSpec) -> Void = { _ in }
  ) {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default")
    pod.spec.nodeName = node
    pod.spec.containers = [Self.container("app", image, command)]
    change(&pod.spec)
    attempt(.create(pod))
  }

  static func container(_ name: String, _ image: String, _ command: [String] = []) -> Container {
    var container = Container()
    container.name = name
    container.image = image
    container.command = command
    return container
  }

  func pod(_ name: String = "app") -> Pod? {
    state.get(Pod.self, name, in: "default")
  }

  func status(of name: String = "app") -> ContainerStatus? {
    pod(name)?.status.containerStatuses.first
  }

  /// The reasons of a pod's events, each once, in the order of their first time.
  func events(of name: String = "app") -> [String] {
    state.all(Event.self, in: "default").filter { $0.involvedObject.name == name }
      .map { $0.reason ?? "" }
  }

  func messages(of name: String = "app", _ reason: String) -> [String] {
    state.all(Event.self, in: "default")
      .filter { $0.involvedObject.name == name && $0.reason == reason }.map { $0.message ?? "" }
  }
}
