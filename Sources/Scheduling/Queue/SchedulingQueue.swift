import Engine
import HashTreeCollections
import Objects

/// The pods that wait for a node: those to try next, those to try again after a pause, and those
/// that nothing has happened for yet.
struct SchedulingQueue: Sendable {
  struct Waiting: Sendable {
    let pod: PodFacts
    /// When it was put in line; earlier goes first among equals.
    var since: SimTime
    var sequence: Int
    /// Failed attempts so far.
    var attempts = 0
    /// Who rejected it last; what happens to the cluster is held against these.
    var rejectedBy: Set<PluginName> = []
    var lastAttempt: SimTime?
  }

  private enum Place: Sendable {
    case active
    case backoff(until: SimTime)
    case unschedulable(since: SimTime)
  }

  private var pods = TreeDictionary<ObjectKey, Waiting>()
  private var places = TreeDictionary<ObjectKey, Place>()
  private var nextSequence = 0

  /// How long a pod may lie among the unschedulable before it is tried again anyway.
  static let longestRest = SimSpan.minutes(5)

  var isEmpty: Bool { pods.isEmpty }

  func contains(_ key: ObjectKey) -> Bool { pods[key] != nil }
  func pod(_ key: ObjectKey) -> PodFacts? { pods[key]?.pod }

  /// 1, 2, 4, 8, then always 10 seconds after the first, second … failed attempt.
  static func pause(after attempts: Int) -> SimSpan {
    .seconds(Int64(min(10, 1 << min(max(attempts - 1, 0), 4))))
  }

  /// Puts a new pod in line.
  mutating func add(_ pod: PodFacts, at now: SimTime) {
    pods[pod.key] = Waiting(pod: pod, since: now, sequence: nextSequence)
    places[pod.key] = .active
    nextSequence += 1
  }

  /// Takes over a pod's new shape; it may be tried again at once.
  mutating func update(_ pod: PodFacts, mayBePlaced: Bool, at now: SimTime) {
    guard let old = pods[pod.key] else {
      add(pod, at: now)
      return
    }
    var waiting = Waiting(pod: pod, since: old.since, sequence: old.sequence)
    waiting.attempts = old.attempts
    waiting.rejectedBy = old.rejectedBy
    waiting.lastAttempt = old.lastAttempt
    pods[pod.key] = waiting
    if mayBePlaced { release(pod.key, at: now) }
  }

  mutating func remove(_ key: ObjectKey) {
    pods[key] = nil
    places[key] = nil
  }

  /// Takes out the pod whose turn it is. When none is in line one may end its pause early.
  mutating func pop(at now: SimTime) -> Waiting? {
    flush(at: now)
    let active = places.compactMap { entry -> ObjectKey? in
      if case .active = entry.value { entry.key } else { nil }
    }
    let paused = places.compactMap { entry -> (ObjectKey, SimTime)? in
      if case .backoff(let until) = entry.value { (entry.key, until) } else { nil }
    }
    let next =
      active.compactMap { pods[$0] }.min(by: Self.goesFirst)
      ?? paused.min { ($0.1, $0.0) < ($1.1, $1.0) }.flatMap { pods[$0.0] }
    if let next { remove(next.pod.key) }
    return next
  }

  private static func goesFirst(_ left: Waiting, _ right: Waiting) -> Bool {
    if left.pod.priority != right.pod.priority { return left.pod.priority > right.pod.priority }
    return (left.since, left.sequence) < (right.since, right.sequence)
  }

  /// Puts back a pod that fits nowhere now.
  mutating func putBack(_ waiting: Waiting, rejectedBy plugins: Set<PluginName>, at now: SimTime) {
    var waiting = waiting
    waiting.attempts += 1
    waiting.rejectedBy = plugins
    waiting.lastAttempt = now
    pods[waiting.pod.key] = waiting
    places[waiting.pod.key] = .unschedulable(since: now)
  }

  /// Puts back a pod whose writing failed: it pauses, then is tried again.
  mutating func retry(_ pod: PodFacts, at now: SimTime) {
    var waiting = Waiting(pod: pod, since: now, sequence: nextSequence)
    waiting.attempts = 1
    nextSequence += 1
    pods[pod.key] = waiting
    places[pod.key] = .backoff(until: now + Self.pause(after: 1))
  }

  /// Something happened: whoever it may help goes back in line, after its pause.
  mutating func tell(_ event: ClusterEvent, at now: SimTime) {
    for key in places.keys {
      guard case .unschedulable? = places[key], let waiting = pods[key],
        waiting.pod.key != event.subject
      else { continue }
      let helps = PluginTable.filters.contains {
        waiting.rejectedBy.contains($0.name) && $0.mayHelp(event, waiting.pod)
      }
      if helps { release(key, at: now) }
    }
  }

  private mutating func release(_ key: ObjectKey, at now: SimTime) {
    guard case .unschedulable? = places[key], let waiting = pods[key] else { return }
    let until = (waiting.lastAttempt ?? now) + Self.pause(after: waiting.attempts)
    places[key] = until > now ? .backoff(until: until) : .active
  }

  private mutating func flush(at now: SimTime) {
    for (key, place) in places {
      switch place {
      case .active: continue
      case .backoff(let until): if until <= now { places[key] = .active }
      case .unschedulable(let since):
        if now - since > Self.longestRest { places[key] = .active }
      }
    }
  }

  /// When something is to be tried next; nil when nothing but an event can help.
  func nextTime(after now: SimTime) -> SimTime? {
    places.compactMap { _, place -> SimTime? in
      switch place {
      case .active: now
      case .backoff: now
      case .unschedulable(let since): since + Self.longestRest + .seconds(1)
      }
    }.min()
  }
}

extension ClusterEvent {
  /// The pod an event is about: its own news do not help it.
  var subject: ObjectKey? {
    switch self {
    case .podBound(let pod), .podGone(let pod), .podChanged(let pod, _): pod.key
    case .nodeAdded, .nodeChanged, .namespaceChanged: nil
    }
  }
}
