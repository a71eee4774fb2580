import Engine
import Objects

/// How much of one supply a machine has, and how much of it is left.
struct MachineSupply {
  let supply: NodeSupply
  let capacity: Int
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

  init(_ supply: NodeSupply, of machine: Machine, at now: SimTime) {
    self.supply = supply
    capacity = NodeReport(machine, now).capacity[supply.resource]?.whole ?? 0
    let taken = machine.pressure.taken[supply] ?? 0
    switch supply {
    case .memory: available = capacity - taken - MachineUsage(of: machine).memoryBytes(at: now)
    case .disk:
      // Whoever plugs a machine in may say that its images are as large as numbers get.
      let images = machine.images.values.reduce(0) { $0.addingClamped($1) }
      let pods = machine.workers.everyPlace.reduce(0) { $0 + ($1.wrappedValue?.diskBytes ?? 0) }
      available = (capacity - taken).subtractingClamped(images).subtractingClamped(pods)
    }
  }
}

extension PodWorker {
  /// What the pod takes of the machine's disk: files of its containers, their logs, its volumes.
  var diskBytes: Int {
    containers.indices.reduce(volumeBytes) { $0 + (diskBytes(of: containers[$1].spec.name) ?? 0) }
  }

  /// Files fill whole blocks of the disk. Nil for a container that has not begun.
  func diskBytes(of container: String) -> Int? {
    isCleanedUp ? nil : inside?.bytesWritten(by: container).map { ($0 + 4095) & ~4095 }
  }

  var volumeBytes: Int { isCleanedUp ? 0 : inside?.volumeBytes ?? 0 }
}
