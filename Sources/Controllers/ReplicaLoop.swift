import Engine
import HashTreeCollections
import Objects
import Store

/// Keeps as many pods alive as each owner of one kind wants.
struct ReplicaLoop<Owner: PodKeeper>: ControlLoop {
  static var name: String { Owner.loopName }
  static var component: String { Owner.reporter }
  static var watched: Set<Kind>? { [Owner.kind, .pod] }

  /// How many pods one look creates or deletes at most.
  static var burst: Int { 500 }

  private var orphans = Orphans()
  private var tallies = SharedTree<ObjectKey, PodTally>()
  private var pace = BurstPace()
  var delays = RetryDelays()

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if change.key.kind == Owner.kind {
      if change.verb == .deleted {
        delays.forget(change.key)
        pace.forget(change.key)
        tallies[change.key] = nil
      }
      return [(change.key, now)]
    }
    guard let (before, after) = change.sides(Pod.self) else { return [] }
    orphans.observe(change)
    var keys = change.owners(Owner.kind)
    for key in keys { tallies[key]?.observe(before, after, revision: change.revision) }
    if let after, change.leavesOrphan {
      keys += Self.candidates(for: after, in: state)
    }
    return keys.map { ($0, now) }
  }

  /// The owners that might adopt a pod nobody controls.
  private static func candidates(for pod: Pod, in state: ClusterState) -> [ObjectKey] {
    state.all(Owner.self, in: pod.metadata.namespace)
      .filter { $0.podSelector.matches(pod.metadata.labels) }
      .map(\.key)
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let set = draft.state[object] as? Owner else { return }
    var tally = tally(of: set, in: draft.state)
    let pods = tally == nil ? claim(for: set, &draft) : nil
    var failure: Failure?
    if !set.metadata.isDeleting { failure = manage(pods, tally, of: set, &draft) }
    for case .wrote(let change) in draft.steps {
      guard let (before, after) = change.sides(Pod.self) else { continue }
      tally?.observe(before, after, revision: change.revision)
    }
    tallies[object] = tally
    updateStatus(of: set, tally, failure, &draft)
    if failure != nil {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }

  /// What an owner's pods come to; nil where going through them is needed, because some are to be
  /// adopted or let go, or become available as time passes.
  private func tally(of set: Owner, in state: ClusterState) -> PodTally? {
    guard set.minReadySeconds == 0 else { return nil }
    let standard = PodTally.Standard(set)
    let known = tallies[set.key]
    let tally = known?.standard == standard ? known : PodTally(standard, in: state)
    guard let tally, tally.strangers == 0 else { return nil }
    guard !set.metadata.isDeleting else { return tally }
    let found = orphans.matching(
      set.podSelector, in: set.metadata.namespace, of: state, as: Pod.self)
    return found.contains(where: \.isActive) ? nil : tally
  }

  private func claim(for set: Owner, _ draft: inout Draft) -> [Pod] {
    Claims.claim(
      for: set, selector: set.podSelector, orphans: orphans, Pod.self, where: \.isActive, &draft)
  }

  /// What went wrong while pods were created or deleted.
  struct Failure {
    var reason: String
    var message: String
  }

  private mutating func manage(
    _ pods: [Pod]?, _ tally: PodTally?, of set: Owner, _ draft: inout Draft
  ) -> Failure? {
    let surplus = (pods?.count ?? tally?.active ?? 0) - set.wantedReplicas
    if surplus < 0 {
      guard pace.allows(set.key, creating: -surplus, of: Self.burst, &draft) else { return nil }
      return create(min(-surplus, Self.burst), for: set, &draft)
    }
    if surplus > 0 {
      delete(min(surplus, Self.burst), of: pods ?? claim(for: set, &draft), for: set, &draft)
    }
    return nil
  }

  /// Creates pods one, two, four, … at a time, and stops at the first batch with a refusal: when
  /// none can be created, one refusal tells as much as hundreds.
  private func create(_ count: Int, for set: Owner, _ draft: inout Draft) -> Failure? {
    var missing = count
    var batch = 1
    while missing > 0 {
      var failure: Failure?
      for _ in 0..<min(batch, missing) {
        do throws(Rejection) {
          let pod = try draft.submit(.create(PodControl.pod(from: set.podTemplate, for: set)))
          draft.note(
            .normal, "SuccessfulCreate", "Created pod: \(pod?.metadata.name ?? "")", about: set)
        } catch {
          if PodControl.isEnding(set.metadata.namespace, in: draft.state) { return nil }
          let message = error.message
          failure = Failure(reason: "FailedCreate", message: message)
          draft.note(.warning, "FailedCreate", "Error creating: \(message)", about: set)
        }
      }
      if let failure { return failure }
      missing -= min(batch, missing)
      batch *= 2
    }
    return nil
  }

  private func delete(_ count: Int, of pods: [Pod], for set: Owner, _ draft: inout Draft) {
    var doomed = pods
    if count < pods.count {
      let order = PodDeletionOrder(at: draft.now, related: Self.related(to: set, in: draft.state))
      doomed = Array(order.sorted(pods).prefix(count))
    }
    for pod in doomed { PodControl.delete(pod, for: set, &draft) }
  }

  /// The active pods of all sets with the same owner as `set`, itself included.
  private static func related(to set: Owner, in state: ClusterState) -> [Pod] {
    var family = [set.metadata.uid]
    if let owner = set.metadata.controller {
      family = state.owned(by: owner.uid, Owner.self).map(\.metadata.uid)
    }
    return family.flatMap { state.owned(by: $0, Pod.self) }.filter(\.isActive)
  }
}
