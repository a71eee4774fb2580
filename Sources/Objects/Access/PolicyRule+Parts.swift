extension [PolicyRule] {
  /// Taken apart into the smallest rules, and those put together again that differ in verbs only.
  public var compacted: [PolicyRule] {
    var rules: [PolicyRule] = []
    for part in flatMap(\.parts) {
      let place = rules.firstIndex {
        part.nonResourceURLs.isEmpty && $0.resources == part.resources
          && $0.apiGroups == part.apiGroups && $0.resourceNames == part.resourceNames
      }
      if let place {
        for verb in part.verbs where !rules[place].verbs.contains(verb) {
          rules[place].verbs.append(verb)
        }
      } else {
        rules.append(part)
      }
    }
    return rules
  }
}

extension PolicyRule {
  /// Itself as rules for one verb and one resource or address each.
  public var parts: [PolicyRule] {
    var parts: [PolicyRule] = []
    for group in apiGroups {
      for resource in resources {
        for verb in verbs {
          for name in resourceNames.isEmpty ? [nil] : resourceNames.map(Optional.some) {
            var part = PolicyRule()
            part.apiGroups = [group]
            part.resources = [resource]
            part.verbs = [verb]
            part.resourceNames = name.map { [$0] } ?? []
            parts.append(part)
          }
        }
      }
    }
    for address in nonResourceURLs {
      for verb in verbs {
        var part = PolicyRule()
        part.nonResourceURLs = [address]
        part.verbs = [verb]
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether it allows everything that one of the smallest rules allows.
  public func covers(_ part: PolicyRule) -> Bool {
    func has(_ own: [String], _ wanted: [String]) -> Bool {
      own.contains("*") || wanted.allSatisfy(own.contains)
    }
    guard has(verbs, part.verbs) else { return false }
    if !part.nonResourceURLs.isEmpty {
      return part.nonResourceURLs.allSatisfy { wanted in
        nonResourceURLs.contains { address in
          address == "*" || address == wanted
            || (address.hasSuffix("*") && wanted.hasPrefix(address.dropLast()))
        }
      }
    }
    let resources = part.resources.allSatisfy { wanted in
      let sides = wanted.split(separator: "/", maxSplits: 1)
      return self.resources.contains { own in
        own == "*" || own == wanted || (sides.count == 2 && own == "*/\(sides[1])")
      }
    }
    let names =
      resourceNames.isEmpty
      || (!part.resourceNames.isEmpty && part.resourceNames.allSatisfy(resourceNames.contains))
    return has(apiGroups, part.apiGroups) && resources && names
  }
}
