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

  private var tickets = TreeDictionary<ObjectKey, Ticket>()
  private var active = TicketLine()
  private var paused = TicketLine()
  private var afterError = TicketLine()
  private var resting = TicketLine()
  /// The resting pods by each plugin that rejected them: only these hear of an event.
  private var rejected: [PluginName: TreeSet<ObjectKey>] = [:]
  private var nextNumber = 0

  var isEmpty: Bool { tickets.isEmpty }

  func contains(_ key: ObjectKey) -> Bool { tickets[key] != nil }

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
    guard let ticket = tickets[pod.key] else {
      add(pod, at: now)
      return
    }
    leave(ticket)
    join(Ticket(ticket, for: pod))
    if mayBePlaced { release(pod.key, at: now) }
  }

  /// Takes a pod out of its line, if it is in one.
  @discardableResult mutating func remove(_ key: ObjectKey) -> PodFacts? {
    guard !tickets.isEmpty, let ticket = tickets.removeValue(forKey: key) else { return nil }
    leave(ticket)
    return ticket.waiting.pod
  }

  /// Whether a pod may be tried now without ending its pause early.
  mutating func isAnybodyInLine(at now: SimTime) -> Bool {
    flush(at: now)
    return active.first != nil
  }

  /// Takes out the pod whose turn it is. When none is in line one may end its pause early.
  mutating func pop(at now: SimTime) -> Waiting? {
    flush(at: now)
    guard let ticket = active.first ?? paused.first else { return nil }
    remove(ticket.waiting.pod.key)
    return ticket.waiting
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

  private mutating func enter(_ line: Ticket.Line, _ waiting: Waiting, due: SimTime) {
    if let known = tickets[waiting.pod.key] { leave(known) }
    // Whoever is in line may go at once: only rank and arrival count.
    let due = line == .active ? .worldBegins : due
    join(Ticket(waiting, in: line, due: due, stamp: number()))
  }

  private mutating func join(_ ticket: Ticket) {
    let key = ticket.waiting.pod.key
    tickets[key] = ticket
    switch ticket.line {
    case .active: active.add(ticket)
    case .paused: paused.add(ticket)
    case .afterError: afterError.add(ticket)
    case .resting:
      resting.add(ticket)
      for plugin in ticket.waiting.rejectedBy { rejected[plugin, default: []].insert(key) }
    }
  }

  private mutating func leave(_ ticket: Ticket) {
    switch ticket.line {
    case .active: active.remove(ticket)
    case .paused: paused.remove(ticket)
    case .afterError: afterError.remove(ticket)
    case .resting:
      resting.remove(ticket)
      for plugin in ticket.waiting.rejectedBy {
        rejected[plugin]?.remove(ticket.waiting.pod.key)
        if rejected[plugin]?.isEmpty ?? false { rejected[plugin] = nil }
      }
    }
  }
}

// MARK: - What happens meanwhile

extension SchedulingQueue {
  /// Whether no pod waits for something to happen: then nobody needs to be told of it.
  var isNobodyResting: Bool { rejected.isEmpty }

  /// Something happened: whoever it may help goes back in line, after its pause.
  mutating func tell(_ event: ClusterEvent, at now: SimTime) {
    if isNobodyResting { return }
    for plugin in PluginTable.filters {
      guard let keys = rejected[plugin.name], !keys.isEmpty, let helps = plugin.hint(event) else {
        continue
      }
      for key in keys {
        if let ticket = tickets[key], helps(ticket.waiting.pod) { release(key, at: now) }
      }
    }
  }

  private mutating func release(_ key: ObjectKey, at now: SimTime) {
    guard let ticket = tickets[key], ticket.line == .resting else { return }
    let waiting = ticket.waiting
    let until = (waiting.lastAttempt ?? now) + Self.pause(after: waiting.attempts)
    enter(until > now ? .paused : .active, waiting, due: until)
  }

  /// Moves everyone whose time has come into line.
  private mutating func flush(at now: SimTime) {
    while let ticket = paused.first, ticket.due <= now { activate(ticket) }
    while let ticket = afterError.first, ticket.due <= now { activate(ticket) }
    while let ticket = resting.first, ticket.due <= now { activate(ticket) }
  }

  private mutating func activate(_ ticket: Ticket) {
    enter(.active, ticket.waiting, due: ticket.due)
  }

  /// When something is to be tried next; nil when nothing but an event can help.
  func nextTime(after now: SimTime) -> SimTime? {
    if active.first != nil || paused.first != nil { return now }
    return [afterError.first?.due, resting.first?.due].compactMap(\.self).min()
  }
}
