import Objects

extension ReplicaSet {
  /// How many pods it is asked for.
  var size: Int { spec.replicas ?? 1 }

  var revision: Int { metadata.annotations[RevisionAnnotation.revision].flatMap { Int($0) } ?? 0 }

  var desiredReplicas: Int? { count(RevisionAnnotation.desiredReplicas) }

  var maxReplicas: Int? { count(RevisionAnnotation.maxReplicas) }

  /// A count of 32 bits, as all that the API counts; nil for what anybody else may have written.
  private func count(_ annotation: String) -> Int? {
    metadata.annotations[annotation].flatMap { Int32($0) }.flatMap { $0 < 0 ? nil : Int($0) }
  }

  /// Notes what the Deployment wants: how a later scaling is recognised and shared out.
  mutating func noteReplicas(_ arithmetic: RolloutArithmetic) {
    metadata.annotations[RevisionAnnotation.desiredReplicas] = "\(arithmetic.replicas)"
    metadata.annotations[RevisionAnnotation.maxReplicas] = "\(arithmetic.maxTotal)"
  }
}

/// What the controller remembers on ReplicaSets and Deployments.
enum RevisionAnnotation {
  static let revision = "deployment.kubernetes.io/revision"
  /// The revisions a set had before it was rolled back to.
  static let history = "deployment.kubernetes.io/revision-history"
  static let desiredReplicas = "deployment.kubernetes.io/desired-replicas"
  static let maxReplicas = "deployment.kubernetes.io/max-replicas"
}
