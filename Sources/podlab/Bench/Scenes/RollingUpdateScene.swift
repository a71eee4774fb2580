import Engine
import Objects
import Simulation
import Store

/// A large Deployment gets another image.
enum RollingUpdateScene: BenchScene {
  static let name = "rolling-update"
  static let summary = """
    gives a Deployment another image, until all of its pods are new and ready and the old ones \
    are gone from its count
    """
  static let items = "replicas"
  static let sizes = BenchSizes(tiny: 20, 100, 1_000, 10_000)
  static let measures: [BenchMeasure] = [.seconds(), .rate(of: "pods")]

  private static let image = "nginx:1.28"

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var cluster = BuiltCluster(nodes: max(3, (count + 29) / 30))
    var deployment = BenchObjects.deployment(0, replicas: count)
    let key = deployment.key
    cluster.create(deployment)
    cluster.run(for: .minutes(10), by: .seconds(1)) { cluster in
      stage.show(cluster.readyReplicas, of: count, "pods ready")
      return cluster.readyReplicas == count
    }
    deployment = cluster.deployment(key) ?? deployment
    for place in deployment.spec.template.spec.containers.indices.prefix(1) {
      deployment.spec.template.spec.containers[place].image = image
    }
    cluster.resetWatch()
    let before = cluster.world.now
    cluster.write(.update(deployment))
    cluster.run(for: .minutes(60), by: .seconds(1)) { cluster in
      guard let status = cluster.deployment(key)?.status else { return true }
      stage.show(status.updatedReplicas, of: count, "pods updated")
      return status.updatedReplicas == count && status.readyReplicas == count
        && status.replicas == count
    }
    let done = cluster.runningPods().count { $0.spec.containers.first?.image == image }
    return BenchOutcome(
      items: count, done: done, wanted: count,
      values: [cluster.watch.seconds, cluster.watch.rate(of: count)],
      facts: [
        ("nodes", Double(cluster.nodes)),
        ("virtualSeconds", Double((cluster.world.now - before).milliseconds) / 1000),
      ])
  }
}
