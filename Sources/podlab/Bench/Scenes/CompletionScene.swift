import Shell

/// TAB behind the beginning of a name.
enum CompletionScene: BenchScene {
  static let name = "completion"
  static let summary = """
    finds the names of pods in such a cluster that go on as kubectl describe pod web-0- begins
    """
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [.milliseconds()]
  static let sharesCluster = true

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    let session = stage.cluster(pods: count).session
    var found = 0
    let milliseconds = BenchWatch.mean { _ in
      found = session.completions(of: "kubectl describe pod web-0-").candidates.count
    }
    return BenchOutcome(
      items: count, done: found, wanted: min(count, BuiltCluster.replicas),
      values: [milliseconds])
  }
}
