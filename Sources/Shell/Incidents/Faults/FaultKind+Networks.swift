import Lessons

/// Services, names and what may talk to what.
extension FaultKind {
  static let networks: [FaultKind] = [
    FaultKind(
      id: "selector-mismatch", area: .network, level: .junior,
      parts: [.front, .orders, .stock], grounds: { [.service($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        return FaultStory(
          cause: "the Service \(name) selects pods by a label that none has",
          happened: "the labels of the Service \(name) were tidied up",
          commands: [
            patch("service", name, "\"spec\":{\"selector\":{\"app\":\"\(name)-web\"}}")
          ],
          repair: [patch("service", name, "\"spec\":{\"selector\":{\"app\":\"\(name)\"}}")],
          sooner: "kubectl get endpointslices: a Service without addresses, beside ready pods",
          prevention: "alert on Services without endpoints; take labels from one place")
      }),
    FaultKind(
      id: "wrong-target-port", area: .network, level: .junior, parts: [.front, .orders, .stock],
      grounds: { [.service($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        let right = shop.containerPort(part)
        return FaultStory(
          cause: "the Service \(name) leads to a port that its pods do not listen on",
          happened: "the ports of the Service \(name) were changed",
          commands: [servicePort(part, shop, target: right + 1)],
          repair: [servicePort(part, shop, target: right)],
          sooner: "connection refused through the Service, an answer from the pod itself",
          prevention: "use the names of ports as targetPort, never their numbers")
      }),
    FaultKind(
      id: "service-renamed", area: .network, level: .mid,
      grounds: { _ in [.service(.stock)] },
      story: { _, shop, _ in
        let name = shop.theme.stock
        return FaultStory(
          cause: "the Service \(name) is there under another name only",
          happened: "the Service \(name) was renamed to \(name)-internal",
          commands: [
            "kubectl delete service \(name)",
            "kubectl expose deployment \(name) --name=\(name)-internal "
              + "--port=\(shop.servicePort(.stock)) --target-port=\(shop.containerPort(.stock))",
          ],
          repair: [apply(shop.service(.stock))],
          sooner: "no such host in the callers' logs, and kubectl get services",
          prevention: "add the new name first, move the callers, then take the old one away")
      }),
    FaultKind(
      id: "remembered-address", area: .network, level: .senior,
      grounds: { _ in [.service(.orders), .workload(.front)] },
      story: { _, shop, _ in
        let name = shop.theme.orders
        return FaultStory(
          cause: "\(shop.theme.front) still uses the address that the Service \(name) had before",
          happened: "the Service \(name) was deleted and created anew",
          commands: ["kubectl delete service \(name)", apply(shop.service(.orders))],
          repair: [restart(.front, shop)],
          sooner: "the upstream address in nginx's error log is not the Service's any more",
          prevention: "change Services in place; nginx looks a name up when it starts, not later")
      }),
    FaultKind(
      id: "policy-blocks-callers", area: .network, level: .mid, parts: [.orders, .stock, .cart],
      grounds: { _ in [.policies] },
      story: { part, shop, _ in
        let name = shop.name(part)
        let caller = part == .orders ? shop.theme.front : shop.theme.orders
        return FaultStory(
          cause: "a NetworkPolicy keeps \(caller) from reaching \(name)",
          happened: "the network policies of \(name) were tightened",
          commands: [apply(ingressPolicy(name, from: "\(caller)-gateway"))],
          repair: [apply(ingressPolicy(name, from: caller))],
          sooner: "calls that time out, where a wrong port would be refused at once",
          prevention: "try a policy with a request from each caller before it goes out")
      }),
    FaultKind(
      id: "policy-blocks-names", area: .network, level: .senior,
      grounds: { _ in [.policies, .names] },
      story: { _, shop, _ in
        let name = shop.theme.orders
        return FaultStory(
          cause: "a NetworkPolicy keeps \(name) from asking for names",
          happened: "\(name) was allowed to talk to its own two backends only",
          commands: [apply(egressPolicy(shop))],
          repair: ["kubectl delete networkpolicy \(name)-out"],
          sooner: "the logs of \(name): lookups that time out, for every name",
          prevention: "every policy for Egress begins with port 53 to kube-dns")
      }),
    FaultKind(
      id: "name-server-gone", area: .network, level: .mid, grounds: { _ in [.names] },
      story: { _, shop, _ in
        FaultStory(
          cause: "nobody answers questions for names: CoreDNS has no pods",
          happened: "CoreDNS was scaled down during a test of its autoscaler",
          commands: ["kubectl scale deployment/coredns -n kube-system --replicas=0"],
          repair: ["kubectl scale deployment/coredns -n kube-system --replicas=2"],
          sooner: "lookups fail in every pod, for every name; kubectl get pods -n kube-system",
          prevention: "a minimum for whatever scales CoreDNS, and an alert on its endpoints")
      }),
    FaultKind(
      id: "stale-service-rules", area: .network, level: .senior,
      grounds: { _ in [.machines, .workload(.orders), .workload(.front)] },
      story: { _, shop, world in
        let node = shop.workers[0]
        return FaultStory(
          cause: "kube-proxy on \(node) does not run, and its rules have grown old",
          happened: "kube-proxy on \(node) ended; later \(shop.theme.orders) was restarted",
          commands: [
            "fail kube-proxy \(node)", "advance 5s", restart(.orders, shop),
          ],
          repair: ["recover kube-proxy \(node)"],
          sooner: "errors from the front's pod on one node only; kube-proxy's pod there",
          prevention: "alert on DaemonSets with fewer ready pods than nodes")
      }),
  ]

  private static func servicePort(_ part: ShopPart, _ shop: Shop, target: Int) -> String {
    patch(
      "service", shop.name(part),
      "\"spec\":{\"ports\":[{\"port\":\(shop.servicePort(part)),\"targetPort\":\(target)}]}")
  }

  private static func ingressPolicy(_ name: String, from caller: String) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: \(name)}
    spec:
      podSelector: {matchLabels: {app: \(name)}}
      ingress: [{from: [{podSelector: {matchLabels: {app: \(caller)}}}]}]
    """
  }

  private static func egressPolicy(_ shop: Shop) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: \(shop.theme.orders)-out}
    spec:
      podSelector: {matchLabels: {app: \(shop.theme.orders)}}
      policyTypes: [Egress]
      egress:
      - to:
        - podSelector: {matchLabels: {app: \(shop.theme.stock)}}
        - podSelector: {matchLabels: {app: \(shop.theme.cart)}}
    """
  }
}
