import Objects

extension PolicyRule {
  /// Whether it allows something.
  public func allows(_ request: AccessRequest) -> Bool {
    switch request {
    case .address(let verb, let path): return has(verb) && covers(path)
    case .resource(let asked):
      return has(asked.verb) && (apiGroups.contains("*") || apiGroups.contains(asked.group))
        && covers(asked)
        && (resourceNames.isEmpty || resourceNames.contains(asked.objectName))
    }
  }

  private func has(_ verb: String) -> Bool { verbs.contains("*") || verbs.contains(verb) }

  private func covers(_ asked: AccessRequest.Resource) -> Bool {
    resources.contains { resource in
      resource == "*" || resource == asked.nameWithPart
        || (!asked.part.isEmpty && resource == "*/\(asked.part)")
    }
  }

  private func covers(_ path: String) -> Bool {
    nonResourceURLs.contains { address in
      address == "*" || address == path
        || (address.hasSuffix("*") && path.hasPrefix(address.dropLast()))
    }
  }
}

extension Subject {
  /// Whether it means this requester. Bindings know the namespace of accounts that name none.
  func means(_ requester: Requester, in namespace: String) -> Bool {
    switch kind {
    case Self.user: return name == requester.name
    case Self.group: return requester.groups.contains(name)
    case Self.serviceAccount:
      let home = self.namespace ?? namespace
      return !home.isEmpty && requester.name == "system:serviceaccount:\(home):\(name)"
    default: return false
    }
  }
}
