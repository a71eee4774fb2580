import Engine
import Objects
import Store

/// The pods of one node on their way out.
struct NodeDrain: Sendable {
  /// How long after a refused eviction it is asked for again.
  static let pause = SimSpan.seconds(5)
  /// How often it is seen whether a pod is gone.
  static let poll = SimSpan.seconds(1)
  /// How long nothing but refusals is put up with. kubectl would ask for ever, and nobody sits
  /// before a simulator that long.
  static let patience = SimSpan.minutes(10)

  private struct Leaver: Sendable {
    enum Stage: Sendable {
      /// Its eviction is asked for then.
      case asks(at: SimTime)
      /// It is seen then whether it is gone.
      case leaves(look: SimTime)
      case gone
    }

    var key: ObjectKey
    var uid: String
    var stage: Stage
  }

  let node: String
  var errors: [String] = []
  private(set) var hasBegun = false
  private let manner: DrainManner
  private let deadline: SimTime?
  private var pods: [Leaver] = []
  /// Since when every eviction asked for has been refused.
  private var refusedSince: SimTime?

  init(node: String, manner: DrainManner, beginning now: SimTime) {
    self.node = node
    self.manner = manner
    deadline = manner.timeout > .zero ? now + manner.timeout : nil
  }

  mutating func take(_ pods: [Pod], at now: SimTime) {
    hasBegun = true
    self.pods = pods.map {
      Leaver(key: $0.key, uid: $0.metadata.uid, stage: .asks(at: now))
    }
  }

  var isOver: Bool {
    pods.allSatisfy { if case .gone = $0.stage { true } else { false } }
  }

  /// Whether nothing has moved for so long that it never will.
  func isHopeless(at now: SimTime) -> Bool {
    guard deadline == nil, let refusedSince, refusedSince + Self.patience <= now else {
      return false
    }
    return pods.allSatisfy { if case .leaves = $0.stage { false } else { true } }
  }

  /// When something is due next.
  var next: SimTime? {
    let times = pods.compactMap { pod -> SimTime? in
      switch pod.stage {
      case .asks(let time): time
      case .leaves(let look): deadline.map { min($0, look) } ?? look
      case .gone: nil
      }
    }
    return times.min()
  }

  /// Does what is due; `state` is brought along.
  mutating func advance(in state: inout ClusterState, at now: SimTime) -> [Step] {
    var steps: [Step] = []
    let asking = pods.indices.filter { place in
      if case .asks(let time) = pods[place].stage { time <= now } else { false }
    }
    if manner.evicts || manner.dryRun == .client {
      for place in asking { announce(place, at: now, &steps) }
    }
    for place in asking {
      if case .gone = pods[place].stage { continue }
      ask(place, in: &state, at: now, &steps)
    }
    for place in pods.indices {
      if case .leaves(let look) = pods[place].stage { see(place, look, in: state, at: now, &steps) }
    }
    return steps
  }

  private mutating func announce(_ place: Int, at now: SimTime, _ steps: inout [Step]) {
    let key = pods[place].key
    steps.append(.say(.line("evicting pod \(key.namespacedName)\(manner.suffix)")))
    guard let deadline, now >= deadline else { return }
    fail(
      place,
      "error when evicting pods/\"\(key.name)\" -n \"\(key.namespace)\": global timeout reached: "
        + manner.timeout.goText)
  }

  private mutating func fail(_ place: Int, _ error: String) {
    pods[place].stage = .gone
    if !errors.contains(error) { errors.append(error) }
  }

  private mutating func ask(
    _ place: Int, in state: inout ClusterState, at now: SimTime, _ steps: inout [Step]
  ) {
    let key = pods[place].key
    if manner.dryRun == .client {
      pods[place].stage = .gone
      return
    }
    let intent: Intent =
      manner.evicts ? .evict(pod: key, manner.deletion) : .delete(key, manner.deletion)
    do throws(Rejection) {
      var random = SeededRandom(seed: 0)
      _ = try state.apply(intent, by: .user, at: now, using: &random)
      refusedSince = nil
      let isRehearsal = manner.dryRun == .server
      steps.append(
        .write(
          Write(intent, answer: .nothing, isDryRun: isRehearsal, ignoresNotFound: true)))
      pods[place].stage = isRehearsal ? .gone : .leaves(look: now)
    } catch {
      refuse(place, error, at: now, &steps)
    }
  }

  private mutating func refuse(
    _ place: Int, _ rejection: Rejection, at now: SimTime, _ steps: inout [Step]
  ) {
    let key = pods[place].key
    let subject = "error when evicting pods/\"\(key.name)\" -n \"\(key.namespace)\""
    switch rejection {
    case .notFound: pods[place].stage = manner.evicts ? .gone : .leaves(look: now)
    case .tooManyRequests(let message, _):
      steps.append(.say(.note("\(subject) (will retry after 5s): \(message)")))
      refusedSince = refusedSince ?? now
      pods[place].stage = .asks(at: now + Self.pause)
    case .alreadyExists, .conflict, .applyConflict, .invalid, .forbidden, .denied, .badRequest,
      .internalError:
      fail(place, manner.evicts ? "\(subject): \(rejection.message)" : rejection.message)
    }
  }

  private mutating func see(
    _ place: Int, _ look: SimTime, in state: ClusterState, at now: SimTime, _ steps: inout [Step]
  ) {
    let key = pods[place].key
    let isLate = deadline.map { now >= $0 } ?? false
    guard look <= now || isLate else { return }
    guard let pod = state.pod(key), pod.metadata.uid == pods[place].uid else {
      pods[place].stage = .gone
      steps.append(.say(.line("pod/\(key.name) \(manner.evicts ? "evicted" : "deleted")")))
      return
    }
    if manner.rules.isForgotten(pod, at: now) {
      pods[place].stage = .gone
      steps.append(
        .say(
          .line(
            "pod \"\(key.name)\" has DeletionTimestamp older than \(manner.rules.skippedAfter) "
              + "seconds, skipping")))
    } else if isLate {
      let why = "context deadline exceeded"
      fail(
        place,
        manner.evicts
          ? "error when waiting for pod \"\(key.name)\" in namespace \"\(key.namespace)\" to "
            + "terminate: \(why)" : why)
    } else {
      pods[place].stage = .leaves(look: now + Self.poll)
    }
  }
}
