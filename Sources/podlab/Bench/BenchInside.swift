import Engine
import Nodes
import Objects
import Simulation
import Store
import Terminal

/// A shell script that works inside of a container.
enum BenchInside {
  private static let rounds = 20_000

  /// What each round runs: an assignment with arithmetic, a test, a `case` and a function that
  /// prints; each fiftieth a pipeline of two programs and a substitution besides.
  private static let script = """
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

  /// The test, the assignment, the `case`, and the function with its `echo`, or the pipeline's
  /// three, its substitution and the assignment of what came out.
  private static let commands = rounds / 50 * 49 * 5 + rounds / 50 * 8

  static func run(reporting report: (BenchProgress) -> Void) -> BenchResult {
    var world = world()
    report(.at(0, of: commands))
    let begin = Clock.processNanoseconds
    let pod = world.state.get(Pod.self, "shell", in: "default")
    let outcome = pod.flatMap { pod in
      try? world.execute(["sh", "-c", script], in: "shell", of: pod)
    }
    let taken = Clock.processNanoseconds - begin
    let text = outcome?.chunks.map(\.text).joined() ?? ""
    return BenchResult(
      scene: .inside, nodes: 1, work: .commands, total: commands,
      done: text == "\(rounds)\n" ? commands : 0, nanoseconds: max(taken, 1))
  }

  /// One node with one pod that sleeps.
  private static func world() -> World {
    var world = World(seed: 1)
    _ = try? world.plugIn(BenchObjects.node(0))
    world.run(until: world.now + .seconds(20))
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "shell", namespace: "default")
    var container = Container()
    container.name = "shell"
    container.image = "busybox:1.36"
    container.command = ["sleep", "360000"]
    pod.spec.containers = [container]
    // A fresh cluster does not refuse it; if it did, nothing would run, and the result says so.
    _ = try? world.submit(.create(pod), by: .system)
    world.run(until: world.now + .minutes(1))
    return world
  }
}
