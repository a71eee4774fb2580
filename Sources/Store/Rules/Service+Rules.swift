import Engine
import Objects

extension Service: Defaulted, Validated, Admitted {
  mutating func setDefaults() {
    spec.type = spec.type ?? .clusterIP
    spec.sessionAffinity = spec.sessionAffinity ?? "None"
    if spec.sessionAffinity == "ClientIP" {
      var config = spec.sessionAffinityConfig ?? SessionAffinityConfig()
      var client = config.clientIP ?? ClientIPConfig()
      client.timeoutSeconds = client.timeoutSeconds ?? 10_800
      config.clientIP = client
      spec.sessionAffinityConfig = config
    } else if spec.sessionAffinity == "None" {
      spec.sessionAffinityConfig = nil
    }
    for place in spec.ports.indices {
      spec.ports[place].protocolName = spec.ports[place].protocolName ?? "TCP"
      spec.ports[place].targetPort = spec.ports[place].targetPort ?? .int(spec.ports[place].port)
    }
    guard spec.type != .externalName else { return }
    spec.internalTrafficPolicy = spec.internalTrafficPolicy ?? "Cluster"
    if spec.ipFamilies.isEmpty { spec.ipFamilies = ["IPv4"] }
    spec.ipFamilyPolicy = spec.ipFamilyPolicy ?? "SingleStack"
    if hasNodePorts { spec.externalTrafficPolicy = spec.externalTrafficPolicy ?? "Cluster" }
    if spec.type == .loadBalancer, spec.unlisted["allocateLoadBalancerNodePorts"] == nil {
      spec.unlisted["allocateLoadBalancerNodePorts"] = true
    }
  }

  private var hasNodePorts: Bool { spec.type == .nodePort || spec.type == .loadBalancer }

  func problems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let why = NameRules.serviceProblem(metadata.name) {
      let path = FieldPath("metadata", "name")
      problems.append(.init(path, .invalid(value: "\"\(metadata.name)\"", why: why)))
    }
    if spec.ports.isEmpty, spec.type != .externalName, spec.clusterIP != "None" {
      problems.append(.init(FieldPath("spec", "ports"), .required(why: "")))
    }
    for (place, port) in spec.ports.enumerated() {
      let path = FieldPath("spec", "ports").index(place)
      if !(1...65535).contains(port.port) {
        problems.append(
          .init(
            path.member("port"),
            .invalid(value: "\(port.port)", why: "must be between 1 and 65535, inclusive")))
      }
      if spec.ports.count > 1, (port.name ?? "").isEmpty {
        problems.append(.init(path.member("name"), .required(why: "")))
      }
      if let number = port.nodePort, hasNodePorts, !(30000...32767).contains(number) {
        problems.append(
          .init(
            path.member("nodePort"),
            .invalid(
              value: "\(number)",
              why:
                "provided port is not in the valid range. The range of valid ports is 30000-32767"
            )))
      }
    }
    return problems + spec.trafficProblems()
  }

  func problems(replacing stored: Service) -> [FieldProblem] {
    guard let old = stored.spec.clusterIP, spec.type != .externalName,
      stored.spec.type != .externalName, spec.clusterIP != old
    else { return [] }
    return [
      .init(
        FieldPath("spec", "clusterIPs").index(0),
        .invalid(value: "[\"\(spec.clusterIP ?? "")\"]", why: "may not change once set"))
    ]
  }

  mutating func admit(
    into state: inout ClusterState, replacing stored: Service?, _ admission: inout Admission
  ) throws(Rejection) {
    if spec.type == .externalName { return }
    try refuseClashes(in: state)
    if spec.clusterIP == nil { spec.clusterIP = stored?.spec.clusterIP }
    if spec.clusterIP ?? "" == "" { spec.clusterIP = state.takeServiceAddress() }
    if spec.clusterIPs.isEmpty { spec.clusterIPs = [spec.clusterIP ?? ""] }
    for place in spec.ports.indices where hasNodePorts && spec.ports[place].nodePort == nil {
      let old = stored?.spec.ports.first { $0.port == spec.ports[place].port }?.nodePort
      spec.ports[place].nodePort = old ?? state.freeNodePort(&admission.random)
    }
    if !hasNodePorts {
      for place in spec.ports.indices { spec.ports[place].nodePort = nil }
      spec.externalTrafficPolicy = nil
    }
  }
}

extension Service {
  /// Addresses and node ports that were asked for must be free.
  private func refuseClashes(in state: ClusterState) throws(Rejection) {
    let others = state.all(Service.self).filter { $0.key != key }
    var problems: [FieldProblem] = []
    if let address = spec.clusterIP, !address.isEmpty, address != "None",
      others.contains(where: { $0.spec.clusterIP == address })
    {
      let why = "failed to allocate IP \(address): provided IP is already allocated"
      problems.append(
        .init(FieldPath("spec", "clusterIPs"), .invalid(value: "[\"\(address)\"]", why: why)))
    }
    let taken = Set(others.flatMap { $0.spec.ports.compactMap(\.nodePort) })
    for (place, port) in spec.ports.enumerated() where hasNodePorts {
      guard let number = port.nodePort, taken.contains(number) else { continue }
      problems.append(
        .init(
          FieldPath("spec", "ports").index(place).member("nodePort"),
          .invalid(value: "\(number)", why: "provided port is already allocated")))
    }
    if !problems.isEmpty {
      throw .invalid(kind: .service, name: metadata.name, problems: problems)
    }
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

  func freeNodePort(_ random: inout SeededRandom) -> Int {
    let taken = Set(all(Service.self).flatMap { $0.spec.ports.compactMap(\.nodePort) })
    var port = 30_000 + random.below(2768)
    while taken.contains(port) { port = port == 32_767 ? 30_000 : port + 1 }
    return port
  }
}
