import Engine
import HashTreeCollections
import Objects
import Store

/// How much of one supply a machine has, and what its pods use of it.
struct MachineSupply {
  let supply: NodeSupply
  let capacity: Int
  /// By pod and name, for what runs now.
  let containers: [Use]
  /// What is left.
  let available: Int

  /// The kubelet's hard limits: 100Mi of memory, a tenth of the disk.
  var threshold: Int {
    switch supply {
    case .memory: 100 << 20
    case .disk: capacity / 10
    }
  }

  /// Hardware that says nothing of a supply never lacks it.
  var isShort: Bool { capacity > 0 && available < threshold }

  init(_ supply: NodeSupply, of machine: Machine, at now: SimTime) {
    self.supply = supply
    let taken = machine.pressure.taken[supply] ?? 0
    let resources = NodeReport(machine, now).capacity
    capacity = resources[supply.resource]?.whole ?? 0
    switch supply {
    case .memory:
      let window = MachineUsage.Window(begin: now - .seconds(10), end: now)
      let measured = MachineUsage(of: machine).measure(window)
      containers = measured.containers.map {
        Use(pod: $0.pod, container: $0.name, bytes: $0.usage.memoryBytes)
      }
      available = capacity - measured.node.memoryBytes - taken
    case .disk:
      containers = Self.files(on: machine)
      let images = machine.images.values.reduce(0, +)
      available = capacity - taken - images - containers.reduce(0) { $0 + $1.bytes }
    }
  }

  /// What one container uses of the supply.
  struct Use {
    let pod: ObjectKey
    let container: String
    let bytes: Int
  }

  /// What containers have written.
  private static func files(on machine: Machine) -> [Use] {
    machine.workers.keys.sorted().flatMap { key -> [Use] in
      guard let worker = machine.workers[key], let sandbox = worker.sandbox else { return [] }
      return worker.containers.map(\.spec.name).sorted().compactMap { name in
        guard let container = sandbox.containers[name] else { return nil }
        // Files fill whole blocks of the disk.
        let bytes = (StorageUsage.bytes(of: container) + 4095) & ~4095
        return Use(pod: key, container: name, bytes: bytes)
      }
    }
  }
}
