import Engine
import Objects
import Store

/// `kubectl rollout status`: watch a rollout to its end.
struct RolloutStatus: Verb {
  static let name = "rollout status"
  static let summary = "Show the status of the rollout"
  static let usage = "rollout status (TYPE NAME | TYPE/NAME) [flags]"
  static let takes = WordMeaning.resources
  static let examples = ["# Until it is done", "kubectl rollout status deployment/web"]
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
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (found, failures) = try targets.deployments(in: context) { object in
      .error("no status viewer has been implemented for \(object.kind.rawValue)")
    }
    if !failures.isEmpty { return .show(failures.map(Part.failed)) }
    let deadline = context.now + (timeout > .zero ? timeout : .hours(24 * 365))
    return .inOrder(
      found.map {
        .wait(
          RolloutWait(
            deployment: $0.key, deadline: deadline, watches: watches, revision: revision))
      })
  }
}

/// Waits until a Deployment's pods are all of the newest version.
struct RolloutWait: Waiting {
  private let deployment: ObjectKey
  private let deadline: SimTime
  private let watches: Bool
  private let revision: Int
  /// The version of the object that was last reported on.
  private var seen = 0

  init(deployment: ObjectKey, deadline: SimTime, watches: Bool, revision: Int) {
    self.deployment = deployment
    self.deadline = deadline
    self.watches = watches
    self.revision = revision
  }

  private enum Verdict {
    case going(String)
    case done(String)
    case failed(Failure)
  }

  mutating func look(at sight: Sight) -> Progress {
    var parts: [Part] = []
    var versions = sight.changes.compactMap { change -> Deployment? in
      change.key == deployment ? change.after as? Deployment : nil
    }
    if versions.isEmpty, let now = sight.state[deployment] as? Deployment { versions = [now] }
    guard sight.state[deployment] != nil else {
      return .end([.failed(.error("object has been deleted"))], status: 1)
    }
    for version in versions where version.metadata.resourceVersion != seen {
      seen = version.metadata.resourceVersion
      switch verdict(on: version) {
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

  private func verdict(on deployment: Deployment) -> Verdict {
    let name = deployment.metadata.name
    let status = deployment.status
    let number = deployment.metadata.annotations[RolloutHistory.annotation].flatMap { Int($0) }
    if revision > 0, let number, number != revision {
      return .failed(
        .error("desired revision (\(revision)) is different from the running revision (\(number))"))
    }
    guard deployment.metadata.generation <= status.observedGeneration else {
      return .going("Waiting for deployment spec update to be observed...")
    }
    if status.conditions["Progressing"]?.reason == "ProgressDeadlineExceeded" {
      return .failed(.error("deployment \"\(name)\" exceeded its progress deadline"))
    }
    let start = "Waiting for deployment \"\(name)\" rollout to finish: "
    let wanted = deployment.spec.replicas ?? 1
    if status.updatedReplicas < wanted {
      return .going(
        start + "\(status.updatedReplicas) out of \(wanted) new replicas have been updated...")
    }
    if status.replicas > status.updatedReplicas {
      return .going(
        start + "\(status.replicas - status.updatedReplicas) old replicas are pending "
          + "termination...")
    }
    if status.availableReplicas < status.updatedReplicas {
      return .going(
        start + "\(status.availableReplicas) of \(status.updatedReplicas) updated replicas are "
          + "available...")
    }
    return .done("deployment \"\(name)\" successfully rolled out")
  }
}
