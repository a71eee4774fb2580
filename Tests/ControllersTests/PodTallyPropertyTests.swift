import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// What a ReplicaSet says of its pods is kept in step with each change to one of them: it must be
/// what going through all of them gives.
@Suite struct PodTallyPropertyTests {
  @Test(arguments: UInt64(1)...20)
  func aStatusIsWhatCountingAnewGives(_ seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    var cluster = Harness()
    cluster.attempt(.create(Harness.replicaSet(3)))
    cluster.settle()
    for step in 0..<60 {
      change(&cluster, &chance)
      cluster.run(until: cluster.now + .seconds(Int64(chance.below(3) * 20)))
      let set = try #require(cluster.state.get(ReplicaSet.self, "trio", in: "default"))
      #expect(Count(set.status) == Count(of: set, cluster.pods), "seed \(seed), step \(step)")
    }
    #expect(cluster.state.revision > 100, "seed \(seed) changed little")
  }

  /// The numbers that pods come to.
  private struct Count: Equatable {
    var replicas: Int
    var labelled: Int
    var ready: Int
    var available: Int
    var terminating: Int

    init(_ status: ReplicaSetStatus) {
      replicas = status.replicas
      labelled = status.fullyLabeledReplicas
      ready = status.readyReplicas
      available = status.availableReplicas
      terminating = status.terminatingReplicas ?? 0
    }

    init(of set: ReplicaSet, _ pods: [Pod]) {
      let own = pods.filter { $0.metadata.controller?.uid == set.metadata.uid }
      let active = own.filter(\.isActive)
      let labels = set.spec.template.metadata.labels
      replicas = active.count
      labelled = active.count { pod in
        labels.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
      }
      ready = active.count(where: \.isReady)
      available = ready
      // Those on their way out are not let go when they are labelled otherwise; they do not count.
      terminating = own.count {
        $0.metadata.isDeleting && !$0.hasEnded
          && set.spec.selector.matches($0.metadata.labels)
      }
    }
  }

  private func change(_ cluster: inout Harness, _ chance: inout SeededRandom) {
    let number = chance.below(10)
    if number == 0 {
      let wanted = chance.below(7)
      cluster.change("trio") { (set: inout ReplicaSet) in set.spec.replicas = wanted }
    } else if number == 1 {
      let tier = chance.below(2) == 0 ? "front" : nil
      cluster.change("trio") { (set: inout ReplicaSet) in
        set.spec.template.metadata.labels["tier"] = tier
      }
    } else if number == 2 {
      addOrphan(&cluster, &chance)
    } else if let pod = cluster.pods.randomElement(using: &chance) {
      change(pod, by: number, &cluster, &chance)
    }
  }

  private func change(
    _ pod: Pod, by number: Int, _ cluster: inout Harness, _ chance: inout SeededRandom
  ) {
    switch number {
    case 3: relabel(pod, "app", to: chance.below(2) == 0 ? "trio" : "other", &cluster)
    case 4: relabel(pod, "tier", to: chance.below(2) == 0 ? "front" : nil, &cluster)
    case 5:
      let options = DeleteOptions(gracePeriodSeconds: chance.below(2) * 30)
      cluster.attempt(.delete(pod.key, options))
    case 6: end(pod, as: chance.below(2) == 0 ? .succeeded : .failed, &cluster)
    case 7: flip(pod, &cluster)
    default: if cluster.needsKubelet(pod) { cluster.serve(pod) }
    }
  }

  private func addOrphan(_ cluster: inout Harness, _ chance: inout SeededRandom) {
    var pod = Pod()
    let app = chance.below(3) == 0 ? "other" : "trio"
    pod.metadata = ObjectMeta(
      name: "early-\(cluster.state.revision)", namespace: "default", labels: ["app": app])
    pod.spec = Harness.template().spec
    cluster.attempt(.create(pod))
  }

  private func relabel(_ pod: Pod, _ name: String, to value: String?, _ cluster: inout Harness) {
    cluster.change(pod.metadata.name) { (pod: inout Pod) in pod.metadata.labels[name] = value }
  }

  private func end(_ pod: Pod, as phase: PodPhase, _ cluster: inout Harness) {
    guard !pod.spec.nodeName.isEmpty, !pod.hasEnded else { return }
    var pod = pod
    pod.status.phase = phase
    pod.status.conditions.set(PodCondition("Ready", .isFalse, at: cluster.now.wholeSecond))
    cluster.attempt(.updateStatus(pod))
  }

  private func flip(_ pod: Pod, _ cluster: inout Harness) {
    guard pod.status.phase == .running else { return }
    var pod = pod
    pod.status.conditions.set(
      PodCondition("Ready", ConditionStatus(!pod.isReady), at: cluster.now.wholeSecond))
    cluster.attempt(.updateStatus(pod))
  }
}
