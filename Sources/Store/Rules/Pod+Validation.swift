import Objects

extension Pod: Validated {
  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + FlawlessSpecs.problems(of: spec, labels: metadata.labels) + boundTooSoon
  }

  /// A pod that waits behind gates has no node yet.
  private var boundTooSoon: [FieldProblem] {
    if spec.nodeName.isEmpty || spec.schedulingGates.isEmpty { return [] }
    let why = "cannot be set until all schedulingGates have been cleared"
    return [.init(FieldPath("spec", "nodeName"), .forbidden(why: why))]
  }
}

extension PodSpec {
  func problems(at path: FieldPath, labels: StringMap) -> [FieldProblem] {
    var problems = volumeProblems(at: path.member("volumes"))
    if containers.isEmpty { problems.append(.init(path.member("containers"), .required(why: ""))) }
    var names: Set<String> = []
    let volumeNames = Set(volumes.map(\.name))
    let lists: [(String, [Container], ContainerPlace)] = [
      ("containers", containers, .ordinary), ("initContainers", initContainers, .initial),
    ]
    for (list, group, kind) in lists {
      for (place, container) in group.enumerated() {
        let here = path.member(list).index(place)
        problems += container.problems(at: here, volumes: volumeNames, in: kind, of: self)
        if !container.name.isEmpty, !names.insert(container.name).inserted {
          problems.append(
            .init(here.member("name"), .duplicate(value: "\"\(container.name)\"")))
        }
      }
    }
    return problems
      + ephemeralProblems(at: path.member("ephemeralContainers"), names: names)
      + ownProblems(at: path)
  }

  /// What is wrong with what belongs to the pod as a whole.
  private func ownProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = FieldChecks.known(
      dnsPolicy, among: Words.dnsPolicies, at: path.member("dnsPolicy"))
    problems += NameRules.labelProblems(nodeSelector, at: path.member("nodeSelector"))
    problems += securityProblems(at: path.member("securityContext"))
    problems += affinity?.problems(at: path.member("affinity")) ?? []
    problems += resolverProblems(at: path.member("dnsConfig"))
    problems += gateProblems(at: path.member("readinessGates"))
    problems += schedulingGateProblems(at: path.member("schedulingGates"))
    problems += spreadProblems(at: path.member("topologySpreadConstraints"))
    if let seconds = activeDeadlineSeconds, !(1...2_147_483_647).contains(seconds) {
      let why = "must be between 1 and 2147483647, inclusive"
      problems.append(
        .init(path.member("activeDeadlineSeconds"), .invalid(value: "\(seconds)", why: why)))
    }
    for (name, value) in [("hostname", hostname), ("subdomain", subdomain)] {
      guard let value, !value.isEmpty, let why = NameRules.labelProblem(value) else { continue }
      problems.append(.init(path.member(name), .invalid(value: "\"\(value)\"", why: why)))
    }
    for (place, toleration) in tolerations.enumerated() {
      problems += toleration.problems(at: path.member("tolerations").index(place))
    }
    return problems
  }

  private func gateProblems(at path: FieldPath) -> [FieldProblem] {
    readinessGates.enumerated().flatMap { place, gate in
      NameRules.keyProblems(
        gate.conditionType, at: path.index(place).member("conditionType"))
    }
  }

  private func schedulingGateProblems(at path: FieldPath) -> [FieldProblem] {
    schedulingGates.enumerated().flatMap { place, gate in
      let here = path.index(place)
      let isRepeated = schedulingGates[..<place].contains { $0.name == gate.name }
      return NameRules.keyProblems(gate.name, at: here)
        + (isRepeated ? [.init(here, .duplicate(value: "\"\(gate.name)\""))] : [])
    }
  }

  /// Whoever wants nothing of the cluster's resolver must name another.
  private func resolverProblems(at path: FieldPath) -> [FieldProblem] {
    let config = unlisted["dnsConfig"]
    let servers = config?["nameservers"]?.array ?? []
    if dnsPolicy == "None" {
      guard config?.object != nil else {
        return [
          .init(path, .required(why: "must provide `dnsConfig` when `dnsPolicy` is None"))
        ]
      }
      if servers.isEmpty {
        let why = "must provide at least one DNS nameserver when `dnsPolicy` is None"
        return [.init(path.member("nameservers"), .required(why: why))]
      }
    }
    var problems: [FieldProblem] = []
    if servers.count > 3 {
      let text = servers.map { "\"\($0.string ?? "")\"" }.joined(separator: ",")
      let why = "must not have more than 3 nameservers"
      problems.append(
        .init(path.member("nameservers"), .invalid(value: "[\(text)]", why: why)))
    }
    for (place, server) in servers.enumerated() {
      problems += FieldChecks.address(
        server.string ?? "", at: path.member("nameservers").index(place))
    }
    return problems
  }

  private func securityProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if shareProcessNamespace == true, unlisted["hostPID"]?.bool == true {
      let why = "ShareProcessNamespace and HostPID cannot both be enabled"
      problems.append(
        .init(path.member("shareProcessNamespace"), .invalid(value: "true", why: why)))
    }
    guard let context = securityContext else { return problems }
    for name in ["fsGroup", "runAsUser", "runAsGroup"] {
      problems += FieldChecks.identity(context[name], at: path.member(name))
    }
    for (place, group) in (context["supplementalGroups"]?.array ?? []).enumerated() {
      problems += FieldChecks.identity(group, at: path.member("supplementalGroups").index(place))
    }
    return problems
  }
}
