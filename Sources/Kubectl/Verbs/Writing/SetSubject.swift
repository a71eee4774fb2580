import Objects
import Store

/// `kubectl set subject`: more users, groups and service accounts for a binding.
struct SetSubject: Verb {
  static let name = "set subject"
  static let summary =
    "Update the user, group, or service account in a role binding or cluster "
    + "role binding"
  static let usage =
    "set subject (-f FILENAME | TYPE NAME) [--user=username] [--group=groupname] "
    + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("all false\nlocal false\nselector l ''").with(SubjectFlags.table)
    .with(WriteOptions.flags(as: "kubectl-set")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let subjects: [Subject]

  init(_ invocation: Invocation) throws(UsageError) {
    options = try WriteOptions(invocation)
    try invocation.checkAllIsAlone()
    targets = try WriteTargets(
      invocation, withoutFiles: .localNeedsFiles)
    subjects = try SubjectFlags.subjects(invocation)
    if subjects.isEmpty {
      throw .error("you must specify at least one value of user, group or serviceaccount")
    }
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        if var binding = object as? RoleBinding {
          binding.subjects.add(subjects)
          return steps(for: binding, instead: object)
        }
        if var binding = object as? ClusterRoleBinding {
          binding.subjects.add(subjects)
          return steps(for: binding, instead: object)
        }
        throw .error(
          (options.isLocal
            ? "\(object.kind.qualifiedSingular)/\(object.metadata.name)\n"
            : "\(object.kind.facts.plural)/\(object.metadata.name)")
            + " setting subjects is only supported for RoleBinding/ClusterRoleBinding")
      })
  }

  private func steps<T: APIObject>(for binding: T, instead object: any APIObject) -> [Step] {
    if binding.isEqual(to: object) { return [] }
    return [options.step(.update(binding.unversioned), binding, done: "subjects updated")]
  }
}

extension [Subject] {
  /// Adds those that are not there yet.
  mutating func add(_ more: [Subject]) {
    for subject in more where !contains(subject) { append(subject) }
  }
}
