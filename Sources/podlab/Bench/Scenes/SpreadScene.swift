import Objects

/// Pods that must be spread evenly over three zones.
enum SpreadScene: BenchScene {
  static let name = "spread"
  static let summary = "does so for as many pods that must be spread over three zones"
  static let items = "nodes"
  static let sizes = BenchSizes.nodes
  static let measures: [BenchMeasure] = [.rate(of: "pods")]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var constraint = TopologySpreadConstraint()
    constraint.topologyKey = "topology.kubernetes.io/zone"
    constraint.maxSkew = 5
    constraint.whenUnsatisfiable = .doNotSchedule
    constraint.labelSelector = LabelSelector(matchLabels: ["app": "spread"])
    let pods = max(2 * count, 10 * min(count, 100))
    return SchedulingBasicScene.place(pods, among: count, on: stage) {
      BenchObjects.pod($0, labels: ["app": "spread"]) {
        $0.spec.topologySpreadConstraints = [constraint]
      }
    }
  }
}
