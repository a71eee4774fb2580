import Objects

/// Addresses and node ports are given out before anything else of a Service is looked at: what is
/// wrong with them is told alone.
extension Service {
  /// What is wrong with the addresses and their families as they are written.
  func addressProblems() -> [FieldProblem] {
    guard spec.type != .externalName else { return [] }
    let path = FieldPath("spec", "clusterIPs")
    let (one, all) = (spec.clusterIP ?? "", spec.clusterIPs)
    var problems: [FieldProblem] = []
    if one.isEmpty, !all.isEmpty {
      let why = "must be empty when `clusterIP` is not specified"
      problems.append(.init(path, .invalid(value: Self.list(all), why: why)))
    } else if let first = all.first, first != one {
      let why = "first value must match `clusterIP`"
      problems.append(.init(path, .invalid(value: Self.list(all), why: why)))
    }
    problems += familyProblems()
    let given = all.isEmpty && !one.isEmpty ? [one] : all
    if given.first == "None" {
      if given.count == 1 { return problems }
      let why = "'None' must be the first and only value"
      return problems + [.init(path, .invalid(value: Self.list(given), why: why))]
    }
    let unreadable = given.enumerated().flatMap { place, address in
      FieldChecks.address(address, at: path.index(place))
    }
    if !unreadable.isEmpty { return problems + unreadable }
    if given.count > 1, Set(given.map(Self.family)).count < given.count {
      let why = "may specify no more than one IP for each IP family"
      problems.append(.init(path, .invalid(value: Self.list(given), why: why)))
    }
    for (place, pair) in zip(given, spec.ipFamilies).enumerated()
    where Self.family(of: pair.0) != pair.1 {
      let why = "expected an \(pair.1) value as indicated by `ipFamilies[\(place)]`"
      problems.append(.init(path.index(place), .invalid(value: "\"\(pair.0)\"", why: why)))
    }
    return problems
  }

  private func familyProblems() -> [FieldProblem] {
    let path = FieldPath("spec", "ipFamilies")
    var problems: [FieldProblem] = []
    for (place, family) in spec.ipFamilies.enumerated() {
      problems += FieldChecks.known(family, among: Words.families, at: path.index(place))
      if spec.ipFamilies[..<place].contains(family) {
        problems.append(.init(path.index(place), .duplicate(value: "\"\(family)\"")))
      }
    }
    return problems
      + FieldChecks.known(
        spec.ipFamilyPolicy, among: Words.familyPolicies,
        at: FieldPath("spec", "ipFamilyPolicy"))
  }

  /// What this cluster, whose Services have addresses of one family, cannot give.
  func stackProblems() -> [FieldProblem] {
    guard spec.type != .externalName else { return [] }
    let policyPath = FieldPath("spec", "ipFamilyPolicy")
    let policy = spec.ipFamilyPolicy ?? ""
    var problems: [FieldProblem] = []
    if policy == "SingleStack" {
      for (count, what) in [
        (spec.clusterIPs.count, "cluster IPs"), (spec.ipFamilies.count, "IP families"),
      ] where count == 2 {
        let why =
          "must be 'RequireDualStack' or 'PreferDualStack' when multiple \(what) are specified"
        problems.append(.init(policyPath, .invalid(value: "\"\(policy)\"", why: why)))
      }
    }
    if let address = spec.clusterIP, Self.family(of: address) == "IPv6", spec.ipFamilies.isEmpty {
      problems.append(
        .init(
          FieldPath("spec", "clusterIPs").index(0),
          .invalid(value: Self.list([address]), why: "IPv6 is not configured on this cluster")))
    }
    if !problems.isEmpty || isHeadless && spec.selector.isEmpty { return problems }
    if policy == "RequireDualStack" {
      let why = "this cluster is not configured for dual-stack services"
      problems.append(.init(policyPath, .invalid(value: "\"\(policy)\"", why: why)))
    }
    for (place, family) in spec.ipFamilies.enumerated() where family != "IPv4" {
      problems.append(
        .init(
          FieldPath("spec", "ipFamilies").index(place),
          .invalid(value: "\"\(family)\"", why: "not configured on this cluster")))
    }
    return problems
  }

  static func family(of address: String) -> String { address.contains(":") ? "IPv6" : "IPv4" }

  static func list(_ addresses: [String]) -> String {
    "[" + addresses.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }

  /// An address that was asked for must be one of the cluster's, and free.
  func addressClashes(in state: ClusterState) -> [FieldProblem] {
    guard let address = spec.clusterIP, !address.isEmpty, address != "None" else { return [] }
    let why: String
    if !Self.isServiceAddress(address) {
      why = "the provided network does not match the current range"
    } else if state.all(Service.self).contains(where: {
      $0.key != key && $0.spec.clusterIP == address
    }) {
      why = "provided IP is already allocated"
    } else {
      return []
    }
    return [
      .init(
        FieldPath("spec", "clusterIPs"),
        .invalid(
          value: Self.list(spec.clusterIPs), why: "failed to allocate IP \(address): \(why)"))
    ]
  }

  /// The first node port that was asked for and cannot be had.
  func portClashes(in state: ClusterState) -> [FieldProblem] {
    let others = state.all(Service.self).filter { $0.key != key }
    let taken = Set(others.flatMap { $0.spec.ports.compactMap(\.nodePort) })
    for (place, port) in spec.ports.enumerated() {
      guard let number = port.nodePort, number != 0 else { continue }
      let isRepeated = spec.ports[..<place].contains {
        $0.nodePort == number && $0.port != port.port
      }
      let why: String
      if !(30000...32767).contains(number) {
        why =
          "provided port is not in the valid range. The range of valid ports is 30000-32767"
      } else if isRepeated || taken.contains(number) {
        why = "provided port is already allocated"
      } else {
        continue
      }
      return [
        .init(
          FieldPath("spec", "ports").index(place).member("nodePort"),
          .invalid(value: "\(number)", why: why))
      ]
    }
    return []
  }

  /// Whether an address lies in 10.96.0.0/12.
  private static func isServiceAddress(_ address: String) -> Bool {
    let parts = address.split(separator: ".").compactMap { UInt8($0) }
    return parts.count == 4 && parts[0] == 10 && (96..<112).contains(parts[1])
  }
}
