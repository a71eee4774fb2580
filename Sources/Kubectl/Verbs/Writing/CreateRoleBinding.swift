import Objects

/// `kubectl create rolebinding`.
struct CreateRoleBinding: Verb {
  static let name = "create rolebinding"
  static let summary = "Create a role binding for a particular role or cluster role"
  static let usage =
    "create rolebinding NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] "
    + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    clusterrole ''
    role ''
    save-config false
    validate=strict strict
    """
  ).with(SubjectFlags.table).with(WriteOptions.flags(as: "kubectl-create"))

  private let binding: RoleBinding
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = RoleBinding()
    made.metadata.name = try invocation.onlyName()
    switch (invocation["clusterrole"], invocation["role"]) {
    case (.some(let name), nil): made.roleRef = RoleRef(.clusterRole, name)
    case (nil, .some(let name)): made.roleRef = RoleRef(.role, name)
    case (nil, nil), (.some, .some):
      throw .error("exactly one of clusterrole or role must be specified")
    }
    made.subjects = try SubjectFlags.subjects(invocation)
    binding = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([
      try options.generate(binding, failing: "failed to create rolebinding:", in: context)
    ])
  }
}

/// `kubectl create clusterrolebinding`.
struct CreateClusterRoleBinding: Verb {
  static let name = "create clusterrolebinding"
  static let summary = "Create a cluster role binding for a particular cluster role"
  static let usage =
    "create clusterrolebinding NAME --clusterrole=NAME [--user=username] [--group=groupname] "
    + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    clusterrole ''
    save-config false
    validate=strict strict
    """
  ).with(SubjectFlags.table).with(WriteOptions.flags(as: "kubectl-create"))

  private let binding: ClusterRoleBinding
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("clusterrole")
    var made = ClusterRoleBinding()
    made.metadata.name = try invocation.onlyName()
    guard let role = invocation["clusterrole"], !role.isEmpty else {
      throw .error("clusterrole must be specified")
    }
    made.roleRef = RoleRef(.clusterRole, role)
    made.subjects = try SubjectFlags.subjects(invocation)
    binding = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([
      try options.generate(binding, failing: "failed to create clusterrolebinding:", in: context)
    ])
  }
}

/// The flags that name users, groups and service accounts.
enum SubjectFlags {
  static let table = FlagTable(
    """
    group []
    serviceaccount []
    user []
    """)

  /// Users first, then groups, then service accounts.
  static func subjects(_ invocation: Invocation) throws(UsageError) -> [Subject] {
    var subjects = invocation.list("user").map { Subject(Subject.user, $0) }
    subjects += invocation.list("group").map { Subject(Subject.group, $0) }
    for text in invocation.list("serviceaccount") {
      let sides = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw .error("serviceaccount must be <namespace>:<name>")
      }
      subjects.append(Subject(Subject.serviceAccount, sides[1], in: sides[0]))
    }
    return subjects
  }
}
