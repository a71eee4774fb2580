import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct CleanUpTests {
  private static func trio() -> (Harness, ObjectKey) {
    var cluster = Harness()
    cluster.attempt(.create(Harness.replicaSet(3)))
    cluster.runPods()
    return (cluster, ObjectKey(.replicaSet, namespace: "default", name: "trio"))
  }

  @Test func removesWhatLostItsOwner() {
    var (cluster, key) = Self.trio()
    cluster.attempt(.delete(key, DeleteOptions()))
    cluster.settle()
    #expect(cluster.sets.isEmpty)
    #expect(cluster.pods.allSatisfy { $0.metadata.isDeleting })
  }

  @Test func letsOrphansLive() {
    var (cluster, key) = Self.trio()
    cluster.attempt(.delete(key, DeleteOptions(propagation: .orphan)))
    cluster.settle()
    #expect(cluster.sets.isEmpty)
    #expect(cluster.activePods.count == 3)
    #expect(cluster.pods.allSatisfy { $0.metadata.ownerReferences.isEmpty })
    cluster.attempt(.create(Harness.replicaSet(3)))
    cluster.settle()
    #expect(cluster.pods.count == 3)
    #expect(cluster.pods.allSatisfy { $0.metadata.controller != nil })
  }

  @Test func waitsInTheForeground() {
    var (cluster, key) = Self.trio()
    cluster.attempt(.delete(key, DeleteOptions(propagation: .foreground)))
    cluster.settle()
    #expect(cluster.sets.count == 1)
    #expect(cluster.pods.allSatisfy { $0.metadata.isDeleting })
    cluster.runPods()
    #expect(cluster.sets.isEmpty)
    #expect(cluster.pods.isEmpty)
  }

  @Test func otherHoldersKeepWhatIsDeleted() throws {
    var (cluster, key) = Self.trio()
    var set = try #require(cluster.state[key] as? ReplicaSet)
    set.metadata.finalizers = ["example.com/hold"]
    cluster.attempt(.update(set))
    cluster.attempt(.delete(key, DeleteOptions(propagation: .foreground)))
    cluster.runPods()
    let held = try #require(cluster.state[key] as? ReplicaSet)
    #expect(cluster.pods.isEmpty && held.metadata.finalizers == ["example.com/hold"])
    var free = held
    free.metadata.finalizers = []
    cluster.attempt(.update(free))
    #expect(cluster.sets.isEmpty)
  }

  @Test func ownersElsewhereAreNone() throws {
    var cluster = Harness()
    var owner = ConfigMap()
    owner.metadata = ObjectMeta(name: "far", namespace: "kube-system")
    cluster.attempt(.create(owner))
    let stored = try #require(cluster.state.get(ConfigMap.self, "far", in: "kube-system"))
    var child = ConfigMap()
    child.metadata = ObjectMeta(name: "near", namespace: "default")
    child.metadata.ownerReferences = [OwnerReference(controller: stored)]
    cluster.attempt(.create(child))
    cluster.settle()
    #expect(cluster.state.get(ConfigMap.self, "near", in: "default") == nil)
    #expect(
      cluster.messages("OwnerRefInvalidNamespace") == [
        "ownerRef [v1/ConfigMap, namespace: default, name: far, uid: \(stored.metadata.uid)] does "
          + "not exist in namespace \"default\""
      ])
  }

  @Test func clearsAwayWholeTrees() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.deployment(2)))
    cluster.runPods()
    cluster.attempt(.delete(cluster.web.key, DeleteOptions(propagation: .foreground)))
    cluster.runPods()
    #expect(cluster.pods.isEmpty)
    #expect(cluster.sets.isEmpty)
    #expect(cluster.state.all(Deployment.self).isEmpty)
  }

  @Test func givesEveryNamespaceItsBelongings() {
    var cluster = Harness()
    let account = ObjectKey(.serviceAccount, namespace: "default", name: "default")
    #expect(cluster.state[account] != nil)
    #expect(cluster.state.get(ConfigMap.self, "kube-root-ca.crt", in: "default") != nil)
    cluster.attempt(.delete(account, DeleteOptions()))
    cluster.settle()
    #expect(cluster.state[account] != nil)
  }

  /// As recorded: content stays for 5 s, a pod that takes 30 s to end holds the namespace until
  /// the look after that.
  @Test func emptiesNamespaces() {
    var cluster = Harness()
    var team = Namespace()
    team.metadata = ObjectMeta(name: "team")
    cluster.attempt(.create(team))
    cluster.settle()
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "slow", namespace: "team")
    pod.spec = Harness.template().spec
    cluster.attempt(.create(pod))
    cluster.serve(cluster.state.pod(.pod("slow", in: "team")) ?? pod)
    cluster.settle()
    cluster.attempt(.delete(team.key, DeleteOptions()))
    cluster.run(for: .seconds(4))
    let slow = ObjectKey.pod("slow", in: "team")
    #expect(cluster.state.pod(slow)?.metadata.isDeleting == false)
    cluster.run(for: .seconds(2))
    #expect(cluster.state.pod(slow)?.metadata.isDeleting == true)
    let conditions = cluster.state.get(Namespace.self, "team")?.status.conditions ?? []
    #expect(conditions.map(\.status) == Array(repeating: .isFalse, count: 5))
    cluster.run(for: .seconds(29))
    cluster.attempt(.delete(slow, .now), by: .kubelet(node: "worker-1"))
    cluster.run(for: .seconds(1))
    #expect(cluster.state[team.key] != nil)
    cluster.run(for: .seconds(5))
    #expect(cluster.state[team.key] == nil)
    #expect(cluster.state.all(ConfigMap.self, in: "team").isEmpty)
  }
}
