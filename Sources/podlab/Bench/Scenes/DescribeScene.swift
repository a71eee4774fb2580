import Kubectl
import Objects
import Shell
import Simulation
import Store

/// `kubectl describe pod`
enum DescribeScene: BenchScene {
  static let name = "describe"
  static let summary = "describes single pods of such a cluster"
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [.milliseconds()]
  static let sharesCluster = true

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var session = stage.cluster(pods: count).session
    let names = session.world.state.keys(.pod, in: "default").map(\.name)
    var done = 0
    var wanted = 0
    let milliseconds = BenchWatch.mean { round in
      // A prime far from the size of a Deployment: pods from everywhere.
      let name = names.isEmpty ? "none" : names[round * 7919 % names.count]
      let reply = session.reply(to: "kubectl describe pod \(name)")
      wanted += 1
      if reply.status == 0, reply.text(.out).contains("Name:             \(name)\n") { done += 1 }
    }
    return BenchOutcome(items: count, done: done, wanted: wanted, values: [milliseconds])
  }
}
