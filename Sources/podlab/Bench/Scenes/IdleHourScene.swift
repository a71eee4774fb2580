import Engine
import Objects
import Simulation
import Store

/// An hour in which nobody does anything.
enum IdleHourScene: BenchScene {
  static let name = "idle-hour"
  static let summary = "lets an hour pass in a cluster without pods"
  static let items = "nodes"
  static let sizes = BenchSizes(tiny: 3, 100, 1_000, 5_000)
  static let measures: [BenchMeasure] = [.seconds(target: .under(2))]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var cluster = BuiltCluster(nodes: count)
    cluster.resetWatch()
    var minutes = 0
    cluster.run(for: .minutes(60), by: .minutes(1)) { _ in
      minutes += 1
      stage.show(minutes, of: 60, "minutes")
      return false
    }
    let ready = cluster.world.state.all(Node.self)
      .count { $0.status.conditions.isTrue("Ready") }
    return BenchOutcome(
      items: count, done: ready, wanted: count, values: [cluster.watch.seconds])
  }
}
