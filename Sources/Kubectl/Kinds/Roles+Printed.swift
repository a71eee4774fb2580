import Engine
import Objects

extension Role: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "CREATED AT"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, metadata.creationTimestamp?.rfc3339 ?? "<unknown>"]
  }
}

extension ClusterRole: Printed {
  static func header(wide: Bool) -> [String] { Role.header(wide: wide) }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, metadata.creationTimestamp?.rfc3339 ?? "<unknown>"]
  }
}

extension RoleBinding: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "ROLE", "AGE"]
    return wide ? narrow + ["USERS", "GROUPS", "SERVICEACCOUNTS"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [metadata.name, roleRef.text, age(at: now)]
    return wide ? narrow + subjects.cells : narrow
  }
}

extension ClusterRoleBinding: Printed {
  static func header(wide: Bool) -> [String] { RoleBinding.header(wide: wide) }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [metadata.name, roleRef.text, age(at: now)]
    return wide ? narrow + subjects.cells : narrow
  }
}

extension RoleRef {
  /// `ClusterRole/edit`
  fileprivate var text: String { "\(kind)/\(name)" }
}

extension [Subject] {
  /// Users, groups and service accounts.
  fileprivate var cells: [String] {
    [Subject.user, Subject.group, Subject.serviceAccount].map { kind in
      filter { $0.kind == kind }.map { subject in
        kind == Subject.serviceAccount
          ? "\(subject.namespace ?? "")/\(subject.name)" : subject.name
      }.joined(separator: ", ")
    }
  }
}
