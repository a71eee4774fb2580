import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct JobTests {
  @Test func runsUntilEnoughHaveSucceeded() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.completions = 5; $0.spec.parallelism = 2
        }))
    cluster.settle()
    var rounds: [Int] = []
    while !cluster.work.isFinished, rounds.count < 10 {
      rounds.append(cluster.activePods.count)
      cluster.endAll(exitCode: 0)
    }
    #expect(rounds == [2, 2, 1])
    #expect(cluster.work.status.succeeded == 5)
    #expect(
      cluster.outcomes == ["SuccessCriteriaMet CompletionsReached", "Complete CompletionsReached"])
    #expect(cluster.messages("Completed") == ["Job completed"])
    #expect(cluster.pods.allSatisfy { !$0.isTracked })
    #expect(cluster.work.status.uncountedTerminatedPods == UncountedPods())
  }

  /// The seconds between failures and the pods that replace them.
  @Test func waitsTwiceAsLongAfterEachFailure() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.job { $0.spec.backoffLimit = 9 }))
    cluster.settle()
    var gaps: [Int64] = []
    for _ in 0..<8 {
      let failure = cluster.now.wholeSecond
      cluster.endAll(exitCode: 1)
      while cluster.activePods.isEmpty, cluster.now < failure + .hours(1) {
        cluster.run(until: cluster.now + .seconds(1))
      }
      let start = cluster.activePods.first?.metadata.creationTimestamp ?? failure
      gaps.append((start - failure).seconds)
    }
    #expect(gaps == [10, 20, 40, 80, 160, 320, 600, 600])
  }

  @Test func aSuccessEndsTheBackOff() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.completions = 9; $0.spec.parallelism = 1
        }))
    cluster.settle()
    cluster.endAll(exitCode: 1)
    #expect(cluster.activePods.isEmpty)
    cluster.run(until: cluster.now + .seconds(10))
    cluster.endAll(exitCode: 0)
    #expect(cluster.activePods.count == 1)
  }

  @Test func givesUpAfterTooManyFailures() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.backoffLimit = 1; $0.spec.parallelism = 2
        }))
    cluster.change("work") { (job: inout Job) in job.spec.parallelism = 2 }
    cluster.settle()
    for _ in 0..<2 {
      cluster.endAll(exitCode: 1)
      cluster.run(until: cluster.now + .minutes(1))
    }
    #expect(
      cluster.outcomes == [
        "FailureTarget BackoffLimitExceeded", "Failed BackoffLimitExceeded",
      ])
    #expect(cluster.work.status.failed == 2)
    #expect(
      cluster.messages("BackoffLimitExceeded") == ["Job has reached the specified backoff limit"])
  }

  @Test func countsRestartsWherePodsAreKept() throws {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.backoffLimit = 2
          $0.spec.template.spec.restartPolicy = .onFailure
        }))
    cluster.runPods()
    for restarts in 1...2 {
      #expect(cluster.outcomes.isEmpty)
      var pod = try #require(cluster.pods.first)
      var status = ContainerStatus()
      status.restartCount = restarts
      pod.status.containerStatuses = [status]
      cluster.attempt(.updateStatus(pod), by: .kubelet(node: "worker-1"))
      cluster.run(until: cluster.now + .seconds(2))
    }
    #expect(cluster.outcomes == ["FailureTarget BackoffLimitExceeded"])
    cluster.bury()
    #expect(cluster.outcomes.last == "Failed BackoffLimitExceeded")
    #expect(cluster.pods.isEmpty)
  }

  @Test func failsAtItsDeadlineButWaitsForItsPods() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.job { $0.spec.activeDeadlineSeconds = 60 }))
    cluster.runPods()
    cluster.run(until: .worldBegins + .seconds(59))
    #expect(cluster.activePods.count == 1)
    cluster.run(until: .worldBegins + .seconds(60))
    #expect(cluster.outcomes == ["FailureTarget DeadlineExceeded"])
    #expect(cluster.work.status.terminating == 1)
    cluster.bury()
    #expect(cluster.outcomes.last == "Failed DeadlineExceeded")
    #expect(cluster.work.status.failed == 1)
  }

  @Test func suspendsAndResumes() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.job { $0.spec.suspend = true }))
    cluster.settle()
    #expect(cluster.pods.isEmpty)
    #expect(cluster.work.status.startTime == nil)
    cluster.run(until: cluster.now + .seconds(30))
    cluster.change("work") { (job: inout Job) in job.spec.suspend = false }
    cluster.runPods()
    #expect(cluster.work.status.startTime == .worldBegins + .seconds(30))
    cluster.change("work") { (job: inout Job) in job.spec.suspend = true }
    cluster.settle()
    cluster.bury()
    #expect(cluster.pods.isEmpty)
    #expect(cluster.work.status.failed == 0)
    #expect(cluster.outcomes == ["Suspended JobSuspended"])
    #expect(cluster.messages("Resumed") == ["Job resumed"])
  }

  @Test func letsItsPodsGoWhenItIsDeleted() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.completions = 3; $0.spec.parallelism = 3
        }))
    cluster.runPods()
    cluster.attempt(.delete(cluster.work.key, DeleteOptions()))
    cluster.settle()
    #expect(cluster.pods.count == 3)
    #expect(cluster.pods.allSatisfy { $0.metadata.isDeleting && $0.metadata.finalizers.isEmpty })
    cluster.bury()
    #expect(cluster.pods.isEmpty)
  }

  @Test func goesSomeTimeAfterItHasFinished() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.job { $0.spec.ttlSecondsAfterFinished = 100 }))
    cluster.settle()
    cluster.endAll(exitCode: 0)
    let end = cluster.work.status.completionTime ?? cluster.now
    cluster.run(until: end + .seconds(99))
    #expect(cluster.jobs.count == 1)
    cluster.run(until: end + .seconds(100))
    #expect(cluster.jobs.isEmpty)
    #expect(cluster.pods.isEmpty)
  }

  @Test func adoptsByAHandMadeSelector() {
    var cluster = Harness()
    var early = Pod()
    early.metadata = ObjectMeta(name: "early", namespace: "default", labels: ["app": "web"])
    early.spec = Harness.job().spec.template.spec
    cluster.attempt(.create(early))
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.manualSelector = true
          $0.spec.selector = LabelSelector(matchLabels: ["app": "web"])
        }))
    cluster.settle()
    #expect(cluster.pods.map(\.metadata.name) == ["early"])
    #expect(cluster.pods.first?.metadata.controller?.name == "work")
  }

  @Test func aSyncWithoutNewsWritesNothing() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.completions = 3; $0.spec.parallelism = 2
        }))
    cluster.runPods()
    cluster.run(until: cluster.now + .seconds(5))
    let version = cluster.work.metadata.resourceVersion
    cluster.run(for: .minutes(30))
    #expect(cluster.work.metadata.resourceVersion == version)
    #expect(cluster.activePods.count == 2)
  }
}
