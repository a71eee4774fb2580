import Objects

/// Reads roles and bindings from a compact text.
///
/// A line at the margin begins a role, its labels behind it; indented lines are its rules: verbs,
/// groups of the API, resources, and the names of objects where only some are meant. `-` is the
/// core group, `/` stands instead of groups before addresses. Some words stand for several:
/// `read`, `write`, `all`; and `+events` is the right to report.
enum AccessTable {
  private static let shorthands: [String: [String]] = [
    "read": ["get", "list", "watch"],
    "write": ["create", "delete", "deletecollection", "patch", "update"],
    "all": [
      "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ],
  ]

  struct Entry {
    var name: String
    /// The words behind the name.
    var marks: [String]
    var rules: [PolicyRule] = []
  }

  static func entries(_ text: String) -> [Entry] {
    var entries: [Entry] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix(" ") {
        entries[entries.count - 1].rules.append(rule(words))
      } else {
        entries.append(Entry(name: words[0], marks: Array(words.dropFirst())))
      }
    }
    return entries
  }

  private static func rule(_ words: [String]) -> PolicyRule {
    var rule = PolicyRule()
    if words == ["+events"] {
      rule.apiGroups = ["", "events.k8s.io"]
      rule.resources = ["events"]
      rule.verbs = ["create", "patch", "update"]
      return rule
    }
    rule.verbs = list(words[0]).flatMap { shorthands[$0] ?? [$0] }
    if words[1] == "/" {
      rule.nonResourceURLs = list(words[2])
      return rule
    }
    rule.apiGroups = list(words[1]).map { $0 == "-" ? "" : $0 }
    rule.resources = list(words[2])
    rule.resourceNames = words.count > 3 ? list(words[3]) : []
    return rule
  }

  private static func list(_ word: String) -> [String] {
    word.split(separator: ",").map(String.init)
  }
}
