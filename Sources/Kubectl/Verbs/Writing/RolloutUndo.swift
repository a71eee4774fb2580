import Objects
import Store

/// `kubectl rollout undo`: back to an earlier version.
struct RolloutUndo: Verb {
  static let name = "rollout undo"
  static let summary = "Undo a previous rollout"
  static let usage = "rollout undo (TYPE NAME | TYPE/NAME) [flags]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("selector l ''\nto-revision 0").with(WriteOptions.flags).with(
    ManifestFiles.flags)

  private let targets: RolloutTargets
  private let options: WriteOptions
  private let revision: Int

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    options = try WriteOptions(invocation)
    revision = invocation.integer("to-revision")
  }

  var fileNeeds: [FileNeed] { targets.targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (found, failures) = try targets.find(in: context) { object in
      object.missing("rollbacker", sought: "rollbacker")
    }
    var steps: [Step] = []
    for object in found { steps += self.steps(for: object, in: context) }
    return .submit(steps + failures.map { .say(.failed($0)) })
  }

  private func steps(for object: any APIObject, in context: Context) -> [Step] {
    var steps: [Step] = []
    if object.metadata.annotations[Apply.annotation] != nil {
      let name = "\(object.kind.facts.plural)/\(object.metadata.name)"
      steps.append(
        .say(
          .note(
            "Warning: resource \(name) was previously managed with 'kubectl apply'. "
              + "Rolling back will not update the \(Apply.annotation) annotation, which may cause "
              + "unexpected behavior on future 'kubectl apply' operations. Consider using "
              + "'kubectl apply' with your previous configuration file instead.")))
    }
    do throws(Failure) {
      return steps + [try step(for: object, in: context)]
    } catch {
      return steps + [.say(.failed(error))]
    }
  }

  /// The version to go back to is looked up before anything else is asked.
  private func step(for object: any APIObject, in context: Context) throws(Failure) -> Step {
    let target = try target(in: RolloutHistory(of: object, in: context))
    if options.dryRun == .client, options.format == nil {
      return .say(.line(options.line(object, Self.text(of: target.template))))
    }
    if let deployment = object as? Deployment, deployment.spec.paused == true {
      throw .error(
        "you cannot rollback a paused deployment; resume it first with 'kubectl rollout "
          + "resume' and try again")
    }
    guard var changed = object.withPodTemplate({ $0 = target.wanted }),
      !changed.isEqual(to: object.unversioned)
    else {
      let line = "skipped rollback (current template already matches revision \(target.number))"
      return .say(.line(options.line(object, line)))
    }
    if object is Deployment {
      changed.metadata.annotations = Self.annotations(of: object, goingBackTo: target.keeper)
    }
    return options.step(.update(changed), changed, done: "rolled back")
  }

  private static func text(of template: PodTemplate) -> String {
    var text = Description()
    text.template(template)
    return text.renderTabbed()
  }

  /// Annotations that belong to the Deployment as it is now, or to its ReplicaSets alone.
  private static let kept: Set = [
    Apply.annotation, RolloutHistory.annotation, "deployment.kubernetes.io/revision-history",
    "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
    "deprecated.deployment.rollback.to",
  ]

  /// A Deployment takes back all annotations of the version it goes back to, the reason that was
  /// written down for it among them; those it has been given since are gone.
  private static func annotations(
    of deployment: any APIObject, goingBackTo set: any APIObject
  ) -> StringMap {
    var annotations = StringMap()
    for (key, value) in set.metadata.annotations where !kept.contains(key) {
      annotations[key] = value
    }
    for (key, value) in deployment.metadata.annotations where kept.contains(key) {
      annotations[key] = value
    }
    return annotations
  }

  private func target(
    in history: RolloutHistory
  ) throws(Failure) -> RolloutHistory.Revision {
    if revision != 0 {
      guard let found = history.revisions.first(where: { $0.number == revision }) else {
        throw .error("unable to find specified revision \(revision) in history")
      }
      return found
    }
    guard let before = history.revisions.dropLast().last else {
      let name = history.owner.metadata.name
      throw .error(
        history.owner is Deployment
          ? "no rollout history found for deployment \"\(name)\""
          : "no last revision to roll back to")
    }
    return before
  }
}
