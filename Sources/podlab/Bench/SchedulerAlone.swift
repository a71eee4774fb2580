import Engine
import Objects
import Scheduling
import Store

/// A cluster of API server and scheduler alone, with a stopwatch on the scheduling.
struct SchedulerAlone {
  private(set) var state = ClusterState()
  private var scheduler = Scheduler()
  private var queue = EventQueue<Scheduler.Key>()
  private var random = SeededRandom(seed: 1)
  private var now = SimTime.worldBegins
  /// Changes by the scene that the scheduler has not heard of yet.
  private var unheard: [Change] = []
  private(set) var watch = BenchWatch()
  private(set) var boundCount = 0

  /// So many nodes, and nothing on them.
  init(nodes: Int) {
    var namespace = Namespace()
    namespace.metadata = ObjectMeta(name: "default")
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    add(namespace)
    add(account)
    for number in 0..<nodes { add(BenchObjects.node(number)) }
  }

  /// Creates something; the scheduler hears of it when it next runs.
  mutating func add(_ object: any APIObject) { write(.create(object)) }

  mutating func write(_ intent: Intent) {
    do throws(Rejection) {
      guard let change = try state.apply(intent, by: .system, at: now, using: &random) else {
        return
      }
      unheard += change.inOrder
    } catch {
      // A scene writes nothing that could be refused; if it did, fewer pods would be placed,
      // and the result says so.
      return
    }
  }

  /// Lets the scheduler take note of all that was written without measuring it: that is how the
  /// cluster came to be.
  mutating func introduce() {
    for change in unheard { tell(change) }
    unheard = []
  }

  /// Runs the scheduler for `span`, measured. `report` is told how many pods have been bound.
  mutating func schedule(for span: SimSpan, reporting report: (Int) -> Void) {
    let deadline = now + span
    watch.start()
    introduce()
    while let due = queue.popFirst(by: deadline) {
      now = max(now, due.time)
      let before = boundCount
      for reaction in scheduler.reconcile(due.key, in: state, at: now, using: &random) {
        perform(reaction, for: due.key)
      }
      if boundCount / 100 > before / 100 { report(boundCount) }
    }
    now = deadline
    watch.stop()
  }

  private mutating func tell(_ change: Change) {
    for look in scheduler.observe(change, in: state, at: now) {
      queue.add(look.key, at: max(look.at, now))
    }
  }

  private mutating func perform(_ reaction: Reaction<Scheduler.Key>, for key: Scheduler.Key) {
    switch reaction {
    case .look(let key, let time): queue.add(key, at: max(time, now))
    case .submit(let intent):
      do throws(Rejection) {
        let change = try state.apply(intent, by: .scheduler, at: now, using: &random)
        for part in change?.inOrder ?? [] { tell(part) }
        if case .bind = intent { boundCount += 1 }
      } catch {
        let answers = scheduler.refused(intent, with: error, for: key, in: state, at: now)
        for case .look(let key, let time) in answers { queue.add(key, at: max(time, now)) }
      }
    }
  }
}
