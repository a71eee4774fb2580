import Engine
import Objects
import Store

/// `kubectl rollout pause`: changes of the template wait.
struct RolloutPause: Verb {
  static let name = "rollout pause"
  static let summary = "Mark the provided resource as paused"
  static let usage = "rollout pause RESOURCE"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("selector l ''").with(
    WriteOptions.flags(as: "kubectl-rollout")
  ).without("dry-run").with(ManifestFiles.flags)

  private let targets: RolloutTargets
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    options = try WriteOptions(invocation)
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        let place = "\(object.kind.qualifiedPlural) \"\(object.metadata.name)\""
        guard let deployment = object as? Deployment else {
          throw .plain("error: \(place) pausing is not supported")
        }
        if deployment.spec.paused == true { throw .plain("error: \(place) is already paused") }
        var changed = deployment.unversioned
        changed.spec.paused = true
        return [options.step(.update(changed), changed, done: "paused")]
      })
  }
}

/// `kubectl rollout resume`: and now they go on.
struct RolloutResume: Verb {
  static let name = "rollout resume"
  static let summary = "Resume a paused resource"
  static let usage = "rollout resume RESOURCE"
  static let takes = WordMeaning.resources
  static let flags = RolloutPause.flags

  private let targets: RolloutTargets
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    options = try WriteOptions(invocation)
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        let place = "\(object.kind.qualifiedPlural) \"\(object.metadata.name)\""
        guard let deployment = object as? Deployment else {
          throw .plain("error: \(place) resuming is not supported")
        }
        guard deployment.spec.paused == true else { throw .plain("error: \(place) is not paused") }
        var changed = deployment.unversioned
        changed.spec.paused = nil
        return [options.step(.update(changed), changed, done: "resumed")]
      })
  }
}

/// `kubectl rollout restart`: the same version again, with new pods.
struct RolloutRestart: Verb {
  static let name = "rollout restart"
  static let summary = "Restart a resource"
  static let usage = "rollout restart RESOURCE"
  static let takes = WordMeaning.resources
  static let flags = RolloutPause.flags

  private let targets: RolloutTargets
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    options = try WriteOptions(invocation)
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        let place = "\(object.kind.qualifiedPlural) \"\(object.metadata.name)\""
        if let deployment = object as? Deployment, deployment.spec.paused == true {
          throw .plain("error: \(place) can't restart paused deployment (run rollout resume first)")
        }
        let changed =
          object.hasRollouts
          ? object.withPodTemplate { template in
            template.metadata.annotations["kubectl.kubernetes.io/restartedAt"] = context.now.rfc3339
          } : nil
        guard let changed else { throw .plain("error: \(place) restarting is not supported") }
        // The mark is the second: within it, a second one changes nothing.
        if changed.isEqual(to: object.unversioned) {
          throw .error(
            "failed to create patch for \(object.metadata.name): if restart has already been "
              + "triggered within the past second, please wait before attempting to trigger "
              + "another")
        }
        return [options.step(.update(changed), changed, done: "restarted")]
      })
  }
}
