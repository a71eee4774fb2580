import Engine
import Objects
import Simulation
import Store

/// Two futures of one world: as it goes when something is done to it, and as it goes by itself.
struct Prospect {
  let start: World
  let changed: World
  /// The same moment in the world that was left alone.
  let alone: World

  init(from start: World, to changed: World) {
    self.start = start
    self.changed = changed
    var alone = start
    alone.run(until: changed.now)
    self.alone = alone
  }

  var span: SimSpan { changed.now - start.now }

  /// How long after the start something last happened to an object, signs of life left out.
  var lastChange: SimSpan? {
    let last = events(in: changed).last { change in
      if change.key.kind == .node {
        return change.before.map { Sentences.summary(of: $0) }
          != change.after.map { Sentences.summary(of: $0) }
      }
      return change.key.kind != .lease && change.key.kind != .event
    }
    return last.map { $0.time - start.now }
  }

  /// What happened in one of the futures.
  func events(in world: World) -> [Change] { world.history.changes(after: start.history.revision) }

  /// How long after the start the change came that left an object with what `trait` says of it.
  func delay<Trait: Equatable>(
    of key: ObjectKey, _ trait: ((any APIObject)?) -> Trait
  ) -> SimSpan {
    let last = events(in: changed).last { change in
      change.key == key && trait(change.before) != trait(change.after)
    }
    return (last?.time ?? start.now) - start.now
  }
}
