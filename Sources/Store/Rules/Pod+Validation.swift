import Objects

extension Pod: Validated {
  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + spec.problems(at: FieldPath("spec"), labels: metadata.labels)
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
    problems += securityProblems(at: path.member("securityContext"))
    problems += spreadProblems(at: path.member("topologySpreadConstraints"))
    for (name, value) in [("hostname", hostname), ("subdomain", subdomain)] {
      guard let value, !value.isEmpty, let why = NameRules.labelProblem(value) else { continue }
      problems.append(.init(path.member(name), .invalid(value: "\"\(value)\"", why: why)))
    }
    if let seconds = activeDeadlineSeconds, !(1...2_147_483_647).contains(seconds) {
      let why = "must be between 1 and 2147483647, inclusive"
      problems.append(
        .init(path.member("activeDeadlineSeconds"), .invalid(value: "\(seconds)", why: why)))
    }
    for (place, gate) in readinessGates.enumerated() {
      guard let why = NameRules.keyProblem(gate.conditionType) else { continue }
      let here = path.member("readinessGates").index(place).member("conditionType")
      problems.append(.init(here, .invalid(value: "\"\(gate.conditionType)\"", why: why)))
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
