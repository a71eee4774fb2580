import Objects

/// The machines, pods and Deployments that the scenes are made of.
enum BenchObjects {
  static func nodeName(_ number: Int) -> String { "node-\(number)" }

  static func zone(_ number: Int) -> String { "zone-\(number % 3)" }

  /// 4 cpus, 32Gi, room for 110 pods, in one of three zones.
  static func node(_ number: Int) -> Node {
    var node = Node()
    node.metadata = ObjectMeta(
      name: nodeName(number),
      labels: [
        "kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": nodeName(number),
        "kubernetes.io/os": "linux",
        "topology.kubernetes.io/zone": zone(number),
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
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "\(base)-\(number)", namespace: "default", labels: labels)
    pod.spec.containers = [
      container("pause", "registry.k8s.io/pause:3.10", cpu: cpu, mebibytes: 500)
    ]
    edit(&pod)
    return pod
  }

  /// A web server with a helper beside it, as often as wanted.
  static func deployment(_ number: Int, replicas: Int) -> Deployment {
    var deployment = Deployment()
    deployment.metadata = ObjectMeta(name: "web-\(number)", namespace: "default")
    let labels: StringMap = ["app": "web-\(number)"]
    deployment.spec.replicas = replicas
    deployment.spec.selector = LabelSelector(matchLabels: labels)
    deployment.spec.template.metadata.labels = labels
    var helper = container("helper", "busybox:1.36", cpu: "10m", mebibytes: 16)
    helper.command = ["sleep", "infinity"]
    deployment.spec.template.spec.containers = [
      container("web", "nginx:1.27", cpu: "50m", mebibytes: 64), helper,
    ]
    return deployment
  }

  private static func container(
    _ name: String, _ image: String, cpu: String, mebibytes: Int
  ) -> Container {
    var container = Container()
    container.name = name
    container.image = image
    container.resources.requests = [
      "cpu": Quantity(cpu) ?? .zero, "memory": Quantity(mebibytes << 20, format: .binary),
    ]
    return container
  }
}
