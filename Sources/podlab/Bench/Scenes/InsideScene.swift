import Engine
import Nodes
import Objects
import Simulation
import Store

/// A shell script that works inside of a container.
enum InsideScene: BenchScene {
  static let name = "inside"
  static let summary = "runs a shell script in a container and counts its commands"
  static let items = "rounds"
  static let sizes = BenchSizes(tiny: 50, 1_000, 5_000, 20_000)
  static let measures: [BenchMeasure] = [.rate(of: "commands")]

  /// What each round runs: an assignment with arithmetic, a test, a `case` and a function that
  /// prints; each fiftieth a pipeline of two programs and a substitution besides.
  private static func script(rounds: Int) -> String {
    """
    say() { echo "$1" > /dev/null; }
    i=0
    while [ $i -lt \(rounds) ]; do
      i=$((i + 1))
      case $((i % 50)) in
        0) x=$(echo "$i" | sed s/0/o/ | grep -c o) ;;
        *) say "round $i of ${HOSTNAME:-nobody}" ;;
      esac
    done
    echo $i
    """
  }

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    // The test, the assignment, the `case`, and the function with its `echo`, or the pipeline's
    // three, its substitution and the assignment of what came out.
    let commands = count / 50 * 49 * 5 + count / 50 * 8
    var world = world()
    var watch = BenchWatch()
    let pod = world.state.get(Pod.self, "shell", in: "default")
    watch.start()
    let outcome = pod.flatMap { pod in
      try? world.execute(["sh", "-c", script(rounds: count)], in: "shell", of: pod)
    }
    watch.stop()
    let text = outcome?.chunks.map(\.text).joined() ?? ""
    return BenchOutcome(
      items: count, done: text == "\(count)\n" ? count : 0, wanted: count,
      values: [watch.rate(of: commands)],
      facts: [("commands", Double(commands)), ("seconds", watch.seconds)])
  }

  /// One node with one pod that sleeps.
  private static func world() -> World {
    var world = BuiltCluster(nodes: 1).world
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "shell", namespace: "default")
    var container = Container()
    container.name = "shell"
    container.image = "busybox:1.36"
    container.command = ["sleep", "360000"]
    pod.spec.containers = [container]
    // A fresh cluster does not refuse it; if it did, nothing would run, and the result says so.
    _ = try? world.submit(.create(pod), by: .user)
    world.run(until: world.now + .minutes(1))
    return world
  }
}
