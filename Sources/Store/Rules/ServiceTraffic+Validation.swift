import Objects

/// What may be said of where a Service's traffic goes.
extension ServiceSpec {
  func trafficProblems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems: [FieldProblem] = []
    func check(_ field: String, _ word: String?, _ known: [String]) {
      guard let word, !word.isEmpty, !known.contains(word) else { return }
      problems.append(.init(path.member(field), .unsupported(value: word, supported: known)))
    }
    check("sessionAffinity", sessionAffinity, ["ClientIP", "None"])
    check("internalTrafficPolicy", internalTrafficPolicy, ["Cluster", "Local"])
    check("externalTrafficPolicy", externalTrafficPolicy, ["Cluster", "Local"])
    if let seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds,
      !(1...86_400).contains(seconds)
    {
      problems.append(
        .init(
          path.member("sessionAffinityConfig").member("clientIP").member("timeoutSeconds"),
          .invalid(value: "\(seconds)", why: "must be greater than 0 and less than 86400")))
    }
    for (place, port) in ports.enumerated() {
      let path = path.member("ports").index(place)
      if let name = port.protocolName, !["SCTP", "TCP", "UDP"].contains(name) {
        problems.append(
          .init(
            path.member("protocol"), .unsupported(value: name, supported: ["SCTP", "TCP", "UDP"])))
      }
      if case .int(let number)? = port.targetPort, !(1...65535).contains(number) {
        problems.append(
          .init(
            path.member("targetPort"),
            .invalid(value: "\(number)", why: "must be between 1 and 65535, inclusive")))
      }
    }
    return problems + duplicates()
  }

  /// Two ports of a Service differ in their names, and in number or protocol.
  private func duplicates() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (place, port) in ports.enumerated() {
      let path = FieldPath("spec", "ports").index(place)
      let earlier = ports[..<place]
      if let name = port.name, !name.isEmpty, earlier.contains(where: { $0.name == name }) {
        problems.append(.init(path.member("name"), .duplicate(value: "\"\(name)\"")))
      }
      let isTaken = earlier.contains {
        $0.port == port.port && ($0.protocolName ?? "TCP") == (port.protocolName ?? "TCP")
      }
      if isTaken {
        let value =
          "{\"port\":\(port.port),\"protocol\":\"\(port.protocolName ?? "TCP")\"}"
        problems.append(.init(path, .duplicate(value: value)))
      }
    }
    return problems
  }
}
