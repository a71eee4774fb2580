import Lessons
import Simulation

/// A kind of thing that goes wrong in a running system. Adding one is an entry in a file beside
/// this, in the list of its area.
struct FaultKind: Sendable {
  /// Where its cause lies. Faults of an outage happen in this order, so that each still takes
  /// effect.
  enum Area: Int, Comparable, Sendable {
    case rollout
    case configuration
    case network
    case limits
    case machines
    case controlPlane

    static func < (left: Area, right: Area) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a fault changes, or needs unchanged to show. Faults of one outage share nothing.
  enum Ground: Hashable, Sendable {
    /// How a part is run.
    case workload(ShopPart)
    case service(ShopPart)
    case settings(ShopPart)
    case policies
    case password
    case quota
    case names
    case registry
    case machines
    case controlPlane
  }

  /// Stable, such as `wrong-target-port`.
  let id: String
  let area: Area
  /// Who should be able to find it.
  let level: Level
  /// The parts it can befall; empty where it is about the cluster.
  var parts: [ShopPart] = []
  /// What it takes for itself when it befalls a part.
  let grounds: @Sendable (ShopPart) -> [Ground]
  /// What happens, given how the shop and the cluster are by then.
  let story: @Sendable (ShopPart, Shop, World) -> FaultStory

  /// Every kind, in the order of the areas.
  static let all: [FaultKind] =
    rollouts + configurations + networks + limits + machines + controlPlane

  static func named(_ id: String) -> FaultKind? { all.first { $0.id == id } }
}

/// One fault as it befalls a shop: what is done, what mends it, what is said about it.
struct FaultStory: Sendable {
  /// The root cause, as one sentence without its full stop.
  var cause: String
  /// What somebody did, as the timeline of a review tells it; nobody is blamed.
  var happened: String
  /// The commands by which it comes about.
  var commands: [String]
  /// Commands that mend it; what is left is waiting.
  var repair: [String]
  /// What would have found it sooner.
  var sooner: String
  /// What would prevent it.
  var prevention: String
}

/// A kind of fault and the part that it befalls.
struct Fault: Sendable {
  let kind: FaultKind
  let part: ShopPart

  /// Stable: the kind, and the part's name where the kind can befall several.
  func id(in shop: Shop) -> String {
    kind.parts.count > 1 ? "\(kind.id)-\(shop.name(part))" : kind.id
  }

  var grounds: [FaultKind.Ground] { kind.grounds(part) }

  /// Every fault there can be, those of a kind with parts once for each.
  static let all: [Fault] = FaultKind.all.flatMap { kind in
    (kind.parts.isEmpty ? [.front] : kind.parts).map { Fault(kind: kind, part: $0) }
  }
}
