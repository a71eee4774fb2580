import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct DeploymentTests {
  /// The steps are the sizes ReplicaSets were brought from and to.
  @Test(arguments: [
    // As recorded from a real cluster: the defaults, and no surge at all.
    (
      replicas: 4, surge: "25%", missing: "25%", together: false,
      steps: "up 0-4, up 0-1, down 4-3, up 1-2, down 3-2, up 2-3, down 2-1, up 3-4, down 1-0"
    ),
    (
      replicas: 6, surge: "0", missing: "2", together: true,
      steps: "up 0-6, down 6-4, up 0-2, down 4-2, up 2-4, down 2-0, up 4-6"
    ),
    (
      replicas: 1, surge: "25%", missing: "25%", together: false,
      steps: "up 0-1, up 0-1, down 1-0"
    ),
  ])
  func rollsStepByStep(
    replicas: Int, surge: String, missing: String, together: Bool, steps: String
  ) {
    var cluster = Harness()
    var deployment = Harness.deployment(replicas)
    var rolling = RollingUpdate()
    rolling.maxSurge = Int(surge).map(IntOrString.int) ?? .string(surge)
    rolling.maxUnavailable = Int(missing).map(IntOrString.int) ?? .string(missing)
    deployment.spec.strategy.rollingUpdate = rolling
    cluster.attempt(.create(deployment))
    cluster.runPods()
    cluster.run(for: .seconds(5))
    cluster.change("web") { (web: inout Deployment) in
      web.spec.template = Harness.template(image: "nginx:1.27")
    }
    cluster.runPods(together: together)
    #expect(Self.steps(cluster) == steps)
    #expect(cluster.sets.map(\.size) == [0, replicas])
    #expect(cluster.web.status.conditions.map(\.type) == ["Available", "Progressing"])
    #expect(cluster.web.status.conditions["Progressing"]?.reason == "NewReplicaSetAvailable")
  }

  static func steps(_ cluster: Harness) -> String {
    cluster.messages("ScalingReplicaSet").map { message in
      let words = message.split(separator: " ")
      return "\(words[1]) \(words[6])-\(words[8])"
    }.joined(separator: ", ")
  }

  @Test func stopsAtAVersionThatDoesNotRun() {
    var cluster = Harness()
    cluster.brokenImages = ["nginx:broken"]
    cluster.attempt(.create(Harness.deployment(10)))
    cluster.runPods()
    cluster.change("web") { (web: inout Deployment) in
      web.spec.template = Harness.template(image: "nginx:broken")
    }
    cluster.runPods()
    #expect(cluster.sets.map(\.size) == [8, 5])
    cluster.run(for: .seconds(602))
    let progressing = cluster.web.status.conditions["Progressing"]
    #expect(progressing?.status == .isFalse)
    #expect(progressing?.reason == "ProgressDeadlineExceeded")
    #expect(
      progressing?.message
        == "ReplicaSet \"\(cluster.sets[1].metadata.name)\" has timed out progressing.")
  }

  @Test func goesBackByUsingTheOldSetAgain() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.deployment(2)))
    cluster.runPods()
    for image in ["nginx:1.27", "nginx:1.26"] {
      cluster.run(for: .seconds(5))
      cluster.change("web") { (web: inout Deployment) in
        web.spec.template = Harness.template(image: image)
      }
      cluster.runPods()
    }
    #expect(cluster.sets.map(\.size) == [2, 0])
    #expect(cluster.sets.map(\.revision) == [3, 2])
    #expect(cluster.sets[0].metadata.annotations[RevisionAnnotation.history] == "1")
    #expect(cluster.web.metadata.annotations[RevisionAnnotation.revision] == "3")
  }

  @Test func keepsOnlyTheRevisionsAskedFor() {
    var cluster = Harness()
    var deployment = Harness.deployment(2)
    deployment.spec.revisionHistoryLimit = 1
    cluster.attempt(.create(deployment))
    cluster.runPods()
    for tag in 27...29 {
      cluster.run(for: .seconds(5))
      cluster.change("web") { (web: inout Deployment) in
        web.spec.template = Harness.template(image: "nginx:1.\(tag)")
      }
      cluster.runPods()
    }
    #expect(cluster.sets.map(\.revision) == [3, 4])
  }

  @Test func recreatesOnlyWhenTheOldPodsAreGone() {
    var cluster = Harness()
    var deployment = Harness.deployment(3)
    deployment.spec.strategy.type = .recreate
    cluster.attempt(.create(deployment))
    cluster.runPods()
    cluster.run(for: .seconds(4))
    cluster.change("web") { (web: inout Deployment) in
      web.spec.template = Harness.template(image: "nginx:1.27")
    }
    cluster.settle()
    #expect(cluster.pods.count { $0.metadata.isDeleting } == 3)
    #expect(cluster.activePods.isEmpty)
    cluster.runPods()
    #expect(Self.steps(cluster) == "up 0-3, down 3-0, up 0-3")
    #expect(cluster.activePods.count == 3)
  }

  @Test func pausesAndScalesMeanwhile() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.deployment(2)))
    cluster.runPods()
    cluster.change("web") { (web: inout Deployment) in
      web.spec.paused = true
      web.spec.replicas = 3
      web.spec.template = Harness.template(image: "nginx:1.27")
    }
    cluster.runPods()
    #expect(cluster.sets.map(\.size) == [3])
    #expect(cluster.web.status.conditions["Progressing"]?.reason == "DeploymentPaused")
    cluster.change("web") { (web: inout Deployment) in web.spec.paused = false }
    cluster.runPods()
    #expect(cluster.sets.map(\.size) == [0, 3])
  }
}
