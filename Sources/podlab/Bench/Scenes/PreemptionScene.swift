import Engine
import Objects
import Store

/// Nodes full of unimportant pods, of which each important one pushes out three.
enum PreemptionScene: BenchScene {
  static let name = "preemption"
  static let summary = """
    does so for important pods, one for five nodes but at least twenty, each of which pushes out \
    three others
    """
  static let items = "nodes"
  static let sizes = BenchSizes.nodes
  static let measures: [BenchMeasure] = [.rate(of: "pods")]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var cluster = SchedulerAlone(nodes: count)
    for number in 0..<(4 * count) {
      cluster.add(
        BenchObjects.pod(number, named: "filler", cpu: "900m") {
          $0.spec.nodeName = BenchObjects.nodeName(number / 4)
        })
    }
    var important = PriorityClass()
    important.metadata = ObjectMeta(name: "important")
    important.priority = 1000
    cluster.add(important)
    cluster.introduce()
    let pods = max(count / 5, min(count, 20))
    for number in 0..<pods {
      cluster.add(
        BenchObjects.pod(number, cpu: "3") { $0.spec.priorityClassName = "important" })
    }
    // The scene plays the kubelets: whoever was pushed out is gone a moment later.
    for _ in 0..<20 where cluster.boundCount < pods {
      cluster.schedule(for: .seconds(1)) { stage.show($0, of: pods, "pods") }
      for key in cluster.state.keys(.pod)
      where cluster.state[key]?.metadata.isDeleting ?? false {
        cluster.write(.delete(key, .now))
      }
    }
    return SchedulingBasicScene.outcome(of: cluster, pods: pods, nodes: count)
  }
}
