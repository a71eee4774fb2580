import Shell
import Terminal

/// All proofs of lessons, questions and scenarios.
enum LessonsScene: BenchScene {
  static let name = "lessons"
  static let summary = "proves lessons, questions and scenarios, at most all there are"
  static let items = "files"
  static let sizes = BenchSizes(tiny: 1, 10, 50, 1_000)
  static let measures: [BenchMeasure] = [.seconds()]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    let prover = Prover(Library(LessonFiles.all()))
    let files = min(count, prover.count)
    var watch = BenchWatch()
    var proved = 0
    var shown = 0
    watch.start()
    // From everywhere: the first lessons are the short ones.
    Workers.share(files, { prover.proof(at: $0 * prover.count / files) }) { proof in
      if proof.findings.isEmpty { proved += 1 }
      shown += 1
      stage.show(shown, of: files, "files")
    }
    watch.stop()
    return BenchOutcome(
      items: files, done: proved, wanted: max(1, files), values: [watch.seconds],
      facts: [("wallSeconds", watch.wallSeconds)])
  }
}
