import Objects
import Store

/// What NetworkPolicies let through. A pod that no policy is about takes and makes all connections.
extension ClusterNetwork {
  /// The pod that asks; nil for whoever uses a machine's own network.
  func clientPod(_ client: NetworkClient) -> Pod? {
    if client.isHost { return nil }
    if let pod = state.pods(at: client.address).first(where: { $0.spec.hostNetwork != true }) {
      return pod
    }
    return podPlace(at: client.address).flatMap { state.pod($0.pod) }
  }

  /// Whether the policies about the client let it connect to an address, which is `pod`'s when it
  /// is a pod's.
  func mayLeave(
    _ client: NetworkClient, to address: String, pod: Pod?, port: Int, _ transport: Transport
  ) -> Bool {
    guard hasPolicies, let source = clientPod(client) else { return true }
    let policies = policies(about: source, "Egress")
    if policies.isEmpty || pod?.key == source.key { return true }
    let peer = PolicyPeer(address: address, pod: pod)
    return policies.contains { policy in
      policy.spec.egress.contains { rule in
        fits(rule.to, peer, in: policy) && fits(rule.ports, port, transport, of: pod)
      }
    }
  }

  /// Whether the policies about a pod let a client connect to it. A pod's own machine always may:
  /// it asks the probes.
  func mayEnter(
    _ pod: Pod?, on node: String, from client: NetworkClient, port: Int, _ transport: Transport
  ) -> Bool {
    guard hasPolicies, let pod, pod.spec.hostNetwork != true else { return true }
    let source = clientPod(client)
    if source == nil, machine(named: node)?.address == client.address { return true }
    if source?.key == pod.key { return true }
    let policies = policies(about: pod, "Ingress")
    if policies.isEmpty { return true }
    let peer = PolicyPeer(address: client.address, pod: source)
    return policies.contains { policy in
      policy.spec.ingress.contains { rule in
        fits(rule.from, peer, in: policy) && fits(rule.ports, port, transport, of: pod)
      }
    }
  }

  private var hasPolicies: Bool { state.count(of: .networkPolicy) > 0 }

  private func policies(about pod: Pod, _ direction: String) -> [NetworkPolicy] {
    state.all(NetworkPolicy.self, in: pod.metadata.namespace).filter {
      $0.spec.policyTypes.contains(direction) && $0.spec.podSelector.matches(pod.metadata.labels)
    }
  }

  /// The other end of a connection.
  private struct PolicyPeer {
    var address: String
    var pod: Pod?
  }

  /// A rule without peers is about everybody.
  private func fits(
    _ peers: [NetworkPolicyPeer], _ other: PolicyPeer, in policy: NetworkPolicy
  ) -> Bool {
    peers.isEmpty || peers.contains { fits($0, other, in: policy) }
  }

  private func fits(
    _ peer: NetworkPolicyPeer, _ other: PolicyPeer, in policy: NetworkPolicy
  ) -> Bool {
    if let block = peer.ipBlock {
      return AddressRange.contains(block.cidr, other.address)
        && !block.except.contains { AddressRange.contains($0, other.address) }
    }
    guard let pod = other.pod else { return false }
    if let selector = peer.namespaceSelector {
      let namespace = state.get(Namespace.self, pod.metadata.namespace)
      guard selector.matches(namespace?.metadata.labels ?? [:]) else { return false }
    } else if pod.metadata.namespace != policy.metadata.namespace {
      return false
    }
    return peer.podSelector?.matches(pod.metadata.labels) ?? true
  }

  /// A rule without ports is about all of them; names are those of the pod that is asked.
  private func fits(
    _ ports: [NetworkPolicyPort], _ number: Int, _ transport: Transport, of pod: Pod?
  ) -> Bool {
    if ports.isEmpty { return true }
    return ports.contains { port in
      guard port.protocolName ?? "TCP" == transport.rawValue else { return false }
      switch port.port {
      case nil: return true
      case .int(let first): return (first...max(first, port.endPort ?? first)).contains(number)
      case .string(let name):
        let named = pod?.spec.containers.flatMap(\.ports).filter { $0.name == name } ?? []
        return named.contains {
          $0.containerPort == number && ($0.protocolName ?? "TCP") == transport.rawValue
        }
      }
    }
  }
}
