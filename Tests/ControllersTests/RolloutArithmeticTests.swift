import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct RolloutArithmeticTests {
  /// What a Deployment asks for, and the most and the fewest pods that follow from it.
  @Test(arguments: [
    (replicas: 10, surge: "25%", missing: "25%", most: 13, fewest: 8),
    (replicas: 4, surge: "25%", missing: "25%", most: 5, fewest: 3),
    (replicas: 3, surge: "25%", missing: "25%", most: 4, fewest: 3),
    (replicas: 1, surge: "25%", missing: "25%", most: 2, fewest: 1),
    (replicas: 1, surge: "0", missing: "1", most: 1, fewest: 0),
    // Nothing could move: one pod may be missing after all.
    (replicas: 3, surge: "0", missing: "25%", most: 3, fewest: 2),
    (replicas: 2, surge: "0%", missing: "0%", most: 2, fewest: 1),
    (replicas: 3, surge: "100%", missing: "0", most: 6, fewest: 3),
    (replicas: 2, surge: "1", missing: "5", most: 3, fewest: 0),
    (replicas: 0, surge: "25%", missing: "25%", most: 0, fewest: 0),
  ])
  func bounds(replicas: Int, surge: String, missing: String, most: Int, fewest: Int) {
    var deployment = Harness.deployment(replicas)
    var rolling = RollingUpdate()
    rolling.maxSurge = Int(surge).map(IntOrString.int) ?? .string(surge)
    rolling.maxUnavailable = Int(missing).map(IntOrString.int) ?? .string(missing)
    deployment.spec.strategy.rollingUpdate = rolling
    let arithmetic = RolloutArithmetic(of: deployment)
    #expect(arithmetic.maxTotal == most)
    #expect(arithmetic.minAvailable == fewest)
  }

  @Test func recreatesWithoutSurge() {
    var deployment = Harness.deployment(4)
    deployment.spec.strategy.type = .recreate
    let arithmetic = RolloutArithmetic(of: deployment)
    #expect(arithmetic == RolloutArithmetic(replicas: 4, maxSurge: 0, maxUnavailable: 0))
  }

  /// The documented example: 8 old and 5 new pods of 10 become 11 and 7 of 15.
  @Test(arguments: [
    (replicas: 15, size: 8, toAdd: 5, added: 0, share: 3),
    (replicas: 15, size: 5, toAdd: 5, added: 3, share: 2),
    (replicas: 15, size: 8, toAdd: 5, added: 4, share: 1),
    (replicas: 5, size: 8, toAdd: -5, added: 0, share: -3),
    (replicas: 0, size: 8, toAdd: -13, added: 0, share: -8),
    (replicas: 15, size: 0, toAdd: 5, added: 0, share: 0),
  ])
  func sharesByTheSize(replicas: Int, size: Int, toAdd: Int, added: Int, share: Int) {
    let arithmetic = RolloutArithmetic(replicas: replicas, maxSurge: 3, maxUnavailable: 2)
    #expect(arithmetic.share(of: size, formerMax: 13, toAdd: toAdd, added: added) == share)
  }

  @Test func scalesAHaltedRolloutInProportion() {
    var cluster = Harness()
    cluster.brokenImages = ["nginx:broken"]
    var deployment = Harness.deployment(10)
    var rolling = RollingUpdate()
    rolling.maxSurge = .int(3)
    rolling.maxUnavailable = .int(2)
    deployment.spec.strategy.rollingUpdate = rolling
    cluster.attempt(.create(deployment))
    cluster.runPods()
    cluster.run(for: .seconds(5))
    cluster.change("web") { (web: inout Deployment) in
      web.spec.template = Harness.template(image: "nginx:broken")
    }
    cluster.runPods()
    #expect(cluster.sets.map(\.size) == [8, 5])
    cluster.change("web") { (web: inout Deployment) in web.spec.replicas = 15 }
    cluster.runPods()
    #expect(cluster.sets.map(\.size) == [11, 7])
  }
}
