import Engine
import Objects
import Simulation
import Store

/// How a number fared in a future: replicas that are ready, pods behind a Service.
struct Course: Equatable {
  /// What it came to, and what it should be.
  var level: Level
  var lowest: Int
  /// For how long it was less than it should be.
  var shortfall = SimSpan.zero

  struct Level: Equatable {
    var count: Int
    var wanted: Int
  }

  private init(_ level: Level) {
    self.level = level
    lowest = level.count
  }

  private mutating func pass(_ span: SimSpan) {
    if level.count < level.wanted { shortfall = shortfall + span }
  }

  private mutating func become(_ level: Level) {
    self.level = level
    lowest = min(lowest, level.count)
  }

  /// The number an object carries, and whose it is: several objects may count for one.
  typealias Reading = (subject: ObjectKey, level: Level)

  /// The courses of everything that `read` finds a number for, from `start` on.
  static func all(
    in world: World, since start: World, kinds: [Kind], _ read: (any APIObject) -> Reading?
  ) -> [ObjectKey: Course] {
    var parts: [ObjectKey: [ObjectKey: Level]] = [:]
    var courses: [ObjectKey: Course] = [:]
    var clocks: [ObjectKey: SimTime] = [:]
    func sum(_ subject: ObjectKey) -> Level {
      (parts[subject] ?? [:]).values.reduce(into: Level(count: 0, wanted: 0)) {
        $0.count += $1.count
        $0.wanted = max($0.wanted, $1.wanted)
      }
    }
    for key in kinds.flatMap({ start.state.keys($0) }) {
      guard let object = start.state[key], let reading = read(object) else { continue }
      parts[reading.subject, default: [:]][key] = reading.level
      courses[reading.subject] = Course(sum(reading.subject))
      clocks[reading.subject] = start.now
    }
    for change in world.history.changes(after: start.history.revision)
    where kinds.contains(change.key.kind) {
      guard let subject = change.object.flatMap({ read($0)?.subject }) else { continue }
      parts[subject, default: [:]][change.key] = change.after.flatMap { read($0)?.level }
      courses[subject]?.pass(change.time - (clocks[subject] ?? change.time))
      clocks[subject] = change.time
      let level = sum(subject)
      if courses[subject] == nil { courses[subject] = Course(level) }
      courses[subject]?.become(level)
    }
    for (subject, time) in clocks { courses[subject]?.pass(world.now - time) }
    return courses
  }
}
