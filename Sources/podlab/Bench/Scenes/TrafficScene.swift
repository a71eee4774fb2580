import Engine
import Objects
import Simulation
import Store

/// Requests that go through a Service to the servers in its pods.
enum TrafficScene: BenchScene {
  static let name = "traffic"
  static let summary = """
    sends a thousand requests in every virtual second through a Service, to a pod for every 150 of \
    them
    """
  static let items = "requests"
  static let sizes = BenchSizes(tiny: 1_000, 3_000, 10_000, 30_000)
  static let measures: [BenchMeasure] = [.rate(of: "requests")]

  /// What the cluster does all the same meanwhile is taken off.
  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var idle = cluster(pods: max(4, count / 150))
    idle.resetWatch()
    var busy = idle
    let span = SimSpan.seconds(Int64(count / LoadPlan.mostPerSecond))
    let plan = LoadPlan(
      target: .service(ObjectKey(.service, namespace: "default", name: "web-0")),
      title: "svc/web-0", port: 80, path: "/", perSecond: LoadPlan.mostPerSecond,
      patience: .seconds(5))
    busy.world.startLoad(plan, until: busy.world.now + span)
    busy.run(for: span, by: .seconds(1)) {
      stage.show($0.world.load?.total.sent ?? 0, of: count, "requests")
      return false
    }
    idle.run(for: span, by: .seconds(1)) { _ in false }
    let seconds = max(1e-9, busy.watch.seconds - idle.watch.seconds)
    let answered = busy.world.load.map { $0.total.sent - $0.total.failed } ?? 0
    return BenchOutcome(
      items: count, done: answered, wanted: count, values: [Double(answered) / seconds],
      facts: [("pods", Double(busy.wanted)), ("seconds", seconds)])
  }

  /// A cluster in which the pods of a Service are ready.
  private static func cluster(pods: Int) -> BuiltCluster {
    var cluster = BuiltCluster(nodes: max(2, pods / 2))
    cluster.create(BenchObjects.deployment(0, replicas: pods))
    var service = Service()
    service.metadata = ObjectMeta(name: "web-0", namespace: "default")
    service.spec.selector = ["app": "web-0"]
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    // A fresh cluster does not refuse it; if it did, no request would be answered.
    _ = try? cluster.world.submit(.create(service), by: .user)
    cluster.world.run(until: cluster.world.now + .minutes(2))
    return cluster
  }
}
