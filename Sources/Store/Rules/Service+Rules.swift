import Engine
import Objects

extension Service: Defaulted, Admitted {
  mutating func setDefaults() {
    let standard = ServiceSpec.standard
    spec.type = spec.type ?? standard.type
    spec.sessionAffinity = spec.sessionAffinity ?? standard.sessionAffinity
    if spec.sessionAffinity == "ClientIP" {
      var config = spec.sessionAffinityConfig ?? SessionAffinityConfig()
      var client = config.clientIP ?? ClientIPConfig()
      client.timeoutSeconds = client.timeoutSeconds ?? ClientIPConfig.standard.timeoutSeconds
      config.clientIP = client
      spec.sessionAffinityConfig = config
    } else if spec.sessionAffinity == "None" {
      spec.sessionAffinityConfig = nil
    }
    for place in spec.ports.indices {
      spec.ports[place].protocolName =
        spec.ports[place].protocolName ?? ServicePort.standard.protocolName
      spec.ports[place].targetPort = spec.ports[place].targetPort ?? .int(spec.ports[place].port)
    }
    guard spec.type != .externalName else { return }
    spec.internalTrafficPolicy = spec.internalTrafficPolicy ?? standard.internalTrafficPolicy
    setFamilies()
    if hasNodePorts {
      spec.externalTrafficPolicy = spec.externalTrafficPolicy ?? standard.externalTrafficPolicy
    }
    let allocation = "allocateLoadBalancerNodePorts"
    if spec.type == .loadBalancer, spec.unlisted[allocation] == nil {
      spec.unlisted[allocation] = standard.unlisted[allocation]
    }
  }

  /// One without an address of its own and without a selector may have endpoints of both families.
  private mutating func setFamilies() {
    let isOpen = isHeadless && spec.selector.isEmpty
    spec.ipFamilyPolicy =
      spec.ipFamilyPolicy
      ?? (isOpen ? "RequireDualStack" : ServiceSpec.standard.ipFamilyPolicy)
    let address = spec.clusterIP ?? ""
    if spec.ipFamilies.isEmpty, Self.family(of: address) == "IPv4" { spec.ipFamilies = ["IPv4"] }
    guard isOpen, spec.ipFamilies.count == 1, spec.ipFamilyPolicy != "SingleStack" else { return }
    spec.ipFamilies.append(spec.ipFamilies[0] == "IPv4" ? "IPv6" : "IPv4")
  }

  mutating func admit(
    into state: inout ClusterState, replacing stored: Service?, _ admission: inout Admission
  ) throws(Rejection) {
    dropWhatItsTypeHasNot(of: stored)
    matchAddresses(with: stored)
    state.warnings += warnings
    try refuse(addressProblems())
    try refuse(stackProblems())
    guard spec.type != .externalName else { return }
    if stored?.spec.clusterIP ?? "" == "" { try refuse(addressClashes(in: state)) }
    if hasNodePorts { try refuse(portClashes(in: state)) }
    // What is written wrongly is given no addresses.
    guard problems().isEmpty else { return }
    if spec.clusterIP ?? "" == "" { spec.clusterIP = state.takeServiceAddress() }
    if spec.clusterIPs.isEmpty { spec.clusterIPs = [spec.clusterIP ?? ""] }
    if hasNodePorts { try takeNodePorts(from: state, after: stored, &admission.random) }
    if needsHealthPort, spec.healthCheckNodePort == 0 {
      let own = spec.ports.compactMap(\.nodePort)
      spec.healthCheckNodePort = try state.freeNodePort(besides: own, &admission.random)
    }
  }

  private func refuse(_ problems: [FieldProblem]) throws(Rejection) {
    if problems.isEmpty { return }
    throw .invalid(kind: .service, name: metadata.name, problems: problems)
  }

  /// The list of addresses follows the one; who says nothing of them keeps what there was.
  private mutating func matchAddresses(with stored: Service?) {
    guard let stored, spec.type != .externalName, stored.spec.type != .externalName else {
      if spec.clusterIPs.isEmpty, let address = spec.clusterIP, !address.isEmpty {
        spec.clusterIPs = [address]
      }
      return
    }
    let areKept = spec.clusterIPs.isEmpty || spec.clusterIPs == stored.spec.clusterIPs
    if spec.clusterIP ?? "" == "" { spec.clusterIP = stored.spec.clusterIP }
    guard areKept else { return }
    spec.clusterIPs =
      spec.clusterIP == stored.spec.clusterIP
      ? stored.spec.clusterIPs : [spec.clusterIP ?? ""]
  }
}

extension Service {
  /// Ports of one number, as of two protocols, have one node port.
  private mutating func takeNodePorts(
    from state: ClusterState, after stored: Service?, _ random: inout SeededRandom
  ) throws(Rejection) {
    if spec.type == .loadBalancer, spec.unlisted["allocateLoadBalancerNodePorts"] == false {
      return
    }
    for place in spec.ports.indices where spec.ports[place].nodePort == nil {
      let number = spec.ports[place].port
      let known = (spec.ports + (stored?.spec.ports ?? [])).first {
        $0.port == number && $0.nodePort != nil
      }
      if let known {
        spec.ports[place].nodePort = known.nodePort
      } else {
        let own = spec.ports.compactMap(\.nodePort)
        spec.ports[place].nodePort = try state.freeNodePort(besides: own, &random)
      }
    }
  }

  /// Lets go of what only its former type had, unless it was asked for anew.
  private mutating func dropWhatItsTypeHasNot(of stored: Service?) {
    guard let stored else { return }
    if stored.needsHealthPort, !needsHealthPort,
      spec.healthCheckNodePort == stored.spec.healthCheckNodePort
    {
      spec.healthCheckNodePort = 0
    }
    guard stored.spec.type != spec.type else { return }
    if stored.hasNodePorts, !hasNodePorts {
      for place in spec.ports.indices {
        let number = spec.ports[place].nodePort
        if stored.spec.ports.contains(where: { $0.nodePort == number }) {
          spec.ports[place].nodePort = nil
        }
      }
      if spec.externalTrafficPolicy == stored.spec.externalTrafficPolicy {
        spec.externalTrafficPolicy = nil
      }
    }
    if stored.spec.type == .loadBalancer {
      for name in ["allocateLoadBalancerNodePorts", "loadBalancerClass", "healthCheckNodePort"]
      where spec.unlisted[name] == stored.spec.unlisted[name] { spec.unlisted[name] = nil }
    }
    guard spec.type == .externalName else { return }
    if spec.clusterIP == stored.spec.clusterIP {
      spec.clusterIP = nil
      spec.clusterIPs = []
    }
    spec.ipFamilies = []
    spec.ipFamilyPolicy = nil
    spec.internalTrafficPolicy = nil
  }
}

extension ClusterState {
  /// The next free address of 10.96.0.0/12.
  mutating func takeServiceAddress() -> String {
    let taken = Set(all(Service.self).compactMap(\.spec.clusterIP))
    while true {
      allocations.nextServiceAddress += 1
      let host = allocations.nextServiceAddress
      // Spread over the range, as real allocations are, but by a fixed rule.
      let spread = (host * 40_503) % 0xF_FFF0 + 10
      let address = "10.\(96 + spread >> 16).\(spread >> 8 & 255).\(spread & 255)"
      if !taken.contains(address) { return address }
    }
  }

  /// A node port that neither another Service has nor, as one of `own`, the same.
  func freeNodePort(
    besides own: [Int], _ random: inout SeededRandom
  ) throws(Rejection) -> Int {
    let taken = Set(all(Service.self).flatMap { $0.spec.ports.compactMap(\.nodePort) } + own)
    guard !(30_000...32_767).allSatisfy({ taken.contains($0) }) else {
      throw .internalError(
        "Internal error occurred: failed to allocate a nodePort: range is full")
    }
    var port = 30_000 + random.below(2768)
    while taken.contains(port) { port = port == 32_767 ? 30_000 : port + 1 }
    return port
  }
}
