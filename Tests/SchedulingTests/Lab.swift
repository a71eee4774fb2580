import Engine
import HashTreeCollections
import Objects
import Store
import Testing

@testable import Scheduling

/// A cluster of which only the API and the scheduler are real: the test plays everybody else.
struct Lab {
  private(set) var state = ClusterState()
  private(set) var scheduler = Scheduler()
  private(set) var now = SimTime.worldBegins
  private(set) var changes: [Change] = []
  /// Where in the order of nodes the scheduler began when it placed a pod.
  private(set) var starts: [ObjectKey: Int] = [:]
  /// Writes of the scheduler that the store shall refuse, while there are any left.
  var refusals = 0
  private var queue = EventQueue<Scheduler.Key>()
  private var random = SeededRandom(seed: 1)

  init(_ objects: any APIObject...) {
    for name in ["default", "other"] {
      var namespace = Namespace()
      namespace.metadata = ObjectMeta(name: name, labels: ["team": name])
      add(namespace)
      var account = ServiceAccount()
      account.metadata = ObjectMeta(name: "default", namespace: name)
      add(account)
    }
    for object in objects { add(object) }
  }

  mutating func submit(_ intent: Intent, by actor: Actor = .user) throws(Rejection) {
    if actor == .scheduler, refusals > 0, case .bind(let key, _) = intent {
      refusals -= 1
      throw .conflict(key, why: "the test says so")
    }
    guard let change = try state.apply(intent, by: actor, at: now, using: &random) else { return }
    changes.append(change)
    for look in scheduler.observe(change, in: state, at: now) {
      queue.add(look.key, at: max(look.at, now))
    }
  }

  mutating func attempt(_ intent: Intent, by actor: Actor = .user) {
    do throws(Rejection) {
      try submit(intent, by: actor)
    } catch {
      Issue.record("\(error.message)")
    }
  }

  /// Creates objects; waiting pods are looked at only when time runs. Nodes are there as they say,
  /// with nobody to take the mark of a new one from them.
  mutating func add(_ objects: any APIObject...) {
    for object in objects {
      attempt(.create(object), by: object.kind == .node ? .system : .user)
    }
  }

  /// Creates a pod that is bound already.
  mutating func add(_ pod: Pod, on node: String) {
    var bound = pod
    bound.spec.nodeName = node
    add(bound)
  }

  mutating func settle() { run(for: .zero) }

  mutating func run(for span: SimSpan) {
    let deadline = now + span
    var looks = 0
    while let due = queue.popFirst(by: deadline) {
      now = max(now, due.time)
      looks += 1
      if looks > 20_000 {
        Issue.record("the scheduler does not come to rest")
        return
      }
      let before = scheduler
      let reactions = scheduler.reconcile(due.key, in: state, at: now, using: &random)
      for reaction in reactions {
        expectReasoned(reaction, by: before)
        expectReasonable(reaction, among: reactions, by: before)
      }
      for reaction in reactions { perform(reaction, for: due.key) }
    }
    now = deadline
  }

  /// However the scheduler came to its choice, asking every plugin about every node gives the same.
  private mutating func expectReasoned(_ reaction: Reaction<Scheduler.Key>, by before: Scheduler) {
    guard case .submit(.bind(let key, let node)) = reaction, let pod = state.pod(key),
      before.assumed[key] == nil
    else { return }
    starts[key] = before.startIndex
    let decision = before.explain(pod, in: state)
    #expect(decision.node == node, "\(key) was placed otherwise than explained")
    let start = (before.startIndex + decision.reports.count) % max(1, decision.nodeCount)
    #expect(scheduler.startIndex == start, "\(key) had another number of nodes looked at")
  }

  /// So it is with what it says of a pod that fits nowhere, and with whom it pushes out for it.
  private func expectReasonable(
    _ reaction: Reaction<Scheduler.Key>, among all: [Reaction<Scheduler.Key>],
    by before: Scheduler
  ) {
    guard case .submit(.updateStatus(let object)) = reaction, let complaint = object as? Pod,
      complaint.key == scheduler.lastTried?.pod.key, let pod = state.pod(complaint.key),
      pod.spec.nodeName.isEmpty,
      let condition = complaint.status.conditions["PodScheduled"],
      condition.reason == "Unschedulable"
    else { return }
    let explanation = before.explanation(of: pod, in: state)
    var message = explanation.decision.failureMessage
    var victims: [ObjectKey] = []
    switch explanation.preemption {
    case .useless(let why): message += " no new claims to deallocate, preemption: " + why
    case .victims(let keys, let node):
      victims = keys.filter { !(state.pod($0)?.metadata.isDeleting ?? true) }
      #expect(complaint.status.nominatedNodeName == node)
    case nil: message += explanation.decision.objection == nil ? "" : " not found"
    }
    #expect(condition.message == message)
    let pushed = all.compactMap { other -> ObjectKey? in
      guard case .submit(.delete(let key, _)) = other else { return nil }
      return key
    }
    #expect(pushed == victims, "\(pod.key) pushes others out than explained")
  }

  private mutating func perform(_ reaction: Reaction<Scheduler.Key>, for key: Scheduler.Key) {
    switch reaction {
    case .look(let key, let time): queue.add(key, at: max(time, now))
    case .submit(let intent):
      do throws(Rejection) {
        try submit(intent, by: .scheduler)
      } catch {
        let answers = scheduler.refused(intent, with: error, for: key, in: state, at: now)
        for case .look(let key, let time) in answers { queue.add(key, at: max(time, now)) }
      }
    }
  }
}

// MARK: - Looking

extension Lab {
  func pod(_ name: String) -> Pod { state.get(Pod.self, name, in: "default") ?? Pod() }

  /// The node of a pod; empty while it waits.
  func node(of name: String) -> String { pod(name).spec.nodeName }

  /// What the scheduler said about a pod that fitted nowhere, oldest first, each text once.
  func complaints(about name: String) -> [String] {
    state.events(about: pod(name)).filter { $0.reason == "FailedScheduling" }
      .compactMap(\.message)
  }

  /// How often the scheduler tried a pod in vain.
  func failures(of name: String) -> Int {
    state.events(about: pod(name)).filter { $0.reason == "FailedScheduling" }
      .reduce(0) { $0 + ($1.series?.count ?? $1.count ?? 1) }
  }

  /// What the scheduler thinks of each node.
  func decision(about pod: Pod) -> Decision { Scheduler.explain(pod, in: state) }

  /// `worker-1: Insufficient cpu`, `worker-2: fits`, in the scheduler's order.
  func verdicts(about pod: Pod) -> [String] {
    decision(about: pod).reports.map { report in
      switch report.verdict {
      case .fits: "\(report.node): fits"
      case .rejects(let reasons, _): "\(report.node): \(reasons.joined(separator: ", "))"
      }
    }
  }

  /// One plugin's weighted scores by node, in the scheduler's order.
  func scores(_ plugin: PluginName, for pod: Pod) -> [Int?] {
    decision(about: pod).reports.map { report in
      report.scores.first { $0.plugin == plugin }?.weighted
    }
  }

  /// Changes a stored object of the `default` namespace, or one outside namespaces.
  mutating func change<T: APIObject>(_ name: String, _ edit: (inout T) -> Void) {
    guard var object = state.get(T.self, name, in: T.kind.isNamespaced ? "default" : "") else {
      Issue.record("there is no \(T.kind.singular) \(name)")
      return
    }
    edit(&object)
    attempt(.update(object))
  }

  /// Takes a pod away at once, as a kubelet does when its containers have ended.
  mutating func finish(_ name: String) {
    attempt(.delete(ObjectKey(.pod, namespace: "default", name: name), .now))
  }
}
