import Objects
import Store

/// `kubectl auth reconcile`: roles and bindings of files, added to what is there already.
struct AuthReconcile: Verb {
  static let name = "auth reconcile"
  static let summary =
    "Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects"
  static let usage = "auth reconcile -f FILENAME"
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    dry-run=unchanged none
    filename f []
    kustomize k ''
    output o ''
    recursive R false
    remove-extra-permissions false
    remove-extra-subjects false
    show-managed-fields false
    template ''
    """)

  private let files: ManifestFiles
  private let options: WriteOptions
  private let dropsRules: Bool
  private let dropsSubjects: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    files = try ManifestFiles(invocation)
    options = try WriteOptions(invocation)
    dropsRules = invocation.has("remove-extra-permissions")
    dropsSubjects = invocation.has("remove-extra-subjects")
    if files.isEmpty { throw .error("must specify one of -f and -k") }
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    var steps: [Step] = []
    for item in items {
      let object = try item.kind.decode(item.document, in: context)
      let stored = try stored(object, in: context)
      if let role = object as? Role {
        let old = stored as? Role
        var merged = old ?? role
        let notes = merge(role.rules, into: &merged.rules, isNew: old == nil)
        steps += self.steps(merged, notes, isNew: old == nil, isSame: old == merged)
      } else if let role = object as? ClusterRole {
        let old = stored as? ClusterRole
        var merged = old ?? role
        let notes = merge(role.rules, into: &merged.rules, isNew: old == nil)
        steps += self.steps(merged, notes, isNew: old == nil, isSame: old == merged)
      } else if let binding = object as? RoleBinding {
        let old = stored as? RoleBinding
        var merged = old ?? binding
        let notes = merge(binding.subjects, into: &merged.subjects, isNew: old == nil)
        steps +=
          old.map { $0.roleRef != binding.roleRef } ?? false
          ? again(binding) : self.steps(merged, notes, isNew: old == nil, isSame: old == merged)
      } else if let binding = object as? ClusterRoleBinding {
        let old = stored as? ClusterRoleBinding
        var merged = old ?? binding
        let notes = merge(binding.subjects, into: &merged.subjects, isNew: old == nil)
        steps +=
          old.map { $0.roleRef != binding.roleRef } ?? false
          ? again(binding) : self.steps(merged, notes, isNew: old == nil, isSame: old == merged)
      }
    }
    return .submit(steps + failures.map { .say(.failed($0)) })
  }

  private func stored(
    _ object: any APIObject, in context: Context
  ) throws(Failure) -> (any APIObject)? {
    do throws(Failure) {
      return try ObjectSelection.object(object.key, in: context)
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
  }

  // MARK: - Merging

  private func merge(
    _ wanted: [PolicyRule], into rules: inout [PolicyRule], isNew: Bool
  ) -> [String] {
    let missing = isNew ? wanted : wanted.flatMap(\.parts).filter { !$0.isCovered(by: rules) }
    let extra = isNew ? [] : rules.flatMap(\.parts).filter { !$0.isCovered(by: wanted) }
    if dropsRules, !extra.isEmpty { rules = wanted } else if !isNew { rules += missing }
    var notes: [String] = []
    if !missing.isEmpty {
      notes.append("\tmissing rules added:")
      notes += missing.map { "\t\t\($0.plainGoText)" }
    }
    if dropsRules, !extra.isEmpty {
      notes.append("\textra rules removed:")
      notes += extra.map { "\t\t\($0.plainGoText)" }
    }
    return notes
  }

  private func merge(
    _ wanted: [Subject], into subjects: inout [Subject], isNew: Bool
  ) -> [String] {
    let missing = isNew ? wanted : wanted.filter { !subjects.contains($0) }
    let extra = isNew ? [] : subjects.filter { !wanted.contains($0) }
    if dropsSubjects, !extra.isEmpty { subjects = wanted } else if !isNew { subjects += missing }
    var notes: [String] = []
    if !missing.isEmpty {
      notes.append("\tmissing subjects added:")
      notes += missing.map { "\t\t\($0.plainGoText)" }
    }
    if dropsSubjects, !extra.isEmpty {
      notes.append("\textra subjects removed:")
      notes += extra.map { "\t\t\($0.plainGoText)" }
    }
    return notes
  }

  // MARK: - Steps

  private func steps(
    _ object: any APIObject, _ notes: [String], isNew: Bool, isSame: Bool
  ) -> [Step] {
    let intent: Intent = isNew ? .create(object) : .update(object)
    let step = options.step(intent, object, done: "reconciled")
    if isSame { return [step] }
    let need = "\treconciliation required \(isNew ? "create" : "update")"
    return [step] + ([need] + notes).map { .say(.note($0)) }
  }

  /// A binding to another role has to be made anew.
  private func again(_ binding: any APIObject) -> [Step] {
    var steps: [Step] = []
    if options.dryRun == .none {
      steps.append(.write(Write(.delete(binding.key, DeleteOptions()), answer: .nothing)))
    }
    steps.append(options.step(.create(binding), binding, done: "reconciled"))
    return steps + [.say(.note("\treconciliation required recreate"))]
  }
}

extension PolicyRule {
  fileprivate func isCovered(by rules: [PolicyRule]) -> Bool {
    parts.allSatisfy { part in rules.contains { $0.covers(part) } }
  }

  /// As Go prints the structure.
  fileprivate var plainGoText: String {
    func list(_ words: [String]) -> String { "[" + words.joined(separator: " ") + "]" }
    return "{Verbs:\(list(verbs)) APIGroups:\(list(apiGroups)) Resources:\(list(resources)) "
      + "ResourceNames:\(list(resourceNames)) NonResourceURLs:\(list(nonResourceURLs))}"
  }
}

extension Subject {
  /// As Go prints the structure.
  fileprivate var plainGoText: String {
    "{Kind:\(kind) APIGroup:\(apiGroup ?? "") Name:\(name) Namespace:\(namespace ?? "")}"
  }
}
