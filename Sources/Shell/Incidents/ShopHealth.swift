import Objects
import Simulation
import Store

/// How many pods of a part are there, and how many should be.
struct ShopHealth {
  struct Part {
    var name: String
    var available: Int
    var wanted: Int
    /// Whether all of them are of the version that is wanted now, and none of an older one is left.
    var isRolledOut: Bool

    var isWhole: Bool { available >= wanted && isRolledOut }
  }

  let parts: [Part]

  var isWhole: Bool { parts.allSatisfy(\.isWhole) }

  init(_ shop: Shop, in world: World) {
    parts = ShopPart.allCases.map { part in
      var found = Part(
        name: shop.name(part), available: 0, wanted: shop.wantedReplicas(part), isRolledOut: false)
      switch world.state[shop.key(part)] {
      case let deployment as Deployment:
        let status = deployment.status
        found.available = status.availableReplicas
        found.isRolledOut =
          status.observedGeneration >= deployment.metadata.generation
          && status.updatedReplicas == status.replicas && status.unavailableReplicas == 0
      case let set as StatefulSet:
        found.available = set.status.readyReplicas
        found.isRolledOut =
          set.status.observedGeneration >= set.metadata.generation
          && set.status.updatedReplicas == set.status.replicas
      case .some, nil: break
      }
      return found
    }
  }
}
