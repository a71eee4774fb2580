import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct JobIndexTests {
  private static func indexed(_ count: Int, _ edit: (inout Job) -> Void = { _ in }) -> Job {
    Harness.job {
      $0.spec.completionMode = .indexed
      $0.spec.completions = count
      $0.spec.parallelism = count
      edit(&$0)
    }
  }

  private func indexes(_ cluster: Harness) -> [String] {
    cluster.activePods.compactMap { $0.metadata.labels[Job.indexLabel] }.sorted()
  }

  @Test(arguments: [
    ([], ""), ([3], "3"), ([0, 1], "0,1"), ([0, 1, 2], "0-2"), ([5, 0, 2, 3, 4], "0,2-5"),
  ])
  func indexesAreWritten(_ indexes: [Int], _ text: String) {
    let made = JobIndexes().union(indexes)
    #expect(made.text == text)
    #expect(made.count == indexes.count)
    #expect(JobIndexes(text, below: 100) == made)
    #expect((0..<9).filter(made.contains) == indexes.sorted())
  }

  /// Against plain sets, for many random ones.
  @Test func indexesAreSets() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let left = Set((0..<random.below(12)).map { _ in random.below(20) })
      let right = Set((0..<random.below(12)).map { _ in random.below(20) })
      let (a, b) = (JobIndexes().union(Array(left)), JobIndexes().union(Array(right)))
      #expect((0..<20).filter(a.union(b).contains) == left.union(right).sorted())
      #expect(a.overlap(with: b) == left.intersection(right).count)
      let gaps = (0..<20).filter { !left.contains($0) }
      #expect(a.gaps(3, below: 20) == Array(gaps.prefix(3)))
    }
  }

  @Test func everyIndexGetsAPodOfItsOwn() throws {
    var cluster = Harness()
    cluster.attempt(.create(Self.indexed(5) { $0.spec.parallelism = 3 }))
    cluster.settle()
    #expect(indexes(cluster) == ["0", "1", "2"])
    let pod = try #require(cluster.pods.first { $0.metadata.name.hasPrefix("work-1-") })
    #expect(pod.spec.hostname == "work-1")
    #expect(pod.metadata.annotations[Job.indexLabel] == "1")
    let variable = try #require(pod.spec.containers[0].env.last)
    #expect(variable.name == "JOB_COMPLETION_INDEX")
    #expect(
      variable.valueFrom?.fieldRef?.fieldPath
        == "metadata.labels['batch.kubernetes.io/job-completion-index']")
    cluster.endAll(exitCode: 0, indexes: [0, 2])
    #expect(cluster.work.status.completedIndexes == "0,2")
    #expect(indexes(cluster) == ["1", "3", "4"])
    cluster.endAll(exitCode: 0)
    #expect(cluster.work.status.completedIndexes == "0-4")
    #expect(cluster.work.isComplete)
  }

  @Test func indexesFailOneByOne() {
    var cluster = Harness()
    cluster.attempt(.create(Self.indexed(3) { $0.spec.backoffLimitPerIndex = 1 }))
    cluster.settle()
    cluster.endAll(exitCode: 1, indexes: [1])
    #expect(indexes(cluster) == ["0", "2"])
    cluster.run(until: cluster.now + .seconds(10))
    #expect(indexes(cluster) == ["0", "1", "2"])
    let again = cluster.activePods.first { $0.metadata.labels[Job.indexLabel] == "1" }
    #expect(again?.metadata.annotations[Job.indexFailureCount] == "1")
    cluster.endAll(exitCode: 1, indexes: [1])
    #expect(cluster.work.status.failedIndexes == "1")
    cluster.endAll(exitCode: 0)
    #expect(cluster.outcomes == ["FailureTarget FailedIndexes", "Failed FailedIndexes"])
    #expect(cluster.work.status.completedIndexes == "0,2")
    #expect(cluster.work.status.failed == 2)
  }

  @Test func tooManyFailedIndexesEndTheJob() {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Self.indexed(9) {
          $0.spec.backoffLimitPerIndex = 0
          $0.spec.maxFailedIndexes = 1
        }))
    cluster.settle()
    cluster.endAll(exitCode: 1, indexes: [3, 4])
    #expect(cluster.outcomes.first == "FailureTarget MaxFailedIndexesExceeded")
  }

  @Test(
    arguments: [
      // Exit codes that end the pods of indexes 0, 1, 2; what the rule wants; whether it is met.
      ([0], "0", nil, true), ([1], "0", nil, false), ([0, 1], "0-1", nil, true),
      ([0], "0-1", nil, false), ([0], "0-1", 1, true), ([2], nil, 1, true), ([2], nil, 2, false),
    ] as [([Int], String?, Int?, Bool)])
  func someIndexesMayBeEnough(
    _ ended: [Int], _ indexes: String?, _ count: Int?, _ isMet: Bool
  ) {
    var cluster = Harness()
    var rule = SuccessRule()
    rule.succeededIndexes = indexes
    rule.succeededCount = count
    cluster.attempt(
      .create(
        Self.indexed(3) {
          $0.spec.successPolicy = SuccessPolicy()
          $0.spec.successPolicy?.rules = [rule]
        }))
    cluster.settle()
    cluster.endAll(exitCode: 0, indexes: ended)
    #expect((cluster.outcomes.first == "SuccessCriteriaMet SuccessPolicy") == isMet)
    cluster.bury()
    #expect(cluster.work.isComplete == isMet)
    #expect(cluster.work.status.failed == 0)
  }

  /// Each row: a rule's action, the exit code it is for, and what becomes of a pod that ends with
  /// 42: the failures counted, and the conditions.
  @Test(
    arguments: [
      (
        PodFailureAction.failJob, 42, 1,
        ["FailureTarget PodFailurePolicy", "Failed PodFailurePolicy"]
      ),
      (.ignore, 42, 0, []), (.count, 42, 1, []), (.failJob, 7, 1, []),
    ] as [(PodFailureAction, Int, Int, [String])])
  func aPolicySaysWhatAFailureMeans(
    _ action: PodFailureAction, _ code: Int, _ failed: Int, _ outcomes: [String]
  ) {
    var cluster = Harness()
    var rule = PodFailureRule()
    rule.action = action
    rule.onExitCodes = ExitCodeRequirement()
    rule.onExitCodes?.values = [code]
    cluster.attempt(
      .create(
        Harness.job {
          $0.spec.podFailurePolicy = PodFailurePolicy()
          $0.spec.podFailurePolicy?.rules = [rule]
        }))
    cluster.settle()
    cluster.endAll(exitCode: 42)
    #expect(cluster.work.status.failed == failed)
    #expect(cluster.outcomes == outcomes)
  }

  @Test func conditionsOfPodsMayBeIgnored() {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "a", namespace: "default")
    pod.status.conditions = [PodCondition("DisruptionTarget", .isTrue)]
    var pattern = PodConditionPattern()
    pattern.type = "DisruptionTarget"
    var rule = PodFailureRule()
    rule.action = .ignore
    rule.onPodConditions = [pattern]
    var policy = PodFailurePolicy()
    policy.rules = [rule]
    #expect(JobFailureVerdict(of: pod, under: policy).counts == false)
    pod.status.conditions = []
    #expect(JobFailureVerdict(of: pod, under: policy).counts)
    #expect(JobFailureVerdict(of: pod, under: nil).action == nil)
  }

  /// With the policy Failed a pod that is ending keeps its place until it has ended.
  @Test(arguments: [(PodReplacementPolicy.failed, 0), (.terminatingOrFailed, 1)])
  func replacesWhenThePolicySaysSo(_ policy: PodReplacementPolicy, _ active: Int) throws {
    var cluster = Harness()
    cluster.attempt(.create(Harness.job { $0.spec.podReplacementPolicy = policy }))
    cluster.runPods()
    let pod = try #require(cluster.pods.first)
    cluster.attempt(.delete(pod.key, DeleteOptions()))
    cluster.run(until: cluster.now + .seconds(15))
    #expect(cluster.activePods.count == active)
    #expect(cluster.work.status.terminating == 1)
    if let ending = cluster.state.pod(pod.key) { cluster.end(ending, exitCode: 137) }
    cluster.bury()
    cluster.run(until: cluster.now + .seconds(15))
    #expect(cluster.activePods.count == 1)
    #expect(cluster.work.status.failed == 1)
  }
}
