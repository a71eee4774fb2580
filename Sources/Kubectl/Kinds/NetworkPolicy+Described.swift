import Engine
import Objects
import Store

extension NetworkPolicy: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("Created on", metadata.creationTimestamp.map(Self.stamp) ?? "")
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.line(0, "Spec:")
    let everybody = "<none> (Allowing the specific traffic to all pods in this namespace)"
    let pods = spec.podSelector.isEmpty ? everybody : spec.podSelector.text
    text.line(1, "PodSelector:     " + pods)
    describe(
      "ingress", spec.ingress.map { ($0.ports, $0.from) }, ("From", "source"), &text)
    describe("egress", spec.egress.map { ($0.ports, $0.to) }, ("To", "destination"), &text)
    text.line(1, "Policy Types: " + spec.policyTypes.joined(separator: ", "))
    return text
  }

  /// `2026-01-01 12:00:50 +0000 UTC`
  private static func stamp(_ time: SimTime) -> String {
    time.rfc3339.replacing("T", with: " ").replacing("Z", with: " +0000 UTC")
  }

  private func describe(
    _ direction: String, _ rules: [(ports: [NetworkPolicyPort], peers: [NetworkPolicyPeer])],
    _ words: (peer: String, end: String), _ text: inout Description
  ) {
    guard spec.policyTypes.contains(where: { $0.lowercased() == direction }) else {
      text.line(1, "Not affecting \(direction) traffic")
      return
    }
    text.line(1, "Allowing \(direction) traffic:")
    if rules.isEmpty {
      text.line(2, "<none> (Selected pods are isolated for \(direction) connectivity)")
    }
    for (place, rule) in rules.enumerated() {
      if rule.ports.isEmpty { text.line(2, "To Port: <any> (traffic allowed to all ports)") }
      for port in rule.ports {
        let end = port.endPort.map { "-\($0)" } ?? ""
        text.line(
          2,
          "To Port\(end.isEmpty ? "" : " Range"): \(port.port?.text ?? "<nil>")\(end)/"
            + (port.protocolName ?? "TCP"))
      }
      if rule.peers.isEmpty {
        text.line(2, "\(words.peer): <any> (traffic not restricted by \(words.end))")
      }
      for peer in rule.peers {
        text.line(2, "\(words.peer):")
        Self.describe(peer, &text)
      }
      if place < rules.count - 1 { text.line(2, "----------") }
    }
  }

  private static func describe(_ peer: NetworkPolicyPeer, _ text: inout Description) {
    if let selector = peer.namespaceSelector {
      text.line(3, "NamespaceSelector: " + selector.text)
    }
    if let selector = peer.podSelector { text.line(3, "PodSelector: " + selector.text) }
    guard peer.namespaceSelector == nil, peer.podSelector == nil, let block = peer.ipBlock else {
      return
    }
    text.line(3, "IPBlock:")
    text.line(4, "CIDR: " + block.cidr)
    text.line(4, "Except: " + block.except.joined(separator: ", "))
  }
}
