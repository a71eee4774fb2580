import Objects

/// What only Services with a load balancer in front have.
extension Service {
  private static let sourceRanges = "loadBalancerSourceRanges"

  /// A load balancer that leads only to machines with pods asks each of them at a port of its own.
  var needsHealthPort: Bool {
    spec.type == .loadBalancer && spec.externalTrafficPolicy == "Local"
  }

  func balancerProblems() -> [FieldProblem] {
    let path = FieldPath("spec")
    let hasBalancer = spec.type == .loadBalancer
    let foreign = "may only be used when `type` is 'LoadBalancer'"
    var problems: [FieldProblem] = []
    let ranges = spec.unlisted[Self.sourceRanges]?.array ?? []
    if !ranges.isEmpty {
      // The API server writes this one as Go does.
      let place = path.member("LoadBalancerSourceRanges")
      if !hasBalancer { problems.append(.init(place, .forbidden(why: foreign))) }
      for (index, range) in ranges.enumerated() {
        // Spaces around it are left from when these stood in one annotation.
        let words = (range.string ?? "").split(separator: " ")
        let text = words.joined(separator: " ")
        if text.contains(":") || NetworkPolicy.Network(text) != nil { continue }
        let why = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
        problems.append(
          .init(place.index(index), .invalid(value: GoText.quoted(text), why: why)))
      }
    }
    if !hasBalancer, spec.unlisted["allocateLoadBalancerNodePorts"]?.bool != nil {
      problems.append(
        .init(path.member("allocateLoadBalancerNodePorts"), .forbidden(why: foreign)))
    }
    if let name = spec.unlisted["loadBalancerClass"]?.string {
      let place = path.member("loadBalancerClass")
      problems +=
        hasBalancer
        ? NameRules.keyProblems(name, at: place) : [.init(place, .forbidden(why: foreign))]
    }
    return problems
  }

  func healthPortProblems() -> [FieldProblem] {
    let number = spec.healthCheckNodePort
    let path = FieldPath("spec", "healthCheckNodePort")
    if number == 0 { return [] }
    if needsHealthPort { return FieldChecks.port(number, at: path) }
    let why =
      "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
    return [.init(path, .invalid(value: "\(number)", why: why))]
  }
}

extension ServiceSpec {
  /// Zero where there is none.
  var healthCheckNodePort: Int {
    get { Int(unlisted["healthCheckNodePort"]?.integer ?? 0) }
    set { unlisted["healthCheckNodePort"] = newValue == 0 ? nil : newValue.value }
  }
}
