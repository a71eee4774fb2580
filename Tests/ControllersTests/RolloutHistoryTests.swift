import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// Whatever happens in whatever order, a rolling update keeps its promises.
@Suite struct RolloutHistoryTests {
  @Test(arguments: 0..<20)
  func keepsBetweenFloorAndCeiling(seed: Int) {
    var chance = SeededRandom(seed: UInt64(seed) &+ 77)
    var cluster = Harness(seed: UInt64(seed))
    cluster.brokenImages = ["nginx:broken"]
    let replicas = 1 + chance.below(9)
    var deployment = Harness.deployment(replicas)
    var rolling = RollingUpdate()
    let surge = chance.below(4)
    let missing = chance.below(5) * 25
    rolling.maxSurge = .int(surge)
    // The API refuses what would never get on.
    rolling.maxUnavailable = .string("\(surge == 0 ? max(missing, 25) : missing)%")
    deployment.spec.strategy.rollingUpdate = rolling
    let arithmetic = RolloutArithmetic(of: deployment)
    cluster.attempt(.create(deployment))
    cluster.runPods()

    let images = ["nginx:1.26", "nginx:1.27", "nginx:broken", "nginx:1.28"]
    for _ in 0..<100 {
      step(&cluster, &chance, images)
      let wanted = cluster.sets.map(\.size).reduce(0, +)
      #expect(wanted <= arithmetic.maxTotal, "too many pods wanted")
      #expect(cluster.activePods.count <= arithmetic.maxTotal, "too many pods")
      let available = cluster.activePods.count(where: \.isReady)
      #expect(available >= arithmetic.minAvailable, "too few pods available")
    }
    cluster.change("web") { (web: inout Deployment) in
      web.spec.template = Harness.template(image: "nginx:1.29")
    }
    cluster.runPods()
    #expect(cluster.activePods.count == replicas)
    #expect(cluster.sets.filter { $0.size > 0 }.count == 1)
    #expect(cluster.web.status.conditions["Progressing"]?.reason == "NewReplicaSetAvailable")
  }

  /// A new version, a kubelet's step for any pod, or some time.
  private func step(
    _ cluster: inout Harness, _ chance: inout SeededRandom, _ images: [String]
  ) {
    switch chance.below(10) {
    case 0:
      let image = images[chance.below(images.count)]
      cluster.change("web") { (web: inout Deployment) in
        web.spec.template = Harness.template(image: image)
      }
      cluster.settle()
    case 1:
      cluster.run(for: .seconds(Int64(chance.below(20))))
    default:
      let waiting = cluster.pods.filter(cluster.needsKubelet)
      guard !waiting.isEmpty else { return }
      cluster.serve(waiting[chance.below(waiting.count)])
      cluster.settle()
    }
  }
}
