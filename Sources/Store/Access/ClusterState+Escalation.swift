import Objects

extension ClusterState {
  /// Refuses a write that no role of whoever asks allows, or that would give away more than he has.
  public func check(
    _ intent: Intent, asking request: AccessRequest, by requester: Requester
  ) throws(Rejection) {
    let decision = decide(request, for: requester)
    guard decision.isAllowed else { throw .denied(request, requester, reason: decision.reason) }
    switch intent {
    case .create(let object), .update(let object): try checkEscalation(object, by: requester)
    case .applyServerSide(let applied):
      var problems: [FieldProblem] = []
      let object = applied.key.kind.facts.type.read(applied.document, problems: &problems)
      try checkEscalation(object, by: requester)
    case .amend, .updateStatus, .delete, .evict, .bind, .record: return
    }
  }

  /// Nobody gives rights that he does not have, unless he may `escalate` or `bind`.
  private func checkEscalation(
    _ object: any APIObject, by requester: Requester
  ) throws(Rejection) {
    let key = object.key
    if let role = object as? Role {
      try check(role.rules, in: key.namespace, .init("escalate", key), key, requester)
    } else if let role = object as? ClusterRole {
      try check(role.rules, in: "", .init("escalate", key), key, requester)
    } else if let binding = object as? RoleBinding {
      try check(binding.roleRef, in: key.namespace, key, requester)
    } else if let binding = object as? ClusterRoleBinding {
      try check(binding.roleRef, in: "", key, requester)
    }
  }

  private func check(
    _ reference: RoleRef, in namespace: String, _ key: ObjectKey, _ requester: Requester
  ) throws(Rejection) {
    let isWhole = reference.kind == Kind.clusterRole.rawValue
    let rules =
      isWhole
      ? get(ClusterRole.self, reference.name)?.rules
      : get(Role.self, reference.name, in: namespace)?.rules
    let bind = AccessRequest.resource(
      .init(
        "bind", group: KindFacts.access, isWhole ? "clusterroles" : "roles",
        namespace: namespace, objectName: reference.name))
    guard let rules else {
      if decide(bind, for: requester).isAllowed { return }
      throw .notFound(
        ObjectKey(isWhole ? .clusterRole : .role, namespace: namespace, name: reference.name))
    }
    try check(rules, in: namespace, bind, key, requester)
  }

  private func check(
    _ rules: [PolicyRule], in namespace: String, _ exemption: AccessRequest, _ key: ObjectKey,
    _ requester: Requester
  ) throws(Rejection) {
    if requester.groups.contains("system:masters") { return }
    let own = self.rules(for: requester, in: namespace)
    let missing = rules.flatMap(\.parts).filter { part in !own.contains { $0.covers(part) } }
    if missing.isEmpty || decide(exemption, for: requester).isAllowed { return }
    let lines = Set(missing.compacted.map(\.compactText)).sorted()
    let groups = requester.groups.map(GoText.quoted).joined(separator: " ")
    throw .forbidden(
      key,
      why: "user \(GoText.quoted(requester.name)) (groups=[\(groups)]) is attempting to grant RBAC "
        + "permissions not currently held:\n" + lines.joined(separator: "\n"))
  }
}

extension PolicyRule {
  /// `{APIGroups:[""], Resources:["pods"], Verbs:["get"]}`
  fileprivate var compactText: String {
    let lists = [
      ("APIGroups", apiGroups), ("Resources", resources), ("NonResourceURLs", nonResourceURLs),
      ("ResourceNames", resourceNames), ("Verbs", verbs),
    ]
    let texts = lists.filter { !$0.1.isEmpty }.map { name, words in
      "\(name):[" + words.map(GoText.quoted).joined(separator: " ") + "]"
    }
    return "{" + texts.joined(separator: ", ") + "}"
  }
}
