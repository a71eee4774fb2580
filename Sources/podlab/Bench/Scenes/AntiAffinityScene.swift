import Objects

/// Pods of which no two may share a node.
enum AntiAffinityScene: BenchScene {
  static let name = "anti-affinity"
  static let summary = "does so for pods that no two may share a node, four for five nodes"
  static let items = "nodes"
  static let sizes = BenchSizes.nodes
  static let measures: [BenchMeasure] = [.rate(of: "pods")]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var term = PodAffinityTerm()
    term.labelSelector = LabelSelector(matchLabels: ["app": "alone"])
    term.topologyKey = "kubernetes.io/hostname"
    var affinity = Affinity()
    affinity.podAntiAffinity = PodAffinity()
    affinity.podAntiAffinity?.required = [term]
    return SchedulingBasicScene.place(count * 4 / 5, among: count, on: stage) {
      BenchObjects.pod($0, labels: ["app": "alone"]) { $0.spec.affinity = affinity }
    }
  }
}
