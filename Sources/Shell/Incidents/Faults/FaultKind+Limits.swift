import Lessons

/// What a namespace may have, and what storage there is.
extension FaultKind {
  static let limits: [FaultKind] = [
    FaultKind(
      id: "quota-used-up", area: .limits, level: .mid, parts: [.orders, .stock],
      grounds: { [.quota, .workload($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        return FaultStory(
          cause: "the ResourceQuota of \(shop.namespace) leaves no room for the pods of \(name)",
          happened: "the quota of \(shop.namespace) was cut, and \(name) restarted",
          commands: [
            patch("resourcequota", "team", "\"spec\":{\"hard\":{\"pods\":\"4\"}}"),
            restart(part, shop),
          ],
          repair: [patch("resourcequota", "team", "\"spec\":{\"hard\":{\"pods\":\"20\"}}")],
          sooner: "events of the ReplicaSet: FailedCreate, exceeded quota",
          prevention: "alert when a quota is nearly used; it bites at the next restart, not before")
      }),
    FaultKind(
      id: "limit-range-too-tight", area: .limits, level: .senior, parts: [.orders, .stock],
      grounds: { [.quota, .workload($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        return FaultStory(
          cause: "a LimitRange forbids the memory limit that \(name) has",
          happened: "\(shop.namespace) was given defaults for memory, and \(name) restarted",
          commands: [
            apply(
              """
              apiVersion: v1
              kind: LimitRange
              metadata: {name: defaults}
              spec: {limits: [{type: Container, max: {memory: 100Mi}, default: {memory: 80Mi}}]}
              """), restart(part, shop),
          ],
          repair: ["kubectl delete limitrange defaults"],
          sooner: "events of the ReplicaSet: FailedCreate, maximum memory usage per Container",
          prevention: "compare a new LimitRange with what already runs in the namespace")
      }),
    FaultKind(
      id: "claim-without-class", area: .limits, level: .senior,
      grounds: { _ in [.workload(.cart), .machines] },
      story: { _, shop, _ in
        let name = shop.theme.cart
        return FaultStory(
          cause: "the claim of \(name) asks for a class of storage that does not exist",
          happened: "\(name) was moved to faster disks, with an empty start agreed upon",
          commands: [
            "kubectl delete statefulset \(name)", "kubectl delete pvc data-\(name)-0",
            apply(
              "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: \(name)}\n"
                + shop.cartSpec(storageClass: "fast")),
          ],
          repair: [
            apply(
              """
              apiVersion: storage.k8s.io/v1
              kind: StorageClass
              metadata: {name: fast}
              provisioner: rancher.io/local-path
              volumeBindingMode: WaitForFirstConsumer
              """)
          ],
          sooner: "kubectl get pvc: Pending; kubectl get storageclass",
          prevention: "create the class before the claims, and move one replica first")
      }),
  ]
}
