import Engine
import Lessons

/// An outage: the shop, what has befallen it, and what counts as the end of it.
struct Incident: Sendable {
  /// A fault and the moment at which it came about.
  struct Event: Sendable {
    var id: String
    var story: FaultStory
    var at: SimTime
  }

  /// A root cause to choose; most are not true.
  struct Candidate: Sendable {
    var id: String
    var cause: String
  }

  let seed: UInt64
  let level: Level
  /// Whether somebody chose the faults, instead of the seed: a drill, which counts for nothing.
  let isDrill: Bool
  let shop: Shop
  /// In the order in which they happened.
  let faults: [Event]
  /// Causes to choose among, sorted by their ids: the true ones and plausible others.
  let candidates: [Candidate]
  /// When somebody was called for help.
  let pagedAt: SimTime
  /// How many requests may fail, wrong causes included, before it counts as lost.
  let budget: Int

  /// The part of all requests that has to be answered, in thousandths.
  static let wantedThousandths = 990
  /// Over how much time.
  static let window = SimSpan.minutes(2)
  /// What a command of kubectl takes: somebody has to read what it says.
  static let commandSpan = SimSpan.seconds(5)
  /// How long it takes until somebody has gone to a machine.
  static let travelSpan = SimSpan.minutes(1)

  func isTrue(_ id: String) -> Bool { faults.contains { $0.id == id } }

  func candidate(_ id: String) -> Candidate? { candidates.first { $0.id == id } }

  /// What a wrong cause takes from the budget: naming them all loses.
  var priceOfWrongCause: Int { max(1, budget / 6) }

  /// For how many minutes nobody need be answered at all.
  static func budgetMinutes(_ level: Level) -> Int {
    switch level {
    case .junior: 20
    case .mid: 15
    case .senior: 12
    }
  }

  static func faultCount(_ level: Level) -> Int {
    switch level {
    case .junior, .mid: 2
    case .senior: 3
    }
  }

  static func candidateCount(_ level: Level) -> Int {
    switch level {
    case .junior: 8
    case .mid: 10
    case .senior: 14
    }
  }
}
