import Engine
import Objects
import Simulation
import Store
import Terminal

/// Requests that go through a Service to the servers in its pods.
enum BenchTraffic {
  static let nodeCount = 100
  private static let podCount = 200
  private static let span = SimSpan.seconds(30)

  /// Sends a thousand requests a second for half a minute. What the cluster does all the same
  /// meanwhile is taken off.
  static func run(reporting report: (BenchProgress) -> Void) -> BenchResult {
    var idle = world()
    var busy = idle
    let total = Int(span.seconds) * LoadPlan.mostPerSecond
    let plan = LoadPlan(
      target: .service(ObjectKey(.service, namespace: "default", name: "web")), title: "svc/web",
      port: 80, path: "/", perSecond: LoadPlan.mostPerSecond, patience: .seconds(5))
    let end = busy.now + span
    let begin = Clock.processNanoseconds
    busy.startLoad(plan, until: end)
    while busy.now < end {
      busy.run(until: min(end, busy.now + .seconds(1)))
      report(.at(busy.load?.total.sent ?? 0, of: total))
    }
    let middle = Clock.processNanoseconds
    idle.run(until: end)
    let taken = (middle - begin) - (Clock.processNanoseconds - middle)
    let tally = busy.load?.total
    return BenchResult(
      scene: .traffic, nodes: nodeCount, work: .requests, total: total,
      done: tally.map { $0.sent - $0.failed } ?? 0, nanoseconds: max(taken, 1))
  }

  /// A cluster in which the pods are ready.
  private static func world() -> World {
    var world = World(seed: 1)
    for number in 0..<nodeCount {
      // No two of these names are alike.
      _ = try? world.plugIn(BenchObjects.node(number))
    }
    world.run(until: world.now + .seconds(20))
    let labels: StringMap = ["app": "web"]
    var deployment = Deployment()
    deployment.metadata = ObjectMeta(name: "web", namespace: "default")
    deployment.spec.replicas = podCount
    deployment.spec.selector = LabelSelector(matchLabels: labels)
    deployment.spec.template.metadata.labels = labels
    var container = Container()
    container.name = "web"
    container.image = "nginx:1.27"
    deployment.spec.template.spec.containers = [container]
    var service = Service()
    service.metadata = ObjectMeta(name: "web", namespace: "default")
    service.spec.selector = labels
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    for object in [deployment, service] as [any APIObject] {
      // A fresh cluster refuses neither; if it did, no request would be answered, and the result
      // says so.
      _ = try? world.submit(.create(object), by: .system)
    }
    world.run(until: world.now + .minutes(2))
    return world
  }
}
