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
    status.capacity = capacity
    status.allocatable = machine.hardware.status.allocatable
    if machine.hardware.status.capacity["ephemeral-storage"] == nil {
      status.allocatable["ephemeral-storage"] = capacity["ephemeral-storage"]
    }
    status.addresses = [
      address("InternalIP", machine.address), address("Hostname", machine.name),
    ]
    status.images = images
    status.nodeInfo = info
    status.daemonEndpoints = ["kubeletEndpoint": ["Port": 10250]]
    for (type, value, reason, message) in health {
      var condition = Condition(
        type, value, reason: reason, message: message, at: now.wholeSecond)
      condition.lastHeartbeatTime = now.wholeSecond
      status.conditions.set(condition)
    }
    return status
  }

  /// The conditions that the kubelet judges.
  private static let judged: Set = ["DiskPressure", "MemoryPressure", "PIDPressure", "Ready"]

  /// Says of what the kubelet judges that it was seen just now.
  static func renewHeartbeats(in status: inout NodeStatus, at now: SimTime) {
    for place in status.conditions.indices where judged.contains(status.conditions[place].type) {
      status.conditions[place].lastHeartbeatTime = now.wholeSecond
    }
  }

  /// What the machine was built with; every machine has a disk.
  var capacity: ResourceList {
    var capacity = machine.hardware.status.capacity
    if capacity["ephemeral-storage"] == nil { capacity["ephemeral-storage"] = Quantity("100Gi") }
    return capacity
  }

  /// How long a kubelet waits for an answer of its runtime before it calls itself not ready.
  static let runtimePatience = SimSpan.seconds(30)
  /// After this long without news of containers that is held against it too.
  static let newsPatience = SimSpan.minutes(3)

  /// The conditions as the kubelet sees them now.
  private var health: [(String, ConditionStatus, String, String)] {
    [memory, disk, Self.processes, readiness]
  }

  private var memory: (String, ConditionStatus, String, String) {
    machine.pressure.isOn(.memory)
      ? (
        "MemoryPressure", .isTrue, "KubeletHasInsufficientMemory",
        "kubelet has insufficient memory available"
      )
      : (
        "MemoryPressure", .isFalse, "KubeletHasSufficientMemory",
        "kubelet has sufficient memory available"
      )
  }

  private var disk: (String, ConditionStatus, String, String) {
    machine.pressure.isOn(.disk)
      ? ("DiskPressure", .isTrue, "KubeletHasDiskPressure", "kubelet has disk pressure")
      : ("DiskPressure", .isFalse, "KubeletHasNoDiskPressure", "kubelet has no disk pressure")
  }

  private static let processes: (String, ConditionStatus, String, String) = (
    "PIDPressure", .isFalse, "KubeletHasSufficientPID", "kubelet has sufficient PID available"
  )

  private var readiness: (String, ConditionStatus, String, String) {
    guard let since = machine.runtimeFailedAt, now - since >= Self.runtimePatience else {
      return ("Ready", .isTrue, "KubeletReady", "kubelet is posting ready status")
    }
    var problems = ["container runtime is down"]
    if now - since >= Self.newsPatience {
      problems.append(
        "PLEG is not healthy: pleg was last seen active \((now - since).goText) ago; threshold is "
          + Self.newsPatience.goText)
    }
    let message = problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"
    return ("Ready", .isFalse, "KubeletNotReady", message)
  }

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
