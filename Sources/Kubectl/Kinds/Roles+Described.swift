import Objects
import Store

extension Role: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    Description.role(metadata, rules)
  }
}

extension ClusterRole: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    Description.role(metadata, rules)
  }
}

extension RoleBinding: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    Description.binding(metadata, roleRef, subjects)
  }
}

extension ClusterRoleBinding: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    Description.binding(metadata, roleRef, subjects)
  }
}

extension Description {
  fileprivate static func role(_ metadata: ObjectMeta, _ rules: [PolicyRule]) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.line(0, "PolicyRule:")
    text.line(1, "Resources", "Non-Resource URLs", "Resource Names", "Verbs")
    text.line(1, "---------", "-----------------", "--------------", "-----")
    for row in rules.rows { text.line(1, cells: row) }
    return text
  }

  fileprivate static func binding(
    _ metadata: ObjectMeta, _ role: RoleRef, _ subjects: [Subject]
  ) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.line(0, "Role:")
    text.field("Kind", role.kind, level: 1)
    text.field("Name", role.name, level: 1)
    text.line(0, "Subjects:")
    text.line(1, "Kind", "Name", "Namespace")
    text.line(1, "----", "----", "---------")
    for subject in subjects {
      text.line(1, subject.kind, subject.name, subject.namespace ?? "")
    }
    return text
  }
}

extension [PolicyRule] {
  /// One row a resource or address, with all that may be done to it: resources, addresses, names
  /// and verbs.
  var rows: [[String]] {
    compacted.sorted { $0.goText < $1.goText }.map { rule in
      [rule.resource, rule.nonResourceURLs, rule.resourceNames, rule.verbs].enumerated().map {
        $0.offset == 0 ? $0.element.joined() : "[" + $0.element.joined(separator: " ") + "]"
      }
    }
  }
}

extension PolicyRule {
  /// `deployments.apps/scale`
  fileprivate var resource: [String] {
    guard let first = resources.first else { return [] }
    let sides = first.split(separator: "/", maxSplits: 1).map(String.init)
    let group = apiGroups.first.map { $0.isEmpty ? "" : ".\($0)" } ?? ""
    return [(sides.first ?? "") + group + (sides.count > 1 ? "/\(sides[1])" : "")]
  }

  /// What rows are sorted by: the rule as Go writes it, verbs first.
  fileprivate var goText: String {
    func list(_ words: [String]) -> String { "[" + words.joined(separator: " ") + "]" }
    return "&PolicyRule{Verbs:\(list(verbs)),APIGroups:\(list(apiGroups)),"
      + "Resources:\(list(resources)),ResourceNames:\(list(resourceNames)),"
      + "NonResourceURLs:\(list(nonResourceURLs)),}"
  }
}
