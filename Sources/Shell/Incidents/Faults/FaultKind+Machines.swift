import Lessons

/// What happens to nodes, and what is left behind on them.
extension FaultKind {
  static let machines: [FaultKind] = [
    FaultKind(
      id: "node-lost-power", area: .machines, level: .mid,
      grounds: { _ in [.machines, .workload(.cart)] },
      story: { _, shop, world in
        let node = cartNode(shop, world)
        return FaultStory(
          cause: "\(node) has lost its power, and the disk of \(shop.theme.cart) is in it",
          happened: "a power supply broke: \(node) went off",
          commands: ["fail node \(node)"],
          repair: ["recover node \(node)"],
          sooner: "kubectl get nodes: NotReady; the cart's pod has nowhere else to go",
          prevention: "storage that can follow a pod, or a second copy on another node")
      }),
    FaultKind(
      id: "silent-kubelet", area: .machines, level: .senior,
      grounds: { _ in [.machines, .workload(.cart)] },
      story: { _, shop, world in
        let node = cartNode(shop, world)
        return FaultStory(
          cause: "the kubelet of \(node) has stopped, while the containers there run on",
          happened: "an update stopped the kubelet of \(node)",
          commands: ["fail kubelet \(node)"],
          repair: ["recover kubelet \(node)"],
          sooner: "kubectl describe node: the kubelet stopped posting node status",
          prevention: "update nodes one by one, and wait for Ready before the next")
      }),
    FaultKind(
      id: "disk-full", area: .machines, level: .mid,
      grounds: { _ in [.machines, .workload(.cart)] },
      story: { _, shop, world in
        let node = cartNode(shop, world)
        return FaultStory(
          cause: "the disk of \(node) is full, and \(shop.theme.cart) cannot run elsewhere",
          happened: "old logs filled the disk of \(node)",
          commands: ["fail disk \(node)"],
          repair: ["recover disk \(node)"],
          sooner: "the node's condition DiskPressure, and pods that say Evicted",
          prevention: "rotate logs, and alert at 80 percent instead of at eviction")
      }),
    FaultKind(
      id: "taint-left-behind", area: .machines, level: .mid, grounds: { _ in [.machines] },
      story: { _, shop, _ in
        let nodes = shop.workers.joined(separator: " ")
        return FaultStory(
          cause: "a taint that evicts all pods was left on the workers",
          happened: "a script prepared all workers for a new kernel, and broke off",
          commands: ["kubectl taint nodes \(nodes) kernel-update=pending:NoExecute"],
          repair: ["kubectl taint nodes \(nodes) kernel-update-"],
          sooner: "FailedScheduling: untolerated taint, on every worker",
          prevention: "one node at a time, and drain, which asks disruption budgets first")
      }),
    FaultKind(
      id: "cordon-left-behind", area: .machines, level: .mid, parts: [.orders, .stock],
      grounds: { [.machines, .workload($0)] },
      story: { part, shop, _ in
        let nodes = shop.workers.joined(separator: " ")
        return FaultStory(
          cause: "the workers were cordoned and never opened again",
          happened: "maintenance cordoned all workers; afterwards \(shop.name(part)) was restarted",
          commands: ["kubectl cordon \(nodes)", restart(part, shop)],
          repair: ["kubectl uncordon \(nodes)"],
          sooner: "kubectl get nodes: SchedulingDisabled",
          prevention: "let the maintenance script uncordon whatever happens, or page")
      }),
    FaultKind(
      id: "registry-down", area: .machines, level: .mid, parts: [.orders, .stock],
      grounds: { [.registry, .workload($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        let image = "\(shop.repository(part)):\(shop.nextVersion)"
        return FaultStory(
          cause: "the registry does not answer, and no node has the new image of \(name)",
          happened: "the registry went down; version \(shop.nextVersion) of \(name) was rolled out",
          commands: [
            "fail registry", "kubectl set image deployment/\(name) \(name)=\(image)",
          ],
          repair: ["recover registry"],
          sooner: "what ErrImagePull says: no route to the registry, rather than no such tag",
          prevention: "a cache of images near the nodes; RollingUpdate keeps the old pods")
      }),
  ]
}
