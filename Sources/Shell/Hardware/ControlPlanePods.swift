import Objects

/// The static pods of a control-plane node, as kubeadm writes them.
enum ControlPlanePods {
  static let version = "v1.36.2"

  static var all: [Pod] {
    [
      pod("etcd", image: "registry.k8s.io/etcd:3.6.6-0", cpu: "100m", memory: "100Mi"),
      pod("kube-apiserver", image: image("kube-apiserver"), cpu: "250m"),
      pod("kube-controller-manager", image: image("kube-controller-manager"), cpu: "200m"),
      pod("kube-scheduler", image: image("kube-scheduler"), cpu: "100m"),
    ]
  }

  static func image(_ program: String) -> String { "registry.k8s.io/\(program):\(version)" }

  private static func pod(
    _ name: String, image: String, cpu: String, memory: String? = nil
  ) -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "kube-system")
    pod.metadata.labels["component"] = name
    pod.metadata.labels["tier"] = "control-plane"
    var container = Container()
    container.name = name
    container.image = image
    container.command = [name]
    container.imagePullPolicy = .ifNotPresent
    container.resources.requests["cpu"] = Quantity(cpu)
    container.resources.requests["memory"] = memory.flatMap { Quantity($0) }
    pod.spec.containers = [container]
    pod.spec.hostNetwork = true
    pod.spec.priorityClassName = "system-node-critical"
    return pod
  }
}
