import Objects

extension Service: Validated {
  var hasNodePorts: Bool { spec.type == .nodePort || spec.type == .loadBalancer }

  var isHeadless: Bool { spec.clusterIP == "None" }

  func problems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let why = NameRules.serviceProblem(metadata.name) {
      let path = FieldPath("metadata", "name")
      problems.append(.init(path, .invalid(value: "\"\(metadata.name)\"", why: why)))
    }
    if hasNodePorts, isHeadless {
      let why = "may not be set to 'None' for \(spec.type?.rawValue ?? "") services"
      problems.append(
        .init(FieldPath("spec", "clusterIPs").index(0), .invalid(value: "\"None\"", why: why)))
    }
    if spec.ports.isEmpty, spec.type != .externalName, !isHeadless {
      problems.append(.init(FieldPath("spec", "ports"), .required(why: "")))
    }
    if spec.type == .externalName {
      let path = FieldPath("spec", "externalName")
      let name = spec.externalName ?? ""
      if name.isEmpty {
        problems.append(.init(path, .required(why: "")))
      } else if let why = NameRules.subdomainProblem(
        name.hasSuffix(".") ? String(name.dropLast()) : name)
      {
        problems.append(.init(path, .invalid(value: "\"\(name)\"", why: why)))
      }
    }
    problems += spec.portProblems(areNamed: spec.ports.count > 1)
    problems += NameRules.labelProblems(spec.selector, at: FieldPath("spec", "selector"))
    problems += spec.affinityProblems() + spec.addressProblems() + spec.duplicates()
    return problems + trafficProblems() + nodePortProblems()
  }

  private func nodePortProblems() -> [FieldProblem] {
    guard hasNodePorts else {
      return spec.ports.enumerated().compactMap { place, port in
        guard let number = port.nodePort, number != 0 else { return nil }
        return .init(
          FieldPath("spec", "ports").index(place).member("nodePort"),
          .forbidden(
            why: "may not be used when `type` is '\(spec.type?.rawValue ?? "")'"))
      }
    }
    return spec.ports.enumerated().compactMap { place, port in
      guard let number = port.nodePort, !(30000...32767).contains(number) else { return nil }
      return .init(
        FieldPath("spec", "ports").index(place).member("nodePort"),
        .invalid(
          value: "\(number)",
          why: "provided port is not in the valid range. The range of valid ports is 30000-32767"))
    }
  }

  /// Where traffic from outside and from inside may go.
  private func trafficProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let policy = spec.externalTrafficPolicy, !policy.isEmpty {
      let path = FieldPath("spec", "externalTrafficPolicy")
      if !hasNodePorts, spec.externalIPs.isEmpty {
        problems.append(
          .init(
            path,
            .invalid(
              value: "\"\(policy)\"", why: "may only be set for externally-accessible services")))
      } else {
        problems += FieldChecks.known(policy, among: Words.externalTrafficPolicies, at: path)
      }
    }
    if let policy = spec.internalTrafficPolicy, !policy.isEmpty {
      problems += FieldChecks.known(
        policy, among: Words.internalTrafficPolicies,
        at: FieldPath("spec", "internalTrafficPolicy"))
    }
    return problems
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
}

extension ServiceSpec {
  fileprivate func portProblems(areNamed: Bool) -> [FieldProblem] {
    var names: Set<String> = []
    return ports.enumerated().flatMap { place, port -> [FieldProblem] in
      let path = FieldPath("spec", "ports").index(place)
      var problems: [FieldProblem] = []
      let name = port.name ?? ""
      if name.isEmpty {
        if areNamed { problems.append(.init(path.member("name"), .required(why: ""))) }
      } else {
        if let why = NameRules.labelProblem(name) {
          problems.append(.init(path.member("name"), .invalid(value: "\"\(name)\"", why: why)))
        }
        if !names.insert(name).inserted {
          problems.append(.init(path.member("name"), .duplicate(value: "\"\(name)\"")))
        }
      }
      problems += Self.problems(of: port.port, at: path.member("port"))
      problems += FieldChecks.known(
        port.protocolName, among: Words.protocols, at: path.member("protocol"))
      switch port.targetPort {
      case .int(let number): problems += Self.problems(of: number, at: path.member("targetPort"))
      case .string(let name): problems += Self.problems(of: name, at: path.member("targetPort"))
      case nil: break
      }
      return problems
    }
  }

  private static func problems(of number: Int, at path: FieldPath) -> [FieldProblem] {
    if (1...65535).contains(number) { return [] }
    return [
      .init(
        path, .invalid(value: "\(number)", why: "must be between 1 and 65535, inclusive"))
    ]
  }

  /// How a port of a container may be called.
  private static func problems(of name: String, at path: FieldPath) -> [FieldProblem] {
    var whys: [String] = []
    if name.utf8.count > 15 { whys.append("must be no more than 15 characters") }
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    if !isPlain {
      whys.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !name.contains(where: \.isLetter) {
      whys.append("must contain at least one letter (a-z)")
    }
    if name.contains("--") { whys.append("must not contain consecutive hyphens") }
    if name.hasPrefix("-") || name.hasSuffix("-") {
      whys.append("must not begin or end with a hyphen")
    }
    return whys.map { .init(path, .invalid(value: "\"\(name)\"", why: $0)) }
  }

  fileprivate func affinityProblems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = FieldChecks.known(
      sessionAffinity, among: Words.serviceAffinities, at: path.member("sessionAffinity"))
    if let seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds,
      !(1...86_400).contains(seconds)
    {
      problems.append(
        .init(
          path.member("sessionAffinityConfig").member("clientIP").member("timeoutSeconds"),
          .invalid(value: "\(seconds)", why: "must be greater than 0 and less than 86400")))
    }
    return problems
  }

  fileprivate func addressProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let clusterIP, !clusterIP.isEmpty, clusterIP != "None" {
      problems += FieldChecks.address(clusterIP, at: FieldPath("spec", "clusterIPs").index(0))
    }
    for (place, address) in externalIPs.enumerated() {
      problems += FieldChecks.reachable(
        address, at: FieldPath("spec", "externalIPs").index(place))
    }
    return problems
  }

  /// Two ports of a Service differ in number or protocol.
  fileprivate func duplicates() -> [FieldProblem] {
    ports.enumerated().compactMap { place, port in
      let transport = port.protocolName ?? "TCP"
      let isTaken = ports[..<place].contains {
        $0.port == port.port && ($0.protocolName ?? "TCP") == transport
      }
      guard isTaken else { return nil }
      return .init(
        FieldPath("spec", "ports").index(place),
        .duplicate(
          value: "{\"Name\":\"\",\"Protocol\":\"\(transport)\",\"AppProtocol\":null,"
            + "\"Port\":\(port.port),\"TargetPort\":0,\"NodePort\":0}"))
    }
  }
}
