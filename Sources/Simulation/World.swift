import Controllers
import Engine
import Nodes
import Objects
import Scheduling
import Store

/// A whole cluster at one moment, as one value: what the API server knows, what the parts of the
/// cluster have in mind, what is still to come, and the chance that decides it. A copy is a
/// snapshot; the same world given the same commands goes the same way.
public struct World: Sendable {
  public private(set) var now: SimTime
  public private(set) var state: ClusterState
  public private(set) var history = History()
  public internal(set) var scheduler: Scheduler
  public internal(set) var controllers = ControllerManager()
  public internal(set) var machines = Machines()
  public internal(set) var controlPlane: ControlPlane
  /// Whoever buys machines and gives them back; usually nobody does.
  public internal(set) var autoscaler: ClusterAutoscaler?
  /// Ports of the user's side that lead into pods.
  public internal(set) var forwards: [PortForward] = []
  /// What the user's kubectl knows of this cluster and others.
  public var kubeconfig = Kubeconfig.standard
  /// The synthetic traffic that is being sent, or was sent last.
  public internal(set) var load: LoadRun?
  /// What was sent to each target by the runs before that one.
  var earlierLoads: [LoadPlan.Target: LoadRun.Tally] = [:]
  var queue = EventQueue<Work>()
  var events = EventLifetimes()
  var random: SeededRandom
  /// How often something has been looked at.
  private var looks = 0

  /// An empty cluster: system objects, and no machine yet.
  public init(seed: UInt64, beginning now: SimTime = .worldBegins, ties: TieBreak = .first) {
    self.now = now
    controlPlane = ControlPlane(at: now)
    scheduler = Scheduler(ties: ties)
    state = SystemObjects.furnished(at: now)
    random = SeededRandom(seed: seed)
    for object in SystemObjects.all {
      // A fresh store refuses none of these; if it did, every world would lack them alike.
      _ = try? submit(.create(object), by: .system)
    }
  }

  /// Carries out one write and tells every part of the cluster of it.
  ///
  /// What follows from it happens when time is next run, at the earliest in ``settle()``.
  @discardableResult
  public mutating func submit(
    _ intent: Intent, by actor: Actor, as writer: FieldWriter? = nil, because cause: Int? = nil
  ) throws(Rejection) -> Change? {
    guard
      let change = try state.apply(
        intent, by: actor, as: writer, because: cause, at: now, using: &random)
    else { return nil }
    tell(of: change)
    return change
  }

  /// Writes down a change that was made, and tells every part of the cluster.
  private mutating func tell(of change: Change) {
    for written in change.earlier { history.append(written) }
    history.append(change)
    events.note(change)
    if change.key.kind == .event, change.verb != .deleted {
      queue.add(.eventExpiry, at: now + Self.eventLifetime)
    }
    for written in change.earlier { announce(written) }
    announce(change)
  }

  /// Says whether a write would be accepted, and what it would leave, without doing it.
  public func dryRun(
    _ intent: Intent, by actor: Actor, as writer: FieldWriter? = nil
  ) throws(Rejection) -> Change? {
    var copy = self
    return try copy.submit(intent, by: actor, as: writer)
  }

  private mutating func announce(_ change: Change) {
    // Who waits for signs of life looks at the lease in time: nobody acts on each of them.
    if change.isSignOfLife { return }
    if isAtWork(.scheduler) {
      for look in scheduler.observe(change, in: state, at: now) {
        queue.add(.scheduler(look.key), at: max(look.at, now), because: change.revision)
      }
    }
    if isAtWork(.controllerManager) {
      for look in controllers.observe(change, in: state, at: now) {
        queue.add(.controllers(look.key), at: max(look.at, now), because: change.revision)
      }
    }
    for look in machines.observe(change, in: state, at: now) {
      queue.add(.machines(look.key), at: max(look.at, now), because: change.revision)
    }
  }

  /// Whether a part of the control plane runs and finds the API server.
  private func isAtWork(_ component: ControlPlaneComponent) -> Bool {
    isServerRunning && controlPlane.isRunning(component)
  }
}

// MARK: - Time

/// Where running time came to a halt.
public enum RunOutcome: Hashable, Sendable {
  /// The moment asked for was reached.
  case reached
  /// Whoever watches had seen enough.
  case stopped
  /// So much happened at one moment that something must be going round in circles.
  case unsettled
}

extension World {
  /// How many looks one moment may take. A cluster that is still busy after that is going round
  /// in circles; saying so beats hanging.
  private var looksAllowedAtOnce: Int { Self.looksAlwaysAllowed + 200 * state.count(of: .pod) }
  private static let looksAlwaysAllowed = 100_000

  /// Runs everything that is due now, with all that follows from it at this moment.
  @discardableResult
  public mutating func settle() -> RunOutcome { run(until: now) }

  /// Lets time pass until `deadline`.
  @discardableResult
  public mutating func run(until deadline: SimTime) -> RunOutcome {
    wakeKubelets()
    while step(by: deadline) {
      guard finishMoment() else { return .unsettled }
    }
    now = max(now, deadline)
    return .reached
  }

  /// Lets time pass until `deadline`. `stop` is asked after every moment at which something
  /// happened; when it says yes time stands still there.
  @discardableResult
  public mutating func run(
    until deadline: SimTime, stoppingWhen stop: (World) -> Bool
  ) -> RunOutcome {
    wakeKubelets()
    while step(by: deadline) {
      guard finishMoment() else { return .unsettled }
      if stop(self) { return .stopped }
    }
    now = max(now, deadline)
    return .reached
  }

  /// Goes on to the next moment at which something is due; false when that is after `deadline`.
  private mutating func step(by deadline: SimTime) -> Bool {
    guard let next = queue.nextTime(), next <= deadline else { return false }
    now = max(now, next)
    return true
  }

  /// Runs all that is due at this very moment; false when there is no end to it.
  private mutating func finishMoment() -> Bool {
    let before = looks
    while let due = queue.popFirst(by: now) {
      perform(due)
      wakeKubelets()
      looks += 1
      let count = looks - before
      if count > Self.looksAlwaysAllowed, count > looksAllowedAtOnce { return false }
    }
    return true
  }

  /// When something other than heartbeats is next due. While the cluster has not noticed yet that
  /// a machine was lost or is back, its heartbeats are what everybody waits for: they count then.
  /// So does the autoscaler's next look while pods without a node wait for it.
  public var nextEventTime: SimTime? {
    let isNoticed = isEveryLossNoticed
    let isAwaited = isAutoscalerAwaited
    return queue.waiting.filter {
      !isNoticed || !$0.key.isHeartbeat || (isAwaited && $0.key == .autoscaler(.round))
    }.map(\.time).min()
  }

  /// About how many places this world does not share with an earlier one: a look changes a place
  /// or two, and the queue is copied as a whole.
  func weight(beside earlier: World?) -> Int {
    let places = state.count(of: .pod) + state.count(of: .node) + queue.count
    let before = earlier?.looks ?? 0
    // One that begins anew shares nothing.
    let changed = looks < before ? places : min(places, looks - before)
    return 1 + changed + queue.count / 16
  }

  /// Lets go of most changes up to a revision: nobody goes back there.
  mutating func forget(through revision: Int) {
    let state = state
    history.forget(through: revision) { change in
      guard change.verb == .created, let made = change.after else { return false }
      return state[change.key]?.metadata.uid == made.metadata.uid
    }
  }

  /// How many things are still to be looked at, heartbeats among them.
  public var waitingCount: Int { queue.count }

  private var isEveryLossNoticed: Bool {
    machines.names.allSatisfy { name in
      guard let node = state.node(name) else { return true }
      return node.status.conditions.isTrue("Ready") == machines.isKubeletAlive(name)
    }
  }

  private mutating func perform(_ due: EventQueue<Work>.Due) {
    switch due.key {
    case .scheduler(let key):
      guard isAtWork(.scheduler) else { return }
      let reactions = scheduler.reconcile(key, in: state, at: now, using: &random)
      carryOut(reactions, by: scheduler.actor(for: key), because: due.cause, Work.scheduler) {
        $0.scheduler.refused($1, with: $2, for: key, in: $0.state, at: $0.now)
      }
    case .controllers(let key):
      guard isAtWork(.controllerManager) else { return }
      if ControllerManager.readsMetrics(key) { controllers.metrics = metricsAPI }
      let steps = controllers.reconcile(
        key, in: &state, because: due.cause, at: now, using: &random)
      // Machines are not to be kept by anybody else: they would have to be copied at every change.
      controllers.metrics = .absent
      for step in steps {
        switch step {
        case .wrote(let change): tell(of: change)
        case .look(let key, let time):
          queue.add(.controllers(key), at: max(time, now), because: due.cause)
        }
      }
    case .machines(let key):
      let reactions = machines.reconcile(key, in: state, at: now, using: &random)
      carryOut(reactions, by: machines.actor(for: key), because: due.cause, Work.machines) {
        $0.machines.refused($1, with: $2, for: key, in: $0.state, at: $0.now)
      }
      if controlPlane.host == key.node { lookAtControlPlane() }
    case .eventExpiry: expireEvents()
    case .autoscaler(let key): perform(key)
    case .load: sendLoad()
    }
  }

  private mutating func carryOut<Key>(
    _ reactions: [Reaction<Key>], by actor: Actor, because cause: Int?, _ work: (Key) -> Work,
    refused: (inout World, Intent, Rejection) -> [Reaction<Key>]
  ) {
    for reaction in reactions {
      switch reaction {
      case .look(let key, let time): queue.add(work(key), at: max(time, now), because: cause)
      case .submit(let intent):
        // A kubelet that does not reach the server says it again when it does.
        guard isServerRunning else { continue }
        do throws(Rejection) {
          try submit(intent, by: actor, because: cause)
        } catch {
          for case .look(let key, let time) in refused(&self, intent, error) {
            queue.add(work(key), at: max(time, now), because: cause)
          }
        }
      }
    }
  }
}
