import Engine
import Objects

/// What is inside a pod that has been set up.
enum PodInside: Sendable {
  case awake(PodSandbox)
  case resting(RestingSandbox)

  init(_ sandbox: PodSandbox, of pod: Pod) {
    self = RestingSandbox(sandbox, of: pod).map(PodInside.resting) ?? .awake(sandbox)
  }

  /// All of it, as it is had it run all the time.
  var sandbox: PodSandbox {
    switch self {
    case .awake(let sandbox): sandbox
    case .resting(let resting): resting.awake
    }
  }

  /// When something inside is next due.
  var nextWake: SimTime? {
    switch self {
    case .awake(let sandbox): sandbox.nextWake
    case .resting(let resting): resting.nextWake
    }
  }

  /// Whether its ports are those of its machine.
  var usesHostNetwork: Bool {
    switch self {
    case .awake(let sandbox): sandbox.usesHostNetwork
    case .resting: false
    }
  }

  /// How a container's main process ended; nil while it runs.
  func exit(of container: String) -> ProcessExit? {
    switch self {
    case .awake(let sandbox): sandbox.exit(of: container)
    case .resting: nil
    }
  }

  /// What a container takes of its machine; nil before it has begun.
  func gauge(of container: String) -> ContainerGauge? {
    switch self {
    case .awake(let sandbox): sandbox.containers[container].map { ContainerGauge($0) }
    case .resting(let resting): resting.gauge(of: container)
    }
  }

  /// Bytes of a container's files and of its log; nil before it has begun.
  func bytesWritten(by container: String) -> Int? {
    switch self {
    case .awake(let sandbox): sandbox.containers[container].map(StorageUsage.bytes)
    case .resting(let resting): resting.bytesWritten(by: container)
    }
  }

  /// What lies in volumes that go with the pod, on the disk of its machine.
  var volumeBytes: Int {
    switch self {
    case .awake(let sandbox): StorageUsage.volumeBytes(in: sandbox)
    case .resting: 0
    }
  }
}
