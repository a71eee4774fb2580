import Engine
import Objects

/// What a machine can run short of.
public enum NodeSupply: String, CaseIterable, Sendable {
  case memory
  case disk

  /// The resource as pods request it.
  var resource: String {
    switch self {
    case .memory: "memory"
    case .disk: "ephemeral-storage"
    }
  }

  /// The node's condition.
  var condition: String {
    switch self {
    case .memory: "MemoryPressure"
    case .disk: "DiskPressure"
    }
  }
}

/// How a machine stands with what it can run short of.
struct NodePressure: Sendable {
  /// Bytes that something outside of all pods has taken.
  var taken: [NodeSupply: Int] = [:]
  /// When there was last too little.
  private(set) var lastShort: [NodeSupply: SimTime] = [:]

  /// The condition stays this long after there is enough again.
  private static let transition = SimSpan.minutes(5)

  mutating func note(_ supply: NodeSupply, isShort: Bool, at now: SimTime) {
    if isShort {
      lastShort[supply] = now
    } else if let last = lastShort[supply], now - last >= Self.transition {
      lastShort[supply] = nil
    }
  }

  /// Whether the node says that it is short of it.
  func isOn(_ supply: NodeSupply) -> Bool { lastShort[supply] != nil }

  var isIdle: Bool { taken.isEmpty && lastShort.isEmpty }
}
