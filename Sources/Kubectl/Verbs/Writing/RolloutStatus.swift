import Engine
import Objects
import Store

/// `kubectl rollout status`: watch a rollout to its end.
struct RolloutStatus: Verb {
  static let name = "rollout status"
  static let summary = "Show the status of the rollout"
  static let usage = "rollout status (TYPE NAME | TYPE/NAME) [flags]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    revision 0
    selector l ''
    timeout 0s
    watch w true
    """
  ).with(ManifestFiles.flags)

  private let targets: RolloutTargets
  private let timeout: SimSpan
  private let watches: Bool
  private let revision: Int

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    timeout = invocation.duration("timeout")
    watches = invocation.has("watch")
    revision = invocation.integer("revision")
    if revision < 0 { throw .error("revision must be a positive integer: \(revision)") }
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (found, failures) = try targets.find(in: context) { object in
      .error("no status viewer has been implemented for \(object.kind.rawValue)")
    }
    if !failures.isEmpty { return .show(failures.map(Part.failed)) }
    if found.isEmpty, targets.targets.files.isEmpty {
      return .show([targets.targets.selection.nothingFound(in: context)])
    }
    let deadline = context.now + (timeout > .zero ? timeout : .hours(24 * 365))
    return .inOrder(
      found.map {
        .wait(
          RolloutWait(
            object: $0.key, deadline: deadline, watches: watches, revision: revision))
      })
  }
}

/// Waits until all pods of an object are of the newest version.
struct RolloutWait: Waiting {
  private let object: ObjectKey
  private let deadline: SimTime
  private let watches: Bool
  private let revision: Int
  /// The version of the object that was last reported on.
  private var seen = 0

  init(object: ObjectKey, deadline: SimTime, watches: Bool, revision: Int) {
    self.object = object
    self.deadline = deadline
    self.watches = watches
    self.revision = revision
  }

  mutating func look(at sight: Sight) -> Progress {
    var parts: [Part] = []
    var versions = sight.changes.compactMap { $0.key == object ? $0.after : nil }
    if versions.isEmpty, let now = sight.state[object] { versions = [now] }
    guard sight.state[object] != nil else {
      return .end([.failed(.error("object has been deleted"))], status: 1)
    }
    for version in versions where version.metadata.resourceVersion != seen {
      seen = version.metadata.resourceVersion
      switch RolloutVerdict(on: version, revision: revision) {
      case .done(let line): return .end(parts + [.line(line)])
      case .failed(let failure): return .end(parts + [.failed(failure)], status: 1)
      case .going(let line):
        parts.append(.line(line))
        if !watches { return .end(parts) }
      }
    }
    if sight.now >= deadline {
      let failure = Failure.error("timed out waiting for the condition")
      return .end(parts + [.failed(failure)], status: 1)
    }
    return .goOn(parts, next: deadline)
  }

  func progress(in state: ClusterState) -> String? {
    let (updated, ready, wanted): (Int, Int, Int)
    switch state[object] {
    case let set as Deployment:
      (updated, ready) = (set.status.updatedReplicas, set.status.readyReplicas)
      wanted = set.spec.replicas ?? 1
    case let set as StatefulSet:
      (updated, ready) = (set.status.updatedReplicas, set.status.readyReplicas)
      wanted = set.spec.replicas ?? 1
    case let set as DaemonSet:
      (updated, ready) = (set.status.updatedNumberScheduled, set.status.numberReady)
      wanted = set.status.desiredNumberScheduled
    default: return nil
    }
    return "\(object.name): \(updated) of \(wanted) updated, \(ready) ready"
  }
}
