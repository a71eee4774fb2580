import ArgumentParser
import Terminal

/// `podlab bench [SCENE…]`
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how much podlab gets done in a second of process time.",
    discussion: """
      traffic sends requests through a Service to the servers in its pods, in a whole cluster.
      inside runs a shell script in a container and counts its commands.
      Each other scene is a cluster of API server and scheduler; the scene plays everybody else, \
      and only the scheduling of its pods is measured: the scheduler's own work, the bindings and \
      the events they leave.
      """)

  @Argument(help: "What to run; everything when nothing is named.")
  var scenes: [BenchScene] = []

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func run() throws {
    let chosen = scenes.isEmpty ? BenchScene.allCases : scenes
    if json { Output.write("[\n") }
    for (place, scene) in chosen.enumerated() {
      let result = scene.run(reporting: Self.progress(of: scene))
      let isLast = place == chosen.count - 1
      Output.write(json ? "  \(result.json)\(isLast ? "" : ",")\n" : result.line + "\n")
    }
    if json { Output.write("]\n") }
  }

  /// A line on the terminal that is overwritten as the scene goes on; nothing where nobody looks.
  private static func progress(of scene: BenchScene) -> (BenchProgress) -> Void {
    guard Screen.isTerminal(.error) else { return { _ in } }
    return { progress in
      switch progress {
      case .at(let count, let total):
        Output.complain("\r\(scene.rawValue): \(count) of \(total)")
      case .over:
        Output.complain("\r" + String(repeating: " ", count: Screen.width - 1) + "\r")
      }
    }
  }
}

/// How far a scene has come.
enum BenchProgress {
  case at(Int, of: Int)
  case over
}
