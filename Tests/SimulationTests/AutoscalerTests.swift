import Engine
import Objects
import Scheduling
import Store
import Testing

@testable import Simulation

@Suite struct AutoscalerTests {
  /// Objects as they are, without anybody who acts on them.
  struct Scene {
    var state = ClusterState()
    var scheduler = Scheduler()
    let now = SimTime.worldBegins

    mutating func put(_ object: any APIObject) {
      let change = Change(
        revision: state.revision + 1, time: now, actor: .system, cause: nil, verb: .created,
        key: object.key, before: nil, after: object)
      state.follow(change)
      _ = scheduler.observe(change, in: state, at: now)
    }

    var supposition: Supposition { Supposition(state, scheduler, at: now) }
  }

  static func node(_ name: String, cpu: String) -> Node {
    var node = Node()
    node.metadata = ObjectMeta(name: name, labels: ["kubernetes.io/hostname": name])
    node.status.allocatable = [
      "cpu": Quantity(cpu) ?? .zero, "memory": Quantity(1 << 33), "pods": Quantity(9),
    ]
    node.status.conditions.set(Condition("Ready", .isTrue))
    return node
  }

  static func pod(_ name: String, cpu: String, on node: String = "") -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default", labels: ["app": "web"])
    pod.metadata.uid = name
    var owner = OwnerReference()
    owner.kind = "ReplicaSet"
    owner.name = "web"
    owner.uid = "web"
    owner.controller = true
    pod.metadata.ownerReferences = [owner]
    var container = Container()
    container.name = "main"
    container.resources.requests["cpu"] = Quantity(cpu)
    pod.spec.containers = [container]
    pod.spec.nodeName = node
    return pod
  }

  // MARK: - Growing

  struct Growth: Sendable {
    /// What waiting pods request.
    var pods: [String]
    var names: [String]
    var bought: [String]
    var helped: Int
    var reasons: [[String]] = []
  }

  /// Beside a node with one core free; new ones have two.
  @Test(arguments: [
    Growth(pods: ["1"], names: ["n1"], bought: [], helped: 0),
    Growth(pods: ["2"], names: ["n1"], bought: ["n1"], helped: 1),
    Growth(pods: ["1", "1", "1"], names: ["n1", "n2"], bought: ["n1"], helped: 2),
    Growth(pods: ["1", "1", "1", "1"], names: ["n1", "n2"], bought: ["n1", "n2"], helped: 3),
    Growth(pods: ["500m", "2"], names: ["n1"], bought: ["n1"], helped: 1),
    Growth(pods: ["3"], names: ["n1"], bought: [], helped: 0, reasons: [["Insufficient cpu"]]),
    Growth(pods: ["2"], names: [], bought: [], helped: 0, reasons: [[ScaleUpPlan.full]]),
    Growth(
      pods: ["2", "2"], names: ["n1"], bought: ["n1"], helped: 1, reasons: [[ScaleUpPlan.full]]),
  ])
  func buysWhatPodsNeed(_ growth: Growth) {
    var scene = Scene()
    scene.put(Self.node("old", cpu: "2"))
    scene.put(Self.pod("there", cpu: "1", on: "old"))
    let pods = growth.pods.enumerated().map { Self.pod("p\($0.offset)", cpu: $0.element) }
    for pod in pods { scene.put(pod) }
    let group = ClusterAutoscaler.Group(
      minimum: 1, maximum: 9, template: Self.node("template", cpu: "2"))
    let plan = ScaleUpPlan(
      for: pods, in: scene.supposition, buying: group, named: growth.names)
    #expect(plan.newNodes == growth.bought)
    #expect(plan.helped.count == growth.helped)
    #expect(plan.unhelped.map(\.reasons) == growth.reasons)
  }

  // MARK: - Shrinking

  struct Shrinking: Sendable {
    var name: String
    var mayGo: Bool
    var pods = 1
    var budget: Int?
    var edit: @Sendable (inout Pod) -> Void = { _ in }
  }

  static let safe = "cluster-autoscaler.kubernetes.io/safe-to-evict"

  @Test(arguments: [
    Shrinking(name: "a replica", mayGo: true),
    Shrinking(name: "an empty node", mayGo: true, pods: 0),
    Shrinking(name: "half in use", mayGo: false) {
      $0.spec.containers[0].resources.requests["cpu"] = Quantity("1")
    },
    Shrinking(name: "a bare pod", mayGo: false) { $0.metadata.ownerReferences = [] },
    Shrinking(name: "a bare pod that may go", mayGo: true) {
      $0.metadata.ownerReferences = []
      $0.metadata.annotations[Self.safe] = "true"
    },
    Shrinking(name: "a replica that must stay", mayGo: false) {
      $0.metadata.annotations[Self.safe] = "false"
    },
    Shrinking(name: "files of its own", mayGo: false) {
      var volume = Volume()
      volume.emptyDir = EmptyDirectory()
      $0.spec.volumes = [volume]
    },
    Shrinking(name: "a system pod", mayGo: false) { $0.metadata.namespace = "kube-system" },
    Shrinking(name: "a daemon", mayGo: true) { $0.metadata.ownerReferences[0].kind = "DaemonSet" },
    Shrinking(name: "a budget with room", mayGo: true, budget: 1),
    Shrinking(name: "a budget without room", mayGo: false, budget: 0),
    Shrinking(name: "a budget for one of two", mayGo: false, pods: 2, budget: 1),
    Shrinking(name: "nowhere else to go", mayGo: false) {
      $0.spec.nodeSelector["kubernetes.io/hostname"] = "idle"
    },
  ])
  func givesBackWhatNobodyWouldMiss(_ test: Shrinking) {
    var scene = Scene()
    let idle = Self.node("idle", cpu: "2")
    scene.put(idle)
    scene.put(Self.node("other", cpu: "2"))
    scene.put(Self.pod("there", cpu: "1", on: "other"))
    for number in 0..<test.pods {
      var pod = Self.pod("p\(number)", cpu: "200m", on: "idle")
      test.edit(&pod)
      scene.put(pod)
    }
    if let allowed = test.budget {
      var budget = PodDisruptionBudget()
      budget.metadata = ObjectMeta(name: "web", namespace: "default")
      budget.spec.selector = LabelSelector(matchLabels: ["app": "web"])
      budget.status.disruptionsAllowed = allowed
      scene.put(budget)
    }
    let plan = ScaleDownPlan(of: [idle], in: scene.state, scene.supposition)
    #expect(plan.unneeded.map(\.node) == (test.mayGo ? ["idle"] : []), "\(test.name)")
  }
}
