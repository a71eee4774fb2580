import Engine
import Objects

/// Small pods that are all alike.
enum SchedulingBasicScene: BenchScene {
  static let name = "scheduling-basic"
  static let summary = """
    finds nodes for pods that are all alike, two for every node but at least a thousand; here and \
    in the next three there is nobody but API server and scheduler, and what counts is the \
    scheduler's work, the bindings and their events
    """
  static let items = "nodes"
  static let sizes = BenchSizes.nodes
  static let measures: [BenchMeasure] = [.rate(of: "pods", target: .over(35_000))]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    place(max(2 * count, 10 * min(count, 100)), among: count, on: stage) { BenchObjects.pod($0) }
  }

  /// Creates pods and has them all placed.
  static func place(
    _ pods: Int, among nodes: Int, on stage: BenchStage, _ pod: (Int) -> Pod
  ) -> BenchOutcome {
    var cluster = SchedulerAlone(nodes: nodes)
    cluster.introduce()
    for number in 0..<pods { cluster.add(pod(number)) }
    cluster.schedule(for: .seconds(20)) { stage.show($0, of: pods, "pods") }
    return outcome(of: cluster, pods: pods, nodes: nodes)
  }

  static func outcome(of cluster: SchedulerAlone, pods: Int, nodes: Int) -> BenchOutcome {
    BenchOutcome(
      items: nodes, done: cluster.boundCount, wanted: pods,
      values: [cluster.watch.rate(of: cluster.boundCount)],
      facts: [("pods", Double(pods)), ("seconds", cluster.watch.seconds)])
  }
}
