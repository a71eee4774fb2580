import Lessons

/// Programs of the control plane that do not run.
extension FaultKind {
  static let controlPlane: [FaultKind] = [
    FaultKind(
      id: "scheduler-stopped", area: .controlPlane, level: .senior, parts: [.orders, .stock],
      grounds: { [.controlPlane, .workload($0)] },
      story: { part, shop, _ in
        FaultStory(
          cause: "kube-scheduler does not run, so no new pod gets a node",
          happened: "kube-scheduler ended; afterwards \(shop.name(part)) was restarted",
          commands: ["fail component kube-scheduler", "advance 5s", restart(part, shop)],
          repair: ["recover component kube-scheduler"],
          sooner: "Pending pods without a single event; kubectl get pods -n kube-system",
          prevention: "run it on three control-plane nodes, and alert on its lease")
      }),
    FaultKind(
      id: "controllers-stopped", area: .controlPlane, level: .senior, parts: [.orders, .stock],
      grounds: { [.controlPlane, .workload($0)] },
      story: { part, shop, _ in
        FaultStory(
          cause: "kube-controller-manager does not run, so lost pods are not replaced",
          happened: "kube-controller-manager ended; pods of \(shop.name(part)) were deleted",
          commands: [
            "fail component kube-controller-manager", "advance 5s",
            "kubectl delete pods --wait=false -l app=\(shop.name(part))",
          ],
          repair: ["recover component kube-controller-manager"],
          sooner: "a Deployment that wants pods, and nobody who makes them: no event at all",
          prevention: "run it on three control-plane nodes, and alert on its lease")
      }),
  ]
}
