import Kubectl
import Shell

/// `kubectl get pods -A`
enum GetScene: BenchScene {
  static let name = "get"
  static let summary = "lists all pods of such a cluster with kubectl get pods -A"
  static let items = "pods"
  static let sizes = BenchSizes.pods
  static let measures: [BenchMeasure] = [.seconds(target: .under(1))]
  static let sharesCluster = true

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var session = stage.cluster(pods: count).session
    var lines = 0
    let milliseconds = BenchWatch.mean { round in
      stage.show(round, of: 5, "lists")
      lines = session.reply(to: "kubectl get pods -A").text(.out).utf8.count { $0 == 10 }
    }
    return BenchOutcome(
      items: count, done: lines - 1, wanted: count, values: [milliseconds / 1000])
  }
}
