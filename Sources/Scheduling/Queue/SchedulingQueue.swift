import Engine
import HashTreeCollections
import Objects

/// The pods that wait for a node: those to try next, those to try again after a pause, and those
/// that nothing has happened for yet. Every operation on one pod costs O(log n).
struct SchedulingQueue: Sendable {
  struct Waiting: Sendable {
    var pod: PodFacts
    /// When it was put in line, or put back after its last attempt; earlier goes first among
    /// equals.
    var since: SimTime
    var sequence: Int
    /// Failed attempts so far.
    var attempts = 0
    /// Failed writes since the last attempt that came to a decision.
    var errors = 0
    /// Who rejected it last; what happens to the cluster is held against these.
    var rejectedBy: Set<PluginName> = []
    var lastAttempt: SimTime?
  }

  private enum Line: Sendable {
    case active
    case paused
    case afterError
    case resting
  }

  private var pods = TreeDictionary<ObjectKey, Waiting>()
  private var lines = TreeDictionary<ObjectKey, Line>()
  private var stamps = TreeDictionary<ObjectKey, Int>()
  private var active = TicketLine()
  private var paused = TicketLine()
  private var afterError = TicketLine()
  private var resting = TicketLine()
  /// The resting pods by each plugin that rejected them: only these hear of an event.
  private var rejected: [PluginName: TreeSet<ObjectKey>] = [:]
  private var nextNumber = 0

  var isEmpty: Bool { pods.isEmpty }

  func contains(_ key: ObjectKey) -> Bool { pods[key] != nil }

  /// 1, 2, 4, 8, then always 10 seconds after the first, second … failed attempt.
  static func pause(after attempts: Int) -> SimSpan {
    .seconds(Int64(min(10, 1 << min(max(attempts - 1, 0), 4))))
  }

  /// Pods that have rested for more than five minutes are tried again anyway; every half minute
  /// somebody looks for them.
  static func restEnds(_ since: SimTime) -> SimTime {
    let round = SimSpan.seconds(30).milliseconds
    let rested = (since - .worldBegins).milliseconds + SimSpan.minutes(5).milliseconds
    return .worldBegins + .milliseconds((rested / round + 1) * round)
  }

  private mutating func number() -> Int {
    nextNumber += 1
    return nextNumber
  }
}

// MARK: - Coming and going

extension SchedulingQueue {
  /// Puts a new pod in line.
  mutating func add(_ pod: PodFacts, at now: SimTime) {
    enter(.active, Waiting(pod: pod, since: now, sequence: number()), due: now)
  }

  /// Takes over a pod's new shape; `mayBePlaced` says that what changed may help it.
  mutating func update(_ pod: PodFacts, mayBePlaced: Bool, at now: SimTime) {
    guard pods[pod.key] != nil else {
      add(pod, at: now)
      return
    }
    pods[pod.key]?.pod = pod
    if mayBePlaced { release(pod.key, at: now) }
  }

  mutating func remove(_ key: ObjectKey) {
    leaveRest(key)
    pods[key] = nil
    lines[key] = nil
    stamps[key] = nil
  }

  /// Whether a pod may be tried now without ending its pause early.
  mutating func isAnybodyInLine(at now: SimTime) -> Bool {
    flush(at: now)
    return active.first(holding: stamps) != nil
  }

  /// Takes out the pod whose turn it is. When none is in line one may end its pause early.
  mutating func pop(at now: SimTime) -> Waiting? {
    flush(at: now)
    let ticket = active.first(holding: stamps) ?? paused.first(holding: stamps)
    guard let key = ticket?.key, let waiting = pods[key] else { return nil }
    remove(key)
    return waiting
  }

  /// Puts back a pod that fits nowhere now. If no plugin is to blame, no event can tell that it
  /// fits again: then it is tried after a pause.
  mutating func putBack(_ waiting: Waiting, rejectedBy plugins: Set<PluginName>, at now: SimTime) {
    if plugins.isEmpty {
      retry(waiting, at: now)
      return
    }
    var waiting = waiting
    waiting.attempts += 1
    waiting.errors = 0
    waiting.rejectedBy = plugins
    waiting.lastAttempt = now
    waiting.since = now
    waiting.sequence = number()
    enter(.resting, waiting, due: Self.restEnds(now))
    for plugin in plugins { rejected[plugin, default: []].insert(waiting.pod.key) }
  }

  /// Puts back a pod whose attempt went wrong: it pauses, then is tried again.
  mutating func retry(_ waiting: Waiting, at now: SimTime) {
    var waiting = waiting
    waiting.errors += 1
    waiting.lastAttempt = now
    waiting.since = now
    waiting.sequence = number()
    enter(.afterError, waiting, due: now + Self.pause(after: waiting.errors))
  }

  private mutating func enter(_ line: Line, _ waiting: Waiting, due: SimTime) {
    let key = waiting.pod.key
    leaveRest(key)
    // Whoever is in line may go at once: only rank and arrival count.
    let due = line == .active ? .worldBegins : due
    let ticket = Ticket(
      due: due, priority: waiting.pod.priority, since: waiting.since, sequence: waiting.sequence,
      stamp: number(), key: key)
    pods[key] = waiting
    lines[key] = line
    stamps[key] = ticket.stamp
    switch line {
    case .active: active.add(ticket)
    case .paused: paused.add(ticket)
    case .afterError: afterError.add(ticket)
    case .resting: resting.add(ticket)
    }
  }

  private mutating func leaveRest(_ key: ObjectKey) {
    guard case .resting? = lines[key] else { return }
    for plugin in pods[key]?.rejectedBy ?? [] { rejected[plugin]?.remove(key) }
  }
}

// MARK: - What happens meanwhile

extension SchedulingQueue {
  /// Something happened: whoever it may help goes back in line, after its pause.
  mutating func tell(_ event: ClusterEvent, at now: SimTime) {
    for plugin in PluginTable.filters {
      guard let keys = rejected[plugin.name], !keys.isEmpty, let helps = plugin.hint(event) else {
        continue
      }
      for key in keys {
        if let waiting = pods[key], helps(waiting.pod) { release(key, at: now) }
      }
    }
  }

  private mutating func release(_ key: ObjectKey, at now: SimTime) {
    guard case .resting? = lines[key], let waiting = pods[key] else { return }
    let until = (waiting.lastAttempt ?? now) + Self.pause(after: waiting.attempts)
    enter(until > now ? .paused : .active, waiting, due: until)
  }

  /// Moves everyone whose time has come into line.
  private mutating func flush(at now: SimTime) {
    while let ticket = paused.first(holding: stamps), ticket.due <= now { activate(ticket) }
    while let ticket = afterError.first(holding: stamps), ticket.due <= now { activate(ticket) }
    while let ticket = resting.first(holding: stamps), ticket.due <= now { activate(ticket) }
  }

  private mutating func activate(_ ticket: Ticket) {
    if let waiting = pods[ticket.key] { enter(.active, waiting, due: ticket.due) }
  }

  /// When something is to be tried next; nil when nothing but an event can help.
  mutating func nextTime(after now: SimTime) -> SimTime? {
    let hasTurn =
      active.first(holding: stamps) != nil || paused.first(holding: stamps) != nil
    if hasTurn { return now }
    let later = [afterError.first(holding: stamps)?.due, resting.first(holding: stamps)?.due]
    return later.compactMap(\.self).min()
  }
}
