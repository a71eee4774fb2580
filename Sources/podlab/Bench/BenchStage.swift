import Shell
import Terminal

/// Where scenes are played: it tells how far they are, and keeps the clusters that they share.
final class BenchStage {
  private var line: ProgressLine?
  private var caption = ""
  private var clusters: [Int: BuiltCluster] = [:]

  init() {
    if Screen.isTerminal(.error) { line = ProgressLine(on: .error) }
  }

  func begin(_ scene: any BenchScene.Type, at size: BenchSize) {
    caption = "\(scene.name), \(size.rawValue)"
    show(0, of: 1, "")
  }

  /// Tells how far the scene is: nothing where nobody looks.
  func show(_ done: Int, of total: Int, _ what: String) {
    line?.show { [caption] in
      let share = Int64(done) * 1000 / Int64(max(1, total))
      return "\(caption) \(ProgressBar(share: share).text) \(BenchNumber.grouped(done)) of "
        + "\(BenchNumber.grouped(total)) \(what)"
    }
  }

  /// The scene is over; nothing of its line is left.
  func end() { line?.end() }

  /// A cluster of so many running pods: the same one for all scenes. A scene that changes it
  /// changes its own copy.
  func cluster(pods: Int) -> BuiltCluster {
    if let built = clusters[pods] { return built }
    let built = BuiltCluster(pods: pods, on: self)
    clusters[pods] = built
    return built
  }

  /// Nobody needs the shared clusters any more.
  func clear() { clusters = [:] }
}
