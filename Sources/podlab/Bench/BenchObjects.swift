import Objects

/// The machines and pods that the scenes are made of.
enum BenchObjects {
  static func nodeName(_ number: Int) -> String { "node-\(number)" }

  /// 4 cpus, 32Gi, room for 110 pods, in one of three zones.
  static func node(_ number: Int) -> Node {
    var node = Node()
    node.metadata = ObjectMeta(
      name: nodeName(number),
      labels: [
        "kubernetes.io/hostname": nodeName(number),
        "topology.kubernetes.io/zone": "zone-\(number % 3)",
      ])
    node.status.capacity = [
      "cpu": Quantity(4), "memory": Quantity(32 << 30, format: .binary), "pods": Quantity(110),
    ]
    node.status.allocatable = node.status.capacity
    return node
  }

  /// A pod with one container that asks for `cpu` and 500Mi.
  static func pod(
    _ number: Int, named base: String = "pod", cpu: String = "100m", labels: StringMap = [:],
    _ edit: (inout Pod) -> Void = { _ in }
  ) -> Pod {
    var container = Container()
    container.name = "pause"
    container.image = "registry.k8s.io/pause:3.10"
    container.resources.requests = [
      "cpu": Quantity(cpu) ?? .zero, "memory": Quantity(500 << 20, format: .binary),
    ]
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "\(base)-\(number)", namespace: "default", labels: labels)
    pod.spec.containers = [container]
    edit(&pod)
    return pod
  }

  static func replicaSet(_ number: Int) -> ReplicaSet {
    var set = ReplicaSet()
    set.metadata = ObjectMeta(name: "web-\(number)", namespace: "default")
    let labels: StringMap = ["app": "web-\(number)"]
    set.spec.selector = LabelSelector(matchLabels: labels)
    set.spec.template.metadata.labels = labels
    set.spec.template.spec = pod(0).spec
    return set
  }

  static func replica(
    _ number: Int, of set: ReplicaSet, _ edit: (inout Pod) -> Void = { _ in }
  ) -> Pod {
    pod(number, named: set.metadata.name, labels: set.spec.template.metadata.labels) {
      $0.metadata.ownerReferences = [OwnerReference(controller: set)]
      edit(&$0)
    }
  }
}
