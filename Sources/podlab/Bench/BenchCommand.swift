import ArgumentParser
import Terminal

/// `podlab bench [SCENE…]`
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast podlab is, and how its cost grows with the cluster.",
    discussion: """
      Each scene is played at three sizes. GROWTH is what one item costs at the largest size over \
      what it costs at the smallest: 1.00x is as it should be. TARGET is what is wanted of the \
      largest size, with ! where it was missed. Times are those for which the process kept a \
      processor busy: what other programs do meanwhile does not count. The exit status is 1 when \
      a scene did not go as it should.

      \(BenchScenes.all.map(Self.about).joined(separator: "\n"))
      """)

  @Argument(help: "What to play; everything when nothing is named.")
  var scenes: [BenchChoice] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How large; may be given again. Usually small, middle and large; tiny tells only whether "
        + "all works.", valueName: "size"))
  var size: [BenchSize] = []

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  private static func about(_ scene: any BenchScene.Type) -> String {
    let sizes = BenchSize.usual.map { BenchNumber.grouped(scene.sizes[$0]) }
    return "\(scene.name): \(scene.summary) "
      + "(\(sizes[0]), \(sizes[1]) and \(sizes[2]) \(scene.items))."
  }

  func run() throws {
    let chosen = scenes.isEmpty ? BenchScenes.all : scenes.map(\.scene)
    let sizes = size.isEmpty ? BenchSize.usual : BenchSize.allCases.filter(size.contains)
    #if DEBUG
      Output.complain("bench: this is a debug build; a release build is many times as fast\n")
    #endif
    let stage = BenchStage()
    var failures: [String] = []
    Output.write(json ? "[\n" : BenchReport.header(sizes))
    for (place, scene) in chosen.enumerated() {
      let report = Self.play(scene, sizes, on: stage)
      let rest = chosen[(place + 1)...]
      if !rest.contains(where: { $0.sharesCluster }) { stage.clear() }
      Output.write(
        json ? "  \(report.json)\(rest.isEmpty ? "" : ",")\n" : report.lines(sizes))
      failures += report.failures
    }
    if json { Output.write("]\n") }
    for failure in failures { Output.complain("bench: \(failure)\n") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private static func play(
    _ scene: any BenchScene.Type, _ sizes: [BenchSize], on stage: BenchStage
  ) -> BenchReport {
    let outcomes = sizes.map { size in
      stage.begin(scene, at: size)
      return (size, scene.play(scene.sizes[size], on: stage))
    }
    stage.end()
    return BenchReport(scene, outcomes)
  }
}

/// A scene by its name.
struct BenchChoice: ExpressibleByArgument {
  var scene: any BenchScene.Type

  init?(argument: String) {
    guard let scene = BenchScenes.all.first(where: { $0.name == argument }) else { return nil }
    self.scene = scene
  }

  static var allValueStrings: [String] { BenchScenes.all.map { $0.name } }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
