import Objects

extension Endpoints: Defaulted, Validated {
  mutating func setDefaults() {
    for subset in subsets.indices {
      for port in subsets[subset].ports.indices {
        subsets[subset].ports[port].protocolName =
          subsets[subset].ports[port].protocolName ?? EndpointPort.standard.protocolName
      }
    }
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    for (place, subset) in subsets.enumerated() {
      let path = FieldPath("subsets").index(place)
      if subset.addresses.isEmpty, subset.notReadyAddresses.isEmpty {
        problems.append(
          .init(path, .required(why: "must specify `addresses` or `notReadyAddresses`")))
      }
      for (name, list) in [
        ("addresses", subset.addresses), ("notReadyAddresses", subset.notReadyAddresses),
      ] {
        for (number, address) in list.enumerated() {
          let here = path.member(name).index(number).member("ip")
          if let problem = AddressRules.problem(address.address, at: here) {
            problems.append(problem)
          }
        }
      }
      for (number, port) in subset.ports.enumerated() {
        let here = path.member("ports").index(number)
        problems += AddressRules.problems(port, at: here, needsName: subset.ports.count > 1)
      }
    }
    return problems
  }
}

extension EndpointSlice: Defaulted, Validated {
  mutating func setDefaults() {
    for place in ports.indices {
      ports[place].name = ports[place].name ?? EndpointPort.standardInSlices.name
      ports[place].protocolName =
        ports[place].protocolName ?? EndpointPort.standardInSlices.protocolName
    }
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    let types = Words.addressTypes
    if addressType.isEmpty {
      problems.append(.init(FieldPath("addressType"), .required(why: "")))
    } else if !types.contains(addressType) {
      problems.append(
        .init(FieldPath("addressType"), .unsupported(value: addressType, supported: types)))
    }
    for (place, endpoint) in endpoints.enumerated() {
      let path = FieldPath("endpoints").index(place).member("addresses")
      if endpoint.addresses.isEmpty {
        problems.append(.init(path, .required(why: "must contain at least 1 address")))
      }
      guard addressType == "IPv4" else { continue }
      for (number, address) in endpoint.addresses.enumerated() {
        if let problem = AddressRules.problem(address, at: path.index(number)) {
          problems.append(problem)
        }
      }
    }
    return problems
  }

  func problems(replacing stored: EndpointSlice) -> [FieldProblem] {
    if addressType == stored.addressType { return [] }
    return [
      .init(
        FieldPath("addressType"),
        .invalid(value: "\"\(addressType)\"", why: "field is immutable"))
    ]
  }
}

/// Addresses and ports of endpoints, in the API's words.
enum AddressRules {
  static func problem(_ address: String, at path: FieldPath) -> FieldProblem? {
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 4 && parts.allSatisfy { Int($0).map { (0...255).contains($0) } ?? false }
    if isAddress || address.contains(":") { return nil }
    return FieldProblem(
      path,
      .invalid(
        value: "\"\(address)\"",
        why: "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"))
  }

  static func problems(
    _ port: EndpointPort, at path: FieldPath, needsName: Bool
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if needsName, (port.name ?? "").isEmpty {
      problems.append(.init(path.member("name"), .required(why: "")))
    }
    let number = port.port ?? 0
    if !(1...65_535).contains(number) {
      problems.append(
        .init(
          path.member("port"),
          .invalid(value: "\(number)", why: "must be between 1 and 65535, inclusive")))
    }
    return problems
  }
}
