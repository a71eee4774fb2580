import Engine
import Objects
import Shell
import Simulation
import Store
import Terminal

/// Commands that are taken back.
enum UndoScene: BenchScene {
  static let name = "undo"
  static let summary = """
    takes back commands in such a cluster that labelled ten pods each; beside that, how long such \
    a command takes, and what the world that is kept for it takes in memory
    """
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [
    .milliseconds(target: .under(10)),
    .milliseconds("keep"),
    BenchMeasure(unit: "KiB kept", name: "keptKibibytes", kind: .single, target: .under(1024)),
  ]
  static let sharesCluster = true

  /// How many commands: enough to tell what one of them costs.
  private static func rounds(_ pods: Int) -> Int { pods < sizes[.small] ? 10 : 50 }

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var session = stage.cluster(pods: count).session
    let keys = session.world.state.keys(.pod, in: "default").prefix(10)
    let names = keys.map(\.name).joined(separator: " ")
    let rounds = rounds(count)
    // The first command also pays for this world's not being the one that scenes share.
    session.run("kubectl label pods \(names) round=first")
    let before = ProcessMemory.bytesInUse
    let keeping = Self.repeated(rounds) { round in
      stage.show(round, of: 2 * rounds, "commands")
      session.run("kubectl label pods \(names) round=\(round) --overwrite")
    }
    let kept = Double(ProcessMemory.bytesInUse - before) / Double(rounds) / 1024
    let labelled = keys.count { label(of: $0, in: session) == "\(rounds - 1)" }
    let undoing = Self.repeated(rounds) { round in
      stage.show(rounds + round, of: 2 * rounds, "commands")
      session.run("undo")
    }
    let undone = keys.count { label(of: $0, in: session) == "first" }
    return BenchOutcome(
      items: count, done: min(labelled, undone), wanted: 10, values: [undoing, keeping, kept],
      facts: [("commands", Double(rounds))])
  }

  private static func label(of key: ObjectKey, in session: Session) -> String? {
    session.world.state[key]?.metadata.labels["round"]
  }

  /// Milliseconds of one round.
  private static func repeated(_ rounds: Int, _ body: (Int) -> Void) -> Double {
    var watch = BenchWatch()
    watch.start()
    for round in 0..<rounds { body(round) }
    watch.stop()
    return watch.seconds * 1000 / Double(rounds)
  }
}
