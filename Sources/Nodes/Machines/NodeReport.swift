import Engine
import Objects

/// What a kubelet says of its machine.
struct NodeReport {
  let machine: Machine
  let now: SimTime

  init(_ machine: Machine, _ now: SimTime) {
    self.machine = machine
    self.now = now
  }

  /// The Node object as it is registered: not ready yet, and tainted until it is.
  var newNode: Node {
    var node = Node()
    node.metadata = ObjectMeta(name: machine.name, labels: labels)
    node.metadata.annotations = machine.hardware.metadata.annotations
    node.spec.taints = machine.hardware.spec.taints
    node.spec.unschedulable = machine.hardware.spec.unschedulable
    node.spec.taints.append(Taint("node.kubernetes.io/not-ready", .noSchedule))
    node.status = status(after: node)
    var ready = Condition(
      "Ready", .isFalse, reason: "KubeletNotReady",
      message: "container runtime is down", at: now.wholeSecond)
    ready.lastHeartbeatTime = now.wholeSecond
    node.status.conditions.set(ready)
    return node
  }

  private var labels: StringMap {
    var labels = machine.hardware.metadata.labels
    for (key, value) in [
      ("kubernetes.io/hostname", machine.name), ("kubernetes.io/os", "linux"),
      ("kubernetes.io/arch", "amd64"), ("beta.kubernetes.io/os", "linux"),
      ("beta.kubernetes.io/arch", "amd64"),
    ] where labels[key] == nil {
      labels[key] = value
    }
    return labels
  }

  /// The status a healthy machine posts; moments of change are kept from what is stored.
  func status(after node: Node) -> NodeStatus {
    var status = node.status
    status.capacity = machine.hardware.status.capacity
    status.allocatable = machine.hardware.status.allocatable
    if status.capacity["ephemeral-storage"] == nil {
      // Every machine has a disk.
      status.capacity["ephemeral-storage"] = Quantity("100Gi")
      status.allocatable["ephemeral-storage"] = Quantity("100Gi")
    }
    status.addresses = [
      address("InternalIP", machine.address), address("Hostname", machine.name),
    ]
    status.images = images
    status.nodeInfo = info
    status.daemonEndpoints = ["kubeletEndpoint": ["Port": 10250]]
    for (type, value, reason, message) in Self.healthy {
      var condition = Condition(
        type, value, reason: reason, message: message, at: now.wholeSecond)
      condition.lastHeartbeatTime = now.wholeSecond
      status.conditions.set(condition)
    }
    return status
  }

  private static let healthy: [(String, ConditionStatus, String, String)] = [
    (
      "MemoryPressure", .isFalse, "KubeletHasSufficientMemory",
      "kubelet has sufficient memory available"
    ),
    ("DiskPressure", .isFalse, "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
    ("PIDPressure", .isFalse, "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
    ("Ready", .isTrue, "KubeletReady", "kubelet is posting ready status"),
  ]

  private func address(_ type: String, _ address: String) -> NodeAddress {
    var result = NodeAddress()
    result.type = type
    result.address = address
    return result
  }

  /// The fifty largest images, largest first.
  private var images: [ContainerImage] {
    let sorted = machine.images.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(50).map { name, size in
      var image = ContainerImage()
      image.names = [name]
      image.sizeBytes = size
      return image
    }
  }

  private var info: NodeSystemInfo {
    var info = machine.hardware.status.nodeInfo
    func fill(_ path: WritableKeyPath<NodeSystemInfo, String>, _ value: String) {
      if info[keyPath: path].isEmpty { info[keyPath: path] = value }
    }
    fill(\.architecture, "amd64")
    fill(\.containerRuntimeVersion, "containerd://2.1.4")
    fill(\.kernelVersion, "6.12.0-amd64")
    fill(\.kubeletVersion, Kubelet.version)
    fill(\.operatingSystem, "linux")
    fill(\.osImage, "Debian GNU/Linux 13 (trixie)")
    info.bootID = machine.bootID
    info.machineID = machine.machineID
    info.systemUUID = machine.machineID
    return info
  }
}
