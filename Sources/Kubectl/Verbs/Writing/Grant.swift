import Objects

/// What the flags of `create role` and `create clusterrole` allow.
struct Grant: Sendable {
  var verbs: [String]
  /// As typed: `pods`, `deployments.apps/scale`, `rs`.
  var resources: [String]
  var names: [String]
  /// Addresses that are no objects.
  var addresses: [String]

  init(_ invocation: Invocation) {
    let words = invocation.commaList("verb")
    verbs = words.contains("*") ? ["*"] : Self.unique(words)
    resources = Self.unique(invocation.commaList("resource"))
    if resources.contains("*") { resources = ["*"] }
    names = invocation.list("resource-name")
    addresses = invocation.commaList("non-resource-url")
  }

  private static func unique(_ words: [String]) -> [String] {
    words.enumerated().filter { words.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  var isEmpty: Bool { verbs.isEmpty && resources.isEmpty && names.isEmpty && addresses.isEmpty }

  /// Verbs of another sort than objects usually have; such a role may well be wanted.
  var warnings: [Step] {
    if resources.isEmpty { return [] }
    return verbs.filter { !Self.usual.contains($0) }.map {
      .say(.note("Warning: '\($0)' is not a standard resource verb"))
    }
  }

  private static let usual = [
    "*", "get", "delete", "list", "create", "update", "patch", "watch", "proxy",
    "deletecollection", "use", "bind", "escalate", "impersonate",
  ]

  /// One rule for each group of the API, in the order of their names, and one for the addresses.
  func rules() throws(Failure) -> [PolicyRule] {
    var byGroup: [String: [String]] = [:]
    for word in resources {
      let resource = try AccessResource(word)
      try check(resource)
      if !byGroup[resource.group, default: []].contains(resource.nameWithPart) {
        byGroup[resource.group, default: []].append(resource.nameWithPart)
      }
    }
    try checkAddresses()
    var rules = byGroup.sorted { $0.key < $1.key }.map { group, resources in
      var rule = PolicyRule()
      rule.verbs = verbs
      rule.apiGroups = [group]
      rule.resources = resources
      rule.resourceNames = names
      return rule
    }
    if !addresses.isEmpty {
      var rule = PolicyRule()
      rule.verbs = verbs
      rule.nonResourceURLs = addresses
      rules.append(rule)
    }
    return rules
  }

  /// Some verbs only make sense for a few resources, which need not be objects.
  private func check(_ resource: AccessResource) throws(Failure) {
    if resource.name == "*" { return }
    var isSpecial = false
    for verb in verbs {
      guard let known = Self.special[verb] else { continue }
      guard known.contains("\(resource.group)/\(resource.name)") else {
        throw .error(
          "can not perform '\(verb)' on '\(resource.name)' in group '\(resource.group)'")
      }
      isSpecial = true
    }
    if !isSpecial, !resource.isServed {
      throw .usage(.unknownResourceType(resource.name, isBare: true))
    }
  }

  private static let roles = ["\(KindFacts.access)/roles", "\(KindFacts.access)/clusterroles"]
  private static let special: [String: [String]] = [
    "bind": roles, "escalate": roles,
    "use": ["policy/podsecuritypolicies", "extensions/podsecuritypolicies"],
    "impersonate": [
      "/users", "/serviceaccounts", "/groups", "authentication.k8s.io/userextras",
    ],
  ]

  private func checkAddresses() throws(Failure) {
    guard !addresses.isEmpty else { return }
    let known = ["*", "get", "post", "put", "delete", "patch", "head", "options"]
    for verb in verbs where !known.contains(verb) {
      throw .error("invalid verb: '\(verb)' for nonResourceURL")
    }
    for address in addresses where address != "*" {
      guard address.hasPrefix("/") else { throw .error("nonResourceURL should start with /") }
      if address.dropLast().contains("*") {
        throw .error("nonResourceURL only supports wildcard matches when '*' is at the end")
      }
    }
  }
}

/// A resource as rules name it, found from a word such as `deploy` or `pods/log`.
struct AccessResource: Sendable, Equatable {
  /// `deployments`; the word itself where the server has no such resource.
  var name: String
  var group: String
  /// `log`, `scale`; nil for the whole.
  var part: String?
  /// Whether the server has it.
  var isServed: Bool
  var isNamespaced = true

  init(_ word: String) throws(Failure) {
    let sides = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = sides[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let first = parts.first.map(String.init) ?? ""
    if first.isEmpty {
      throw .error("resource must be specified if apiGroup/subresource specified")
    }
    part = sides.count > 1 ? String(sides[1]) : nil
    name = first
    group = parts.count > 1 ? String(parts[1]) : ""
    isServed = false
    guard first != "*", let served = APIResource.named(String(sides[0])) else { return }
    name = served.name
    group = served.group
    isServed = true
    isNamespaced = served.isNamespaced
  }

  /// `pods/log`
  var nameWithPart: String { part.map { "\(name)/\($0)" } ?? name }
}
