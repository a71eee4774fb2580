import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// What is used under a quota, and what controllers make of a refusal.
@Suite struct QuotaTests {
  static func harness(_ hard: ResourceList) -> Harness {
    var harness = Harness()
    var quota = ResourceQuota()
    quota.metadata = ObjectMeta(name: "caps", namespace: "default")
    quota.spec.hard = hard
    harness.attempt(.create(quota))
    harness.run(until: harness.now + .seconds(2))
    return harness
  }

  static func used(_ name: String, _ harness: Harness) -> String? {
    harness.state.get(ResourceQuota.self, "caps", in: "default")?.status.used[name]?.text
  }

  @Test func countsWhatComesAndGoes() throws {
    var harness = Self.harness(["pods": Quantity(3), "count/replicasets.apps": Quantity(5)])
    #expect(Self.used("pods", harness) == "0")
    harness.attempt(.create(Harness.replicaSet(2)))
    harness.runPods()
    #expect(Self.used("pods", harness) == "2")
    #expect(Self.used("count/replicasets.apps", harness) == "1")
    var pod = try #require(harness.state.all(Pod.self).first)
    pod.status.phase = .failed
    pod.metadata.ownerReferences = []
    harness.attempt(.updateStatus(pod))
    harness.settle()
    #expect(Self.used("pods", harness) == "2", "the ended one is replaced")
    harness.attempt(.delete(ObjectKey(.replicaSet, namespace: "default", name: "trio"), .now))
    harness.runPods()
    #expect(Self.used("pods", harness) == "0")
  }

  @Test func refusalsShowInTheSet() throws {
    var harness = Self.harness(["pods": Quantity(1)])
    harness.attempt(.create(Harness.replicaSet(3)))
    harness.run(until: harness.now + .seconds(1))
    let set = try #require(harness.state.get(ReplicaSet.self, "trio", in: "default"))
    #expect(set.status.replicas == 1)
    let condition = try #require(set.status.conditions["ReplicaFailure"])
    #expect(condition.reason == "FailedCreate")
    let message = condition.message ?? ""
    #expect(message.hasPrefix("pods \"trio-"))
    #expect(
      message.hasSuffix(
        "is forbidden: exceeded quota: caps, requested: pods=1, used: pods=1, limited: pods=1"))
    let events = harness.state.events(about: set).filter { $0.reason == "FailedCreate" }
    #expect(events.allSatisfy { $0.message?.hasPrefix("Error creating: pods \"trio-") == true })
    var quota = try #require(harness.state.get(ResourceQuota.self, "caps", in: "default"))
    quota.spec.hard["pods"] = Quantity(9)
    harness.attempt(.update(quota))
    harness.run(until: harness.now + .minutes(17))
    harness.runPods()
    let healed = try #require(harness.state.get(ReplicaSet.self, "trio", in: "default"))
    #expect(healed.status.replicas == 3 && healed.status.conditions["ReplicaFailure"] == nil)
  }
}
