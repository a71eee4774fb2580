import Objects
import Terminal

/// A large cluster, from nothing to all of its pods running.
enum ClusterScene: BenchScene {
  static let name = "cluster"
  static let summary = """
    makes a cluster of 30 pods a node through Deployments of 100, two containers a pod, until all \
    are Running
    """
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [
    .seconds(target: .under(10)),
    .rate(of: "pods"),
    BenchMeasure(unit: "MiB", name: "peakMebibytes", kind: .whole, target: .under(1024)),
  ]
  static let sharesCluster = true

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    ProcessMemory.forgetPeak()
    let cluster = stage.cluster(pods: count)
    let peak = Double(ProcessMemory.peakBytes) / 1_048_576
    let running = cluster.runningPods()
    return BenchOutcome(
      items: count, done: running.count, wanted: count,
      values: [cluster.watch.seconds, cluster.watch.rate(of: count), peak],
      facts: [
        ("nodes", Double(cluster.nodes)),
        ("containers", Double(running.reduce(0) { $0 + $1.spec.containers.count })),
        ("wallSeconds", cluster.watch.wallSeconds),
      ])
  }
}
