import Engine
import HashTreeCollections
import Objects
import Store

/// What the pods of a machine use of one supply.
struct SupplyUses {
  /// Bytes that one container uses.
  private struct Use {
    let pod: ObjectKey
    let container: String
    let bytes: Int
  }

  private let containers: [Use]
  /// What lies in pods' own volumes on the disk.
  private let volumes: [ObjectKey: Int]

  init(_ supply: NodeSupply, on machine: Machine, at now: SimTime) {
    switch supply {
    case .memory:
      let window = MachineUsage.Window(begin: now - .seconds(10), end: now)
      containers = MachineUsage(of: machine).measure(window).containers.map {
        Use(pod: $0.pod, container: $0.name, bytes: $0.usage.memoryBytes)
      }
      volumes = [:]
    case .disk:
      containers = machine.workers.flatMap { pod, worker in
        worker.containers.compactMap { run in
          worker.diskBytes(of: run.spec.name).map {
            Use(pod: pod, container: run.spec.name, bytes: $0)
          }
        }
      }
      volumes = Dictionary(
        uniqueKeysWithValues: machine.workers.map { ($0.key, $0.value.volumeBytes) })
    }
  }

  /// What a pod uses: its containers', and of the disk what is in its volumes.
  func bytes(of pod: ObjectKey) -> Int {
    containers.reduce(volumes[pod] ?? 0) {
      $1.pod == pod ? $0.addingClamped($1.bytes) : $0
    }
  }

  /// What one of its containers uses; nil while it uses nothing.
  func bytes(of container: String, in pod: ObjectKey) -> Int? {
    containers.first { $0.pod == pod && $0.container == container }?.bytes
  }
}
