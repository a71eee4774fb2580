import Store

extension Kubectl {
  /// For whom a line speaks: `--as`, `--as-group`; the administrator where it names nobody.
  ///
  /// Who speaks for somebody must be allowed to.
  public static func requester(
    of line: [String], in state: ClusterState
  ) throws(Failure) -> Requester {
    let values = impersonations(in: line)
    let groups = values.filter { $0.flag == "as-group" }.map(\.value)
    guard let name = values.last(where: { $0.flag == "as" })?.value, !name.isEmpty else {
      if values.isEmpty { return .administrator }
      throw .error(
        "requesting uid, groups or user-extra for  without impersonating a user")
    }
    var requests: [AccessRequest] = []
    if let account = Requester.serviceAccount(name) {
      requests.append(
        .resource(
          .init(
            "impersonate", "serviceaccounts", namespace: account.namespace,
            objectName: account.name)))
    } else {
      requests.append(.resource(.init("impersonate", "users", objectName: name)))
    }
    requests += groups.map { .resource(.init("impersonate", "groups", objectName: $0)) }
    for request in requests {
      let decision = state.decide(request, for: .administrator)
      guard decision.isAllowed else {
        throw .rejected(.denied(request, .administrator, reason: decision.reason))
      }
    }
    return Requester(impersonating: name, groups: groups)
  }

  /// The flags of a line that say for whom it speaks, up to `--`.
  private static func impersonations(in line: [String]) -> [(flag: String, value: String)] {
    var found: [(flag: String, value: String)] = []
    var place = 0
    while place < line.count, line[place] != "--" {
      let sides = line[place].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(sides[0].dropFirst(2))
      if sides[0].hasPrefix("--"), ["as", "as-group", "as-uid"].contains(flag) {
        if sides.count > 1 {
          found.append((flag, String(sides[1])))
        } else if place + 1 < line.count {
          place += 1
          found.append((flag, line[place]))
        }
      }
      place += 1
    }
    return found
  }
}
