import Engine
import HashTreeCollections
import Objects
import Store

/// The default scheduler: gives every pod without a node one that fits it best.
public struct Scheduler: Component {
  public enum Key: Hashable, Sendable {
    /// The scheduler takes one pod at a time from its queue.
    case nextPod
    /// A pod that has a node waits for its volumes.
    case volumes(ObjectKey)
  }

  /// The name pods ask for it by.
  static let profile = "default-scheduler"

  var cache = NodeCache()
  var queue = SchedulingQueue()
  var nominations = Nominations()
  /// What pods that fit alike share.
  var shapes = ShapeMemories()
  /// What pods that look around alike share.
  var surroundings = SurroundingsMemories()
  /// What pods from one template share.
  var wishes = WishBook()
  /// Bindings whose news are still on their way: a real scheduler binds in the background and
  /// hears of it only after it has gone through its line.
  var unheard: [PodFacts] = []
  /// The pod of the last turn: should its binding be refused, it goes on waiting.
  var lastTried: SchedulingQueue.Waiting?
  /// The node to look at first: moves on so that large clusters fill evenly.
  var startIndex = 0
  /// Pods that have a node and wait for their volumes there: they hold room already.
  var assumed = TreeDictionary<ObjectKey, Assumption>()

  /// What is done with nodes of equal score.
  public let ties: TieBreak

  public init(ties: TieBreak = .first) {
    self.ties = ties
  }

  public func actor(for key: Key) -> Actor { .scheduler }

  // MARK: - Looking

  public mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    switch key {
    case .volumes(let pod): return lookAtVolumes(of: pod, in: state, at: now)
    case .nextPod: break
    }
    var reactions: [Reaction<Key>] = []
    if !unheard.isEmpty, !queue.isAnybodyInLine(at: now) {
      for pod in unheard where !queue.isNobodyResting { queue.tell(.podBound(pod), at: now) }
      unheard = []
    }
    if let waiting = queue.pop(at: now), Self.waits(waiting.pod.key, in: state) {
      lastTried = waiting
      reactions = schedule(waiting, in: state, at: now, using: &random)
    }
    if let next = nextLook(at: now) { reactions.append(.look(.nextPod, at: next)) }
    return reactions
  }

  func nextLook(at now: SimTime) -> SimTime? {
    unheard.isEmpty ? queue.nextTime(after: now) : now
  }

  public mutating func refused(
    _ intent: Intent, with rejection: Rejection, for key: Key, in state: ClusterState,
    at now: SimTime
  ) -> [Reaction<Key>] {
    guard case .bind(let pod, _) = intent, let stored = state.pod(pod), Self.waits(stored) else {
      return []
    }
    let facts = facts(of: stored)
    var waiting = SchedulingQueue.Waiting(pod: facts, since: now, sequence: 0)
    if let lastTried, lastTried.pod.key == pod { waiting = lastTried }
    if let known = forgetAssumption(pod, in: state, at: now) { waiting = known }
    waiting.pod = facts
    queue.retry(waiting, at: now)
    return nextLook(at: now).map { [.look(.nextPod, at: $0)] } ?? []
  }
}
