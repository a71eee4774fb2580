import Engine
import Objects
import Store

/// How much of one supply a machine has, and what its pods use of it.
struct MachineSupply {
  let supply: NodeSupply
  let capacity: Int
  /// By pod and name, for what runs now.
  let containers: [Use]
  /// What lies in pods' own volumes on the disk.
  let volumes: [ObjectKey: Int]
  /// What is left.
  let available: Int

  /// The kubelet's hard limits: 100Mi of memory; of the disk a tenth for its files, and more for
  /// images, which lie on the same one. The first that is passed is told.
  var threshold: Int {
    switch supply {
    case .memory: 100 << 20
    case .disk: available < capacity / 10 ? capacity / 10 : capacity / 100 * 15
    }
  }

  /// Hardware that says nothing of a supply never lacks it.
  var isShort: Bool { capacity > 0 && available < threshold }

  /// What a pod uses of it: its containers', and of the disk what is in its volumes.
  func used(by pod: ObjectKey) -> Int {
    containers.reduce(volumes[pod] ?? 0) { $1.pod == pod ? $0 + $1.bytes : $0 }
  }

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
      volumes = [:]
      available = capacity - measured.node.memoryBytes - taken
    case .disk:
      containers = Self.files(on: machine)
      volumes = Dictionary(
        uniqueKeysWithValues: machine.workers.map { pod, worker in
          (pod, worker.isCleanedUp ? 0 : worker.inside?.volumeBytes ?? 0)
        })
      let images = machine.images.values.reduce(0, +)
      available =
        capacity - taken - images - containers.reduce(0) { $0 + $1.bytes }
        - volumes.values.reduce(0, +)
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
      guard let worker = machine.workers[key], !worker.isCleanedUp,
        let inside = worker.inside
      else { return [] }
      return worker.containers.map(\.spec.name).sorted().compactMap { name in
        guard let written = inside.bytesWritten(by: name) else { return nil }
        // Files fill whole blocks of the disk.
        let bytes = (written + 4095) & ~4095
        return Use(pod: key, container: name, bytes: bytes)
      }
    }
  }
}
