import Objects

/// What controllers ask of a Job.
extension Job {
  /// Keeps a Job's pods until they have been counted.
  static let trackingFinalizer = "batch.kubernetes.io/job-tracking"
  static let indexLabel = "batch.kubernetes.io/job-completion-index"
  static let indexFailureCount = "batch.kubernetes.io/job-index-failure-count"
  static let indexIgnoredFailureCount = "batch.kubernetes.io/job-index-ignored-failure-count"

  var isFinished: Bool { isComplete || hasFailed }
  var isComplete: Bool { status.conditions.isTrue("Complete") }
  var hasFailed: Bool { status.conditions.isTrue("Failed") }
  var isSuspended: Bool { spec.suspend == true }
  var isIndexed: Bool { spec.completionMode == .indexed }
  var parallelism: Int { spec.parallelism ?? 1 }
  var hasLimitPerIndex: Bool { isIndexed && spec.backoffLimitPerIndex != nil }

  /// Whether a pod is replaced only when it has ended, not already when it is told to.
  var replacesOnlyFailed: Bool { spec.podReplacementPolicy == .failed }

  /// Whether this controller looks after the Job, and not one that the cluster does not have.
  var isManaged: Bool { spec.managedBy.map { $0 == "kubernetes.io/job-controller" } ?? true }

  /// Whether the Job takes a pod for a failure. One that was told to end counts at once, unless
  /// the Job waits for the outcome.
  func hasFailed(_ pod: Pod) -> Bool {
    if pod.status.phase == .failed { return true }
    if replacesOnlyFailed { return false }
    return pod.metadata.isDeleting && pod.status.phase != .succeeded
  }

  /// The index that a pod works on; nil when it has none that this Job wants.
  func index(of pod: Pod) -> Int? {
    guard let index = pod.metadata.annotations[Self.indexLabel].flatMap({ Int($0) }), index >= 0,
      index < spec.completions ?? 0
    else { return nil }
    return index
  }
}

extension Pod {
  /// Whether its Job has not counted it yet.
  var isTracked: Bool { metadata.finalizers.contains(Job.trackingFinalizer) }

  var isTerminating: Bool { metadata.isDeleting && !hasEnded }

  /// How often pods of its index failed before it, ignored failures left out.
  var indexFailures: Int { count(Job.indexFailureCount) }

  var ignoredIndexFailures: Int { count(Job.indexIgnoredFailureCount) }

  /// A count of 32 bits, as all that the API counts; what anybody else wrote counts as none.
  private func count(_ annotation: String) -> Int {
    metadata.annotations[annotation].flatMap { Int32($0) }.map { Int($0) } ?? 0
  }
}
