import Objects

extension ClusterState {
  /// Keeps for whoever writes what the API server has to say about pods and templates for them
  /// that it takes. Controllers do not listen.
  mutating func warn(
    about object: any APIObject, replacing stored: (any APIObject)?, by actor: Actor
  ) {
    guard actor == .user else { return }
    if let pod = object as? Pod {
      // Changed pods are not looked at again.
      guard stored == nil else { return }
      warnings += Self.nameWarnings(object, "the Pod's hostname")
      warnings += PodWarnings(spec: pod.spec, metadata: pod.metadata, path: FieldPath()).all
      return
    }
    guard let (template, path) = Self.template(of: object) else { return }
    if let stored {
      // A new generation is a new wish: all else is left alone.
      if Self.wantsSame(object, stored) { return }
    } else if object.kind != .daemonSet {
      warnings += Self.nameWarnings(object, "Pod names and hostnames")
    }
    warnings += PodWarnings(spec: template.spec, metadata: template.metadata, path: path).all
  }

  private static func nameWarnings(_ object: any APIObject, _ use: String) -> [String] {
    NameRules.labelProblem(object.metadata.name).map {
      "metadata.name: this is used in \(use), which can result in surprising behavior; a DNS label "
        + "is recommended: [\($0)]"
    }.map { [$0] } ?? []
  }

  private static func template(of object: any APIObject) -> (PodTemplate, FieldPath)? {
    let path = FieldPath("spec", "template")
    switch object {
    case let deployment as Deployment: return (deployment.spec.template, path)
    case let set as ReplicaSet: return (set.spec.template, path)
    case let set as StatefulSet: return (set.spec.template, path)
    case let set as DaemonSet: return (set.spec.template, path)
    case let job as Job: return (job.spec.template, path)
    case let controller as ReplicationController:
      return controller.spec.template.map { ($0, path) }
    case let job as CronJob:
      let path = FieldPath("spec", "jobTemplate", "spec", "template")
      return (job.spec.jobTemplate.spec.template, path)
    default: return nil
    }
  }
}
