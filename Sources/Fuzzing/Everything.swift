import Engine
import Objects
import Shell
import Simulation
import Store

/// What there is to see of a world, and what is still to come.
struct Everything: Equatable {
  let objects: [APIValue]
  private let now: SimTime
  private let next: SimTime?
  private let revision: Int

  init(_ world: World) {
    objects = Kind.allCases.flatMap { world.state.keys($0) }.compactMap {
      world.state[$0]?.document
    }
    now = world.now
    next = world.nextEventTime
    revision = world.state.revision
  }
}

extension Session {
  /// What somebody has written since a revision; what the cluster does by itself is its own.
  func wishes(after revision: Int) -> [String] {
    world.history.changes(after: revision).filter { $0.actor == .user }.map {
      "\($0.verb) \($0.key)"
    }
  }
}
