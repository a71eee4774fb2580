import Engine
import Lessons

/// Draws the faults of an outage.
enum IncidentDraw {
  /// Faults that somebody of this level should find, one of them no easier than that; they share
  /// no ground, and come in the order in which they can happen.
  static func faults(for level: Level, using random: inout SeededRandom) -> [Fault] {
    let fitting = Fault.all.filter { $0.kind.level <= level }
    let first = fitting.filter { $0.kind.level == level }
    var drawn = [first[random.below(first.count)]]
    for fault in fitting.shuffled(using: &random) where drawn.count < Incident.faultCount(level) {
      if drawn.allSatisfy({ go(fault, with: $0) }) { drawn.append(fault) }
    }
    return drawn.enumerated().sorted {
      ($0.element.kind.area, $0.offset) < ($1.element.kind.area, $1.offset)
    }.map(\.element)
  }

  /// Whether two faults can be part of one outage.
  static func go(_ one: Fault, with other: Fault) -> Bool {
    one.kind.id != other.kind.id && Set(one.grounds).isDisjoint(with: other.grounds)
  }

  /// Causes to choose among beside the true ones.
  static func distractors(
    for level: Level, besides faults: [Fault], using random: inout SeededRandom
  ) -> [Fault] {
    let count = max(0, Incident.candidateCount(level) - faults.count)
    let others = Fault.all.filter { other in
      other.kind.level <= level
        && !faults.contains { $0.kind.id == other.kind.id && $0.part == other.part }
    }
    return Array(others.shuffled(using: &random).prefix(count))
  }
}
