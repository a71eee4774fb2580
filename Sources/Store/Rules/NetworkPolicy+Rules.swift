import Objects

extension NetworkPolicy: Defaulted, Validated {
  mutating func setDefaults() {
    if spec.policyTypes.isEmpty {
      spec.policyTypes = ["Ingress"] + (spec.egress.isEmpty ? [] : ["Egress"])
    }
    for place in spec.ingress.indices { Self.setDefaults(of: &spec.ingress[place].ports) }
    for place in spec.egress.indices { Self.setDefaults(of: &spec.egress[place].ports) }
  }

  private static func setDefaults(of ports: inout [NetworkPolicyPort]) {
    for place in ports.indices where ports[place].protocolName == nil {
      ports[place].protocolName = NetworkPolicyPort.standard.protocolName
    }
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += spec.podSelector.problems(at: FieldPath("spec", "podSelector"))
    let path = FieldPath("spec")
    for (place, rule) in spec.ingress.enumerated() {
      let path = path.member("ingress").index(place)
      problems += Self.problems(of: rule.ports, at: path.member("ports"))
      problems += Self.problems(of: rule.from, at: path.member("from"))
    }
    for (place, rule) in spec.egress.enumerated() {
      let path = path.member("egress").index(place)
      problems += Self.problems(of: rule.ports, at: path.member("ports"))
      problems += Self.problems(of: rule.to, at: path.member("to"))
    }
    if spec.policyTypes.count > 2 {
      let value = "[" + spec.policyTypes.map { "\"\($0)\"" }.joined(separator: ",") + "]"
      problems.append(
        .init(
          path.member("policyTypes"),
          .invalid(value: value, why: "may not specify more than two policyTypes")))
    }
    for (place, type) in spec.policyTypes.enumerated() {
      problems += FieldChecks.known(
        type, among: Words.policyTypes, at: path.member("policyTypes").index(place))
    }
    return problems
  }

  // MARK: - Ports

  private static func problems(
    of ports: [NetworkPolicyPort], at path: FieldPath
  ) -> [FieldProblem] {
    ports.enumerated().flatMap { problems(of: $1, at: path.index($0)) }
  }

  private static func problems(
    of port: NetworkPolicyPort, at path: FieldPath
  ) -> [FieldProblem] {
    var problems = FieldChecks.known(
      port.protocolName, among: Words.protocols, at: path.member("protocol"))
    let end = path.member("endPort")
    switch port.port {
    case nil:
      if port.endPort != nil {
        problems.append(
          .init(
            end,
            .invalid(
              value: "\(port.endPort ?? 0)",
              why: "may not be specified when `port` is not specified")))
      }
    case .int(let number):
      if !(1...65535).contains(number) {
        problems.append(
          .init(
            path.member("port"),
            .invalid(value: "\(number)", why: "must be between 1 and 65535, inclusive")))
      }
      problems += endProblems(port.endPort, from: number, at: end)
    case .string:
      if let endPort = port.endPort {
        problems.append(
          .init(
            end,
            .invalid(
              value: "\(endPort)", why: "may not be specified when `port` is non-numeric")))
      }
    }
    return problems
  }

  private static func endProblems(
    _ end: Int?, from first: Int, at path: FieldPath
  ) -> [FieldProblem] {
    guard let end else { return [] }
    if end < first {
      return [
        .init(
          path, .invalid(value: "\(end)", why: "must be greater than or equal to `port`"))
      ]
    }
    if end <= 65535 { return [] }
    return [
      .init(path, .invalid(value: "\(end)", why: "must be between 1 and 65535, inclusive"))
    ]
  }

  // MARK: - Peers

  private static func problems(
    of peers: [NetworkPolicyPeer], at path: FieldPath
  ) -> [FieldProblem] {
    peers.enumerated().flatMap { problems(of: $1, at: path.index($0)) }
  }

  private static func problems(
    of peer: NetworkPolicyPeer, at path: FieldPath
  ) -> [FieldProblem] {
    let hasSelector = peer.podSelector != nil || peer.namespaceSelector != nil
    var problems = peer.podSelector?.problems(at: path.member("podSelector")) ?? []
    problems += peer.namespaceSelector?.problems(at: path.member("namespaceSelector")) ?? []
    guard let block = peer.ipBlock else {
      return hasSelector ? problems : [.init(path, .required(why: "must specify a peer"))]
    }
    if hasSelector {
      problems.append(
        .init(path, .forbidden(why: "may not specify both ipBlock and another peer")))
    }
    return problems + Self.problems(of: block, at: path.member("ipBlock"))
  }

  private static func problems(of block: IPBlock, at path: FieldPath) -> [FieldProblem] {
    let why = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
    if block.cidr.isEmpty { return [.init(path.member("cidr"), .required(why: ""))] }
    guard let whole = Network(block.cidr) else {
      return [.init(path.member("cidr"), .invalid(value: "\"\(block.cidr)\"", why: why))]
    }
    return block.except.enumerated().compactMap { place, text in
      let path = path.member("except").index(place)
      guard let part = Network(text) else {
        return .init(path, .invalid(value: "\"\(text)\"", why: why))
      }
      guard whole.contains(part) else {
        return .init(
          path, .invalid(value: "\"\(text)\"", why: "must be a strict subset of `cidr`"))
      }
      return nil
    }
  }

  /// A range of IPv4 addresses.
  struct Network {
    private let base: UInt32
    private let bits: Int

    init?(_ text: String) {
      let sides = text.split(separator: "/", omittingEmptySubsequences: false)
      let parts = (sides.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
      let bytes = parts.compactMap { UInt8($0) }
      guard sides.count == 2, let bits = Int(sides[1]), (0...32).contains(bits),
        parts.count == 4, bytes.count == 4
      else { return nil }
      self.bits = bits
      base = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether another range lies within and is smaller.
    func contains(_ other: Network) -> Bool {
      guard other.bits > bits else { return false }
      return bits == 0 || base >> UInt32(32 - bits) == other.base >> UInt32(32 - bits)
    }
  }
}
