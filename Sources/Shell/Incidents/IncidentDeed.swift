import Engine
import Objects
import Simulation
import Store

/// A command of whoever is on call that changed something.
struct IncidentDeed {
  var at: SimTime
  var endedAt: SimTime
  var command: String
  var deleted: [ObjectKey]

  /// As a line of a review shows it.
  var shown: String { Self.shortened(command) }

  static func shortened(_ command: String) -> String {
    let line = Undo.firstLine(command)
    return line.count > 70 ? line.prefix(69) + "…" : line
  }

  /// Every one that a timeline knows of, oldest first.
  static func all(in timeline: Timeline) -> [IncidentDeed] {
    timeline.past.enumerated().compactMap { place, moment in
      let isLast = place + 1 == timeline.past.count
      let after = isLast ? timeline.present : timeline.past[place + 1].world
      // Between two changes there may be commands that leave no mark: they only look.
      let written = after.history.changes(after: moment.world.history.revision).filter {
        $0.actor == .user && $0.key.kind != .event
      }
      guard !written.isEmpty || moment.command.hasPrefix(Recover.name) else { return nil }
      return IncidentDeed(
        at: moment.world.now, endedAt: min(after.now, moment.world.now + .minutes(2)),
        command: moment.command,
        deleted: written.filter { $0.verb == .deleted }.map(\.key))
    }
  }
}
