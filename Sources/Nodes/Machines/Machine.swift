import Engine
import HashTreeCollections
import Objects
import Store

/// One machine: its hardware, its kubelet, and the pods on it.
struct Machine: Sendable {
  /// What it was built with; the Node object is what its kubelet says of it.
  var hardware: Node
  /// Counted from 0 in the order in which machines joined.
  let number: Int
  var isPoweredOn = true
  /// Whether the kubelet runs; containers go on without it.
  var isKubeletAlive = true
  /// Since when the container runtime is down; containers go on without it.
  var runtimeFailedAt: SimTime?
  /// Programs that fail when they are started here.
  var spoiltPrograms: Set<String> = []
  /// What the node's proxy knows of Services while it is down: what it last knew.
  var staleServices: ClusterState?
  /// Pods that the kubelet runs by itself, from files on the machine, named as they appear in the
  /// cluster.
  var staticPods: [Pod]
  /// When the kubelet started, as long as it has not said so yet.
  var startsAt: SimTime?
  /// Whether its Node took no pods when its kubelet last looked.
  var wasUnschedulable = false
  var bootID: String
  let machineID: String
  /// Whether the kubelet is to look at all the pods of its node: it has not heard of some.
  var hasMissedNews = false
  var pressure = NodePressure()
  /// Whether a pod has done anything since the kubelet last measured what pods use.
  var hasNewUsage = false
  /// Bytes by the full name of the image.
  var images: [String: Int] = [:]
  /// Pulls go one at a time: when the last one in line is done.
  var pullsEndAt: SimTime
  var lastStatusAt: SimTime?
  /// Whether its kubelet makes no rounds, because nothing changes: see ``Lease/pace``.
  var isResting = false
  /// Whether anybody has had to do with it since its kubelet's last round: while that goes on, such
  /// as with probes, to rest would be more trouble than rounds.
  var isDisturbed = false
  /// What its Node showed when that was last compared.
  var shown: ShownMachine?
  /// The last part of the next pod's address.
  var nextPodAddress = 2
  /// The machine's own files.
  var files = MachineFiles.atFirst
  var workers = SharedTree<ObjectKey, PodWorker>()

  init(
    _ hardware: Node, staticPods: [Pod], number: Int, at now: SimTime,
    using random: inout SeededRandom
  ) {
    self.hardware = hardware
    self.staticPods = staticPods.map { StaticPod.mirror(of: $0, on: hardware.metadata.name) }
    self.number = number
    bootID = random.uuid()
    machineID = random.hex(bytes: 16)
    pullsEndAt = now
    startsAt = now
    for image in hardware.status.images {
      for name in image.names { images[ImageName(name).fullName] = image.sizeBytes }
    }
  }

  var name: String { hardware.metadata.name }

  /// Whether the kubelet runs a pod by itself.
  func isStatic(_ key: ObjectKey) -> Bool { staticPods.contains { $0.key == key } }

  /// `192.168.0.11` for the first machine.
  var address: String { "192.168.\((number + 11) / 256).\((number + 11) % 256)" }

  /// Gives a pod the machine's files as they are now.
  func lendFiles(to sandbox: inout PodSandbox) {
    if !sandbox.hostFolders.isEmpty { sandbox.volumes[PodSandbox.hostFiles] = files }
  }

  /// Takes the files back with what the pod has written.
  mutating func takeFiles(from sandbox: PodSandbox) {
    if let changed = sandbox.volumes[PodSandbox.hostFiles] { files = changed }
  }

  /// The next pod's address out of the node's pod network, such as 10.244.1.0/24: in turn, without
  /// those that pods still have.
  mutating func takePodAddress(network: String?) -> String {
    let base = (network ?? "").utf8.prefix { $0 != UInt8(ascii: "/") }
    let parts = base.split(separator: UInt8(ascii: ".")).compactMap { Int(Substring($0)) }
    let prefix = parts.count == 4 ? "\(parts[0]).\(parts[1]).\(parts[2])" : "10.244.0"
    let first = parts.count == 4 ? parts[3] : 0
    var address = ""
    for _ in 2...254 {
      address = "\(prefix).\(first + nextPodAddress)"
      nextPodAddress = nextPodAddress >= 254 ? 2 : nextPodAddress + 1
      if !workers.everyPlace.contains(where: { $0.wrappedValue?.address == address }) { break }
    }
    return address
  }
}
