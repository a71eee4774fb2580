import Engine

/// What happened to several things, side by side: time goes from left to right.
struct Lanes: Equatable, Sendable {
  struct Lane: Equatable, Sendable {
    var label: Phrase
    /// Oldest first.
    var stretches: [Stretch] = []
    /// Oldest first.
    var signs: [LaneSign] = []
    /// How many of several things, instead of how one thing was. Oldest first.
    var levels: [Level] = []
  }

  /// A number that holds until the next.
  struct Level: Equatable, Sendable {
    var time: SimTime
    var count: Int
  }

  /// How something was for a while.
  struct Stretch: Equatable, Sendable {
    var from: SimTime
    var to: SimTime
    var state: LaneState
    var word: String

    init(from: SimTime, to: SimTime, state: LaneState, word: String? = nil) {
      self.from = from
      self.to = to
      self.state = state
      self.word = word ?? state.word
    }
  }

  var from: SimTime
  var to: SimTime
  var lanes: [Lane]
  /// What happened outside of all lanes: a sign for each, explained elsewhere.
  var moments: [LaneSign] = []
  var momentsLabel = Phrase("")

  /// When something changed: there is nothing to see in between.
  var busyTimes: [SimTime] {
    var times = moments.map(\.time)
    for lane in lanes {
      times += lane.stretches.map(\.from) + lane.signs.map(\.time) + lane.levels.map(\.time)
      // The end of what goes on is only the end of the picture.
      times += lane.stretches.map(\.to).filter { $0 < to }
    }
    return times.filter { $0 > from && $0 < to }.sorted()
  }

  /// Each lane as a sentence.
  var sentences: [String] {
    lanes.map { lane in
      var told = lane.stretches.map { ($0.from, $0.word) }
      told += lane.signs.map { ($0.time, $0.word) }
      told += lane.levels.map { ($0.time, "\($0.count) ready") }
      let ordered = told.enumerated().sorted {
        ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
      }
      let parts = ordered.map { "\($0.element.0.clockText) \($0.element.1)" }
      return "\(lane.label.text): " + parts.joined(separator: ", ")
    }
  }
}

/// Something that happened at one moment.
struct LaneSign: Equatable, Sendable {
  var time: SimTime
  var sign: Character
  var tone: Tone
  var word: String
}

/// How something is for a while.
enum LaneState: CaseIterable, Hashable, Sendable {
  /// Without a node.
  case waiting
  case starting
  case running
  case ready
  case failing
  case ending
  /// A node that takes no new pods.
  case cordoned

  var letter: String {
    switch self {
    case .waiting: "·"
    case .starting: "╌"
    case .running: "─"
    case .ready: "━"
    case .failing: "×"
    case .ending: "~"
    case .cordoned: "═"
    }
  }

  var tone: Tone {
    switch self {
    case .waiting, .ending: .faint
    case .starting, .running, .cordoned: .warning
    case .ready: .good
    case .failing: .bad
    }
  }

  var isSolid: Bool { self == .ready || self == .failing }

  var word: String {
    switch self {
    case .waiting: "waits for a node"
    case .starting: "starts"
    case .running: "runs, not ready"
    case .ready: "ready"
    case .failing: "fails"
    case .ending: "ends"
    case .cordoned: "cordoned"
    }
  }
}
