import Engine
import Simulation

/// One of three zones loses its power.
enum ZoneOutageScene: BenchScene {
  static let name = "zone-outage"
  static let summary = """
    cuts the power of a third of the nodes of such a cluster, until all that ran there is evicted \
    and runs elsewhere: a node every ten seconds, as the node controller does it
    """
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [.seconds(target: .under(10))]
  static let sharesCluster = true

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var cluster = stage.cluster(pods: count)
    cluster.resetWatch()
    let lost = Set(
      (0..<cluster.nodes).filter { BenchObjects.zone($0) == BenchObjects.zone(0) }
        .map(BenchObjects.nodeName))
    let hit = count - cluster.runningPods(without: lost).count
    // There is such a zone, and it has power.
    try? cluster.world.setPower(ofZone: BenchObjects.zone(0), on: false)
    let before = cluster.world.now
    var isNoticed = false
    let evictions = SimSpan.seconds(Int64(10 * lost.count))
    cluster.run(for: .minutes(20) + evictions, by: .seconds(30)) { cluster in
      let ready = cluster.readyReplicas
      isNoticed = isNoticed || ready < count
      stage.show(isNoticed ? ready - count + hit : 0, of: hit, "pods replaced")
      return isNoticed && ready == count
    }
    return BenchOutcome(
      items: hit, done: cluster.runningPods(without: lost).count, wanted: count,
      values: [cluster.watch.seconds],
      facts: [
        ("nodes", Double(cluster.nodes)), ("nodesLost", Double(lost.count)),
        ("virtualSeconds", Double((cluster.world.now - before).milliseconds) / 1000),
        ("wallSeconds", cluster.watch.wallSeconds),
      ])
  }
}
