import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct StatefulSetTests {
  static func cluster(_ set: StatefulSet) -> Harness {
    var cluster = Harness()
    cluster.attempt(.create(set))
    cluster.runPods()
    return cluster
  }

  @Test func createsInOrderAndWaitsForEach() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.statefulSet(3)))
    cluster.settle()
    #expect(cluster.steps == "+db-0")
    cluster.serve(cluster.pods[0])
    cluster.settle()
    #expect(cluster.steps == "+db-0 +db-1")
    cluster.set("db-0", ready: false)
    cluster.serve(cluster.pods[1])
    cluster.settle()
    #expect(cluster.steps == "+db-0 +db-1")
    cluster.set("db-0", ready: true)
    #expect(cluster.steps == "+db-0 +db-1 +db-2")
  }

  @Test func createsTogetherInParallel() {
    var set = Harness.statefulSet(3)
    set.spec.podManagementPolicy = .parallel
    set.spec.ordinals = StatefulSetOrdinals()
    set.spec.ordinals?.start = 5
    var cluster = Harness()
    cluster.attempt(.create(set))
    cluster.settle()
    #expect(cluster.steps == "+db-5 +db-6 +db-7")
    #expect(cluster.pods.map { $0.metadata.labels[StatefulPod.indexLabel] } == ["5", "6", "7"])
    #expect(cluster.pods.map(\.spec.hostname) == ["db-5", "db-6", "db-7"])
  }

  @Test(arguments: [
    // Ordered sets remove one after the other, and wait while another is not well.
    (PodManagementPolicy.orderedReady, "", "-db-2 -db-1"),
    (.orderedReady, "db-0", ""),
    (.orderedReady, "db-2", ""),
    (.parallel, "db-0", "-db-2 -db-1"),
  ])
  func shrinksFromTheHighest(policy: PodManagementPolicy, unready: String, steps: String) {
    var set = Harness.statefulSet(3)
    set.spec.podManagementPolicy = policy
    var cluster = Self.cluster(set)
    let before = cluster.steps.count
    if !unready.isEmpty { cluster.set(unready, ready: false) }
    cluster.brokenImages = ["nginx:1.26"]
    cluster.change("db") { (set: inout StatefulSet) in set.spec.replicas = 1 }
    cluster.runPods()
    let expected = unready == "db-2" ? "-db-2 -db-1" : steps
    #expect(cluster.steps.dropFirst(before).drop { $0 == " " } == expected)
  }

  @Test(arguments: [
    (0, "db-0:1.27 db-1:1.27 db-2:1.27", 3),
    (2, "db-0:1.26 db-1:1.26 db-2:1.27", 1),
    (9, "db-0:1.26 db-1:1.26 db-2:1.26", 0),
  ])
  func updatesDownToThePartition(partition: Int, versions: String, updated: Int) {
    var set = Harness.statefulSet(3)
    set.spec.updateStrategy.rollingUpdate = StatefulSetRollingUpdate()
    set.spec.updateStrategy.rollingUpdate?.partition = partition
    var cluster = Self.cluster(set)
    cluster.change("db") { (set: inout StatefulSet) in
      set.spec.template.spec.containers[0].image = "nginx:1.27"
    }
    cluster.runPods()
    #expect(cluster.versions == versions)
    #expect(cluster.database.status.updatedReplicas == updated)
    let status = cluster.database.status
    #expect((status.currentRevision == status.updateRevision) == (partition == 0))
    // What lies below the partition comes back as it was.
    cluster.attempt(.delete(ObjectKey.pod("db-0", in: "default"), .now))
    cluster.runPods()
    #expect(cluster.versions == versions)
  }

  @Test func anUpdateThatDoesNotRunStopsAtTheFirst() {
    var cluster = Self.cluster(Harness.statefulSet(3))
    cluster.brokenImages = ["nginx:broken"]
    cluster.change("db") { (set: inout StatefulSet) in
      set.spec.template.spec.containers[0].image = "nginx:broken"
    }
    cluster.runPods()
    #expect(cluster.versions == "db-0:1.26 db-1:1.26 db-2:broken")
    // Even the old version put back does not replace it: that takes a hand.
    cluster.change("db") { (set: inout StatefulSet) in
      set.spec.template.spec.containers[0].image = "nginx:1.26"
    }
    cluster.runPods()
    #expect(cluster.versions == "db-0:1.26 db-1:1.26 db-2:broken")
    cluster.attempt(.delete(ObjectKey.pod("db-2", in: "default"), .now))
    cluster.runPods()
    #expect(cluster.versions == "db-0:1.26 db-1:1.26 db-2:1.26")
  }

  @Test func waitsForDeletionWhenToldTo() {
    var set = Harness.statefulSet(2)
    set.spec.updateStrategy.type = .onDelete
    var cluster = Self.cluster(set)
    cluster.change("db") { (set: inout StatefulSet) in
      set.spec.template.spec.containers[0].image = "nginx:1.27"
    }
    cluster.runPods()
    #expect(cluster.versions == "db-0:1.26 db-1:1.26")
    cluster.attempt(.delete(ObjectKey.pod("db-0", in: "default"), .now))
    cluster.runPods()
    #expect(cluster.versions == "db-0:1.27 db-1:1.26")
  }

  @Test func waitsUntilPodsCountAsAvailable() {
    var set = Harness.statefulSet(2)
    set.spec.minReadySeconds = 10
    var cluster = Harness()
    cluster.attempt(.create(set))
    cluster.runPods()
    cluster.run(for: .seconds(8))
    #expect(cluster.steps == "+db-0")
    #expect(cluster.database.status.readyReplicas == 1)
    #expect(cluster.database.status.availableReplicas == 0)
    cluster.run(for: .seconds(3))
    #expect(cluster.steps == "+db-0 +db-1")
  }

  @Test func replacesAPodThatEnded() {
    var cluster = Self.cluster(Harness.statefulSet(2))
    cluster.set("db-0", ready: false, phase: .succeeded)
    cluster.runPods()
    #expect(cluster.steps == "+db-1 -db-0 +db-0")
    #expect(cluster.database.status.readyReplicas == 2)
  }

  @Test func aPodThatCannotEndHoldsItsPlace() {
    var cluster = Self.cluster(Harness.statefulSet(2))
    cluster.attempt(.delete(ObjectKey.pod("db-0", in: "default"), DeleteOptions()))
    cluster.run(for: .minutes(5))
    #expect(cluster.steps == "+db-0 +db-1")
    cluster.attempt(.delete(ObjectKey.pod("db-0", in: "default"), .now))
    cluster.settle()
    #expect(cluster.steps == "+db-1 +db-0")
  }

  @Test(arguments: [
    (ClaimRetention.retain, ClaimRetention.retain, "-", "-"),
    (.delete, .retain, "StatefulSet", "StatefulSet"),
    (.retain, .delete, "-", "Pod"),
    (.delete, .delete, "StatefulSet", "Pod"),
  ])
  func claimsGoWithWhatTheyAreToldTo(
    deleted: ClaimRetention, scaled: ClaimRetention, kept: String, condemned: String
  ) {
    var claim = PersistentVolumeClaim()
    claim.metadata.name = "data"
    claim.spec.accessModes = [.readWriteOnce]
    claim.spec.resources.requests = ["storage": Quantity("1Gi") ?? .zero]
    var set = Harness.statefulSet(2)
    set.spec.volumeClaimTemplates = [claim]
    set.spec.persistentVolumeClaimRetentionPolicy = ClaimRetentionPolicy()
    set.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted = deleted
    set.spec.persistentVolumeClaimRetentionPolicy?.whenScaled = scaled
    var cluster = Self.cluster(set)
    func owner(_ name: String) -> String? {
      cluster.state.get(PersistentVolumeClaim.self, name, in: "default").map {
        $0.metadata.ownerReferences.first?.kind ?? "-"
      }
    }
    #expect(cluster.state.all(PersistentVolumeClaim.self).count == 2)
    #expect(owner("data-db-0") == kept)
    #expect(cluster.pods[1].spec.volumes[0].name == "data")
    cluster.change("db") { (set: inout StatefulSet) in set.spec.replicas = 1 }
    cluster.settle()
    #expect(owner("data-db-1") == condemned)
  }

  /// Neither an ordered set nor a parallel one does more than so much at a time.
  @Test(arguments: [(PodManagementPolicy.orderedReady, 1), (.parallel, StatefulSetSync.burst)])
  func aLargeNumberIsFilledSlowly(policy: PodManagementPolicy, created: Int) {
    var set = Harness.statefulSet(Int(Int32.max))
    set.spec.podManagementPolicy = policy
    var cluster = Harness()
    cluster.attempt(.create(set))
    cluster.settle()
    #expect(cluster.pods.count == created)
  }
}
