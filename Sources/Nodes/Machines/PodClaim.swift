import Engine
import Objects

/// What a pod asks of its machine at most at any time.
struct PodClaim: Hashable, Sendable {
  enum Supply: String, CaseIterable, Sendable {
    case cpu
    case memory
    case storage = "ephemeral-storage"

    /// Millicores of cpu, else bytes.
    func amount(_ quantity: Quantity) -> Int { self == .cpu ? quantity.milli : quantity.whole }
  }

  private var cpuMillis = 0
  private var memoryBytes = 0
  private var storageBytes = 0

  init() {}

  /// Its containers together, or an init container beside the sidecars that run by then.
  init(of spec: PodSpec) {
    var together = PodClaim()
    for container in spec.initContainers {
      let claim = PodClaim(container.resources.requests)
      var atOnce = together
      atOnce += claim
      if container.restartPolicy == .always { together = atOnce }
      raise(to: atOnce)
    }
    for container in spec.containers { together += PodClaim(container.resources.requests) }
    raise(to: together)
  }

  private init(_ requests: ResourceList) {
    for supply in Supply.allCases {
      self[supply] = requests[supply.rawValue].map(supply.amount) ?? 0
    }
  }

  private mutating func raise(to other: PodClaim) {
    for supply in Supply.allCases { self[supply] = max(self[supply], other[supply]) }
  }

  subscript(supply: Supply) -> Int {
    get {
      switch supply {
      case .cpu: cpuMillis
      case .memory: memoryBytes
      case .storage: storageBytes
      }
    }
    set {
      switch supply {
      case .cpu: cpuMillis = newValue
      case .memory: memoryBytes = newValue
      case .storage: storageBytes = newValue
      }
    }
  }

  static func += (total: inout PodClaim, more: PodClaim) {
    for supply in Supply.allCases { total[supply] = total[supply].addingClamped(more[supply]) }
  }
}
