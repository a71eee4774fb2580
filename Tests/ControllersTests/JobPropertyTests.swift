import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// What holds for every Job, however its pods fare.
@Suite struct JobPropertyTests {
  /// A Job, its cluster, and the pods that failed so far.
  private struct Story {
    var cluster = Harness()
    var random: SeededRandom
    var failed: Set<String> = []

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
      var random = self.random
      let job = Harness.job {
        $0.spec.completions = 1 + random.below(6)
        $0.spec.parallelism = 1 + random.below(4)
        $0.spec.completionMode = random.below(2) == 0 ? .indexed : .nonIndexed
        $0.spec.backoffLimit = 1000
      }
      self.random = random
      cluster.attempt(.create(job))
      cluster.settle()
    }

    mutating func step() {
      let active = cluster.activePods
      switch random.below(6) {
      case 0:
        let parallelism = random.below(5)
        if cluster.work.isFinished { return }
        cluster.change("work") { (job: inout Job) in job.spec.parallelism = parallelism }
      case 1:
        let suspend = random.below(4) == 0
        if cluster.work.isFinished { return }
        cluster.change("work") { (job: inout Job) in job.spec.suspend = suspend }
      case 2:
        guard !active.isEmpty else { break }
        let pod = active[random.below(active.count)]
        cluster.attempt(.bind(pod: pod.key, node: "worker-1"), by: .scheduler)
        cluster.attempt(.delete(pod.key, DeleteOptions()))
        failed.insert(pod.metadata.uid)
      case 3: cluster.bury()
      default:
        guard !active.isEmpty else { break }
        let pod = active[random.below(active.count)]
        let exitCode = random.below(2)
        cluster.end(pod, exitCode: exitCode)
        if exitCode != 0 { failed.insert(pod.metadata.uid) }
      }
      cluster.run(until: cluster.now + .milliseconds(Int64(random.below(12_000))))
    }

    /// Everything goes well from now on.
    mutating func finish() {
      if !cluster.work.isFinished {
        cluster.change("work") { (job: inout Job) in
          job.spec.suspend = false
          job.spec.parallelism = 2
        }
      }
      for _ in 0..<200 where !cluster.work.isFinished {
        cluster.endAll(exitCode: 0)
        cluster.bury()
        cluster.run(until: cluster.now + .minutes(10))
      }
    }
  }

  @Test func everyPodIsCountedOnce() {
    for seed in 0..<60 as Range<UInt64> {
      var story = Story(seed: seed)
      for _ in 0..<30 {
        story.step()
        let status = story.cluster.work.status
        #expect(status.failed <= story.failed.count, "seed \(seed)")
        #expect(status.succeeded <= story.cluster.work.spec.completions ?? 0, "seed \(seed)")
        #expect(status.uncountedTerminatedPods ?? UncountedPods() == UncountedPods())
      }
      story.finish()
      let job = story.cluster.work
      #expect(job.isComplete, "seed \(seed)")
      #expect(job.status.succeeded == job.spec.completions, "seed \(seed)")
      #expect(job.status.failed == story.failed.count, "seed \(seed)")
      #expect(story.cluster.pods.allSatisfy { !$0.isTracked }, "seed \(seed)")
      if job.isIndexed {
        let all = JobIndexes().union(Array(0..<(job.spec.completions ?? 0)))
        #expect(job.status.completedIndexes == all.text, "seed \(seed)")
      }
    }
  }
}
