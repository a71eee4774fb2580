import Objects

extension Role: Validated {
  func problems() -> [FieldProblem] {
    AccessRules.nameProblems(metadata)
      + AccessRules.problems(of: rules, isNamespaced: true)
  }
}

extension ClusterRole: Validated {
  func problems() -> [FieldProblem] {
    var problems = AccessRules.nameProblems(metadata)
    problems += AccessRules.problems(of: rules, isNamespaced: false)
    if let aggregationRule, aggregationRule.clusterRoleSelectors.isEmpty {
      problems.append(
        .init(
          FieldPath("aggregationRule", "clusterRoleSelectors"),
          .required(
            why: "at least one clusterRoleSelector required if aggregationRule is non-nil")))
    }
    return problems
  }
}

extension RoleBinding: Defaulted, Validated {
  mutating func setDefaults() { AccessRules.setDefaults(&roleRef, &subjects) }

  func problems() -> [FieldProblem] {
    AccessRules.nameProblems(metadata)
      + AccessRules.problems(of: roleRef, among: [.role, .clusterRole])
      + AccessRules.problems(of: subjects)
  }

  func problems(replacing stored: RoleBinding) -> [FieldProblem] {
    AccessRules.change(from: stored.roleRef, to: roleRef)
  }
}

extension ClusterRoleBinding: Defaulted, Validated {
  mutating func setDefaults() { AccessRules.setDefaults(&roleRef, &subjects) }

  func problems() -> [FieldProblem] {
    AccessRules.nameProblems(metadata)
      + AccessRules.problems(of: roleRef, among: [.clusterRole])
      + AccessRules.problems(of: subjects)
  }

  func problems(replacing stored: ClusterRoleBinding) -> [FieldProblem] {
    AccessRules.change(from: stored.roleRef, to: roleRef)
  }
}

/// What holds for all roles and bindings.
private enum AccessRules {
  static func setDefaults(_ reference: inout RoleRef, _ subjects: inout [Subject]) {
    if reference.apiGroup.isEmpty { reference.apiGroup = RoleRef.standard.apiGroup }
    for place in subjects.indices where (subjects[place].apiGroup ?? "").isEmpty {
      let isKnown = [Subject.user, Subject.group].contains(subjects[place].kind)
      if isKnown { subjects[place].apiGroup = KindFacts.access }
    }
  }

  /// They may be called anything that fits into an address.
  static func nameProblems(_ metadata: ObjectMeta) -> [FieldProblem] {
    namePart(metadata.name).map {
      .init(FieldPath("metadata", "name"), .invalid(value: "\"\(metadata.name)\"", why: $0))
    } + NameRules.noteProblems(metadata, at: FieldPath("metadata"))
  }

  private static func namePart(_ name: String) -> [String] {
    if [".", ".."].contains(name) { return ["may not be '\(name)'"] }
    return ["/", "%"].filter(name.contains).map { "may not contain '\($0)'" }
  }

  static func problems(of rules: [PolicyRule], isNamespaced: Bool) -> [FieldProblem] {
    rules.enumerated().flatMap { place, rule in
      problems(of: rule, isNamespaced: isNamespaced, at: FieldPath("rules").index(place))
    }
  }

  private static func problems(
    of rule: PolicyRule, isNamespaced: Bool, at path: FieldPath
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    func require(_ values: [String], _ name: String, _ why: String) {
      if values.isEmpty { problems.append(.init(path.member(name), .required(why: why))) }
    }
    require(rule.verbs, "verbs", "verbs must contain at least one value")
    guard rule.nonResourceURLs.isEmpty else {
      var reasons: [String] = []
      if isNamespaced { reasons.append("namespaced rules cannot apply to non-resource URLs") }
      if !(rule.apiGroups + rule.resources + rule.resourceNames).isEmpty {
        reasons.append("rules cannot apply to both regular resources and non-resource URLs")
      }
      let value = "[" + rule.nonResourceURLs.map(GoText.quoted).joined(separator: ",") + "]"
      return problems
        + reasons.map {
          .init(path.member("nonResourceURLs"), .invalid(value: value, why: $0))
        }
    }
    require(rule.apiGroups, "apiGroups", "resource rules must supply at least one api group")
    require(rule.resources, "resources", "resource rules must supply at least one resource")
    return problems
  }

  static func problems(of reference: RoleRef, among kinds: [Kind]) -> [FieldProblem] {
    let path = FieldPath("roleRef")
    var problems = group(reference.apiGroup, among: [KindFacts.access], at: path)
    let words = kinds.map(\.rawValue)
    if !words.contains(reference.kind) {
      problems.append(
        .init(path.member("kind"), .unsupported(value: reference.kind, supported: words.sorted())))
    }
    problems += FieldChecks.required(reference.name, at: path.member("name"))
    return problems
      + namePart(reference.name).map {
        .init(path.member("name"), .invalid(value: "\"\(reference.name)\"", why: $0))
      }
  }

  private static func group(
    _ group: String, among groups: [String], at path: FieldPath
  ) -> [FieldProblem] {
    if groups.contains(group) { return [] }
    return [.init(path.member("apiGroup"), .unsupported(value: group, supported: groups))]
  }

  static func problems(of subjects: [Subject]) -> [FieldProblem] {
    subjects.enumerated().flatMap { place, subject in
      problems(of: subject, at: FieldPath("subjects").index(place))
    }
  }

  private static func problems(of subject: Subject, at path: FieldPath) -> [FieldProblem] {
    var problems = FieldChecks.required(subject.name, at: path.member("name"))
    let apiGroup = subject.apiGroup ?? ""
    switch subject.kind {
    case Subject.serviceAccount:
      if !subject.name.isEmpty, let why = NameRules.subdomainProblem(subject.name) {
        problems.append(
          .init(path.member("name"), .invalid(value: "\"\(subject.name)\"", why: why)))
      }
      problems += group(apiGroup, among: [""], at: path)
      problems += FieldChecks.required(subject.namespace, at: path.member("namespace"))
    case Subject.user, Subject.group:
      problems += group(apiGroup, among: [KindFacts.access], at: path)
    default:
      let known = [Subject.serviceAccount, Subject.user, Subject.group]
      problems.append(
        .init(path.member("kind"), .unsupported(value: subject.kind, supported: known)))
    }
    return problems
  }

  static func change(from old: RoleRef, to new: RoleRef) -> [FieldProblem] {
    if old == new { return [] }
    let value =
      "{\"APIGroup\":\"\(new.apiGroup)\",\"Kind\":\"\(new.kind)\",\"Name\":\"\(new.name)\"}"
    return [.init(FieldPath("roleRef"), .invalid(value: value, why: "cannot change roleRef"))]
  }
}
