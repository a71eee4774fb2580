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
    problems += NameRules.noteProblems(metadata, at: FieldPath("metadata"))
    if hasNodePorts, isHeadless {
      let why = "may not be set to 'None' for \(spec.type?.rawValue ?? "") services"
      problems.append(
        .init(FieldPath("spec", "clusterIPs").index(0), .invalid(value: "\"None\"", why: why)))
    }
    if spec.ports.isEmpty, spec.type != .externalName, !isHeadless {
      problems.append(.init(FieldPath("spec", "ports"), .required(why: "")))
    }
    if spec.type == .loadBalancer {
      for (place, port) in spec.ports.enumerated() where port.port == Self.kubeletPort {
        let why = "may not expose port 10250 externally since it is used by kubelet"
        problems.append(
          .init(
            FieldPath("spec", "ports").index(place), .invalid(value: "\(port.port)", why: why)))
      }
    }
    if spec.type == .externalName {
      problems += forbiddenAddresses()
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
    problems += spec.affinityProblems() + spec.outerAddressProblems() + nodePortProblems()
    problems += spec.duplicates() + balancerProblems()
    return problems + trafficProblems()
  }

  private static let kubeletPort = 10_250

  /// A name of another place has no addresses of its own.
  private func forbiddenAddresses() -> [FieldProblem] {
    let path = FieldPath("spec")
    let fields = [
      ("clusterIPs", !spec.clusterIPs.isEmpty), ("ipFamilies", !spec.ipFamilies.isEmpty),
      ("ipFamilyPolicy", spec.ipFamilyPolicy != nil),
    ]
    return fields.filter(\.1).map { name, _ in
      .init(path.member(name), .forbidden(why: "may not be set for ExternalName services"))
    }
  }

  private func nodePortProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (place, port) in spec.ports.enumerated() {
      guard let number = port.nodePort, number != 0 else { continue }
      let path = FieldPath("spec", "ports").index(place).member("nodePort")
      if spec.type == .clusterIP {
        problems.append(
          .init(path, .forbidden(why: "may not be used when `type` is 'ClusterIP'")))
      }
      let isRepeated = spec.ports[..<place].contains {
        $0.nodePort == number && $0.protocolName == port.protocolName
      }
      if isRepeated { problems.append(.init(path, .duplicate(value: "\(number)"))) }
    }
    return problems
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
    problems += healthPortProblems()
    if let policy = spec.internalTrafficPolicy, !policy.isEmpty {
      problems += FieldChecks.known(
        policy, among: Words.internalTrafficPolicies,
        at: FieldPath("spec", "internalTrafficPolicy"))
    }
    return problems
      + FieldChecks.known(
        spec.unlisted["trafficDistribution"]?.string,
        among: Words.trafficDistributions,
        at: FieldPath("spec", "trafficDistribution"))
  }

  func problems(replacing stored: Service) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let areNames = spec.type == .externalName || stored.spec.type == .externalName
    if !areNames, spec.clusterIPs.first != stored.spec.clusterIPs.first {
      problems.append(
        .init(
          FieldPath("spec", "clusterIPs").index(0),
          .invalid(value: Self.list(spec.clusterIPs), why: "may not change once set")))
    }
    let wanted = spec.unlisted["loadBalancerClass"]
    if spec.type == .loadBalancer, stored.spec.type == .loadBalancer,
      wanted != stored.spec.unlisted["loadBalancerClass"]
    {
      problems.append(
        .init(
          FieldPath("spec", "loadBalancerClass"),
          .invalid(value: wanted.map(GoText.of) ?? "null", why: "may not change once set")))
    }
    return problems
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
      if let application = port.unlisted["appProtocol"]?.string {
        problems += NameRules.keyProblems(application, at: path.member("appProtocol"))
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

  fileprivate func outerAddressProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
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
