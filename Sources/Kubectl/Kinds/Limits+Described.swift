import Objects
import Store

extension ResourceQuota: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    describeScopes(level: 0, marker: " * ", in: &text)
    text.line(0, "Resource", "Used", "Hard")
    text.line(0, "--------", "----", "----")
    describeAmounts(level: 0, in: &text)
    return text
  }

  /// As a namespace's description shows it.
  func describeInNamespace(_ text: inout Description) {
    text.field("Name", metadata.name, level: 1)
    describeScopes(level: 1, marker: "* ", in: &text)
    text.line(1, "Resource", "Used", "Hard")
    text.line(1, "--------", "---", "---")
    describeAmounts(level: 1, in: &text)
  }

  private func describeAmounts(level: Int, in text: inout Description) {
    for (name, amount) in status.hard {
      text.line(level, name, (status.used[name] ?? .zero).text, amount.text)
    }
  }

  private func describeScopes(level: Int, marker: String, in text: inout Description) {
    let scopes = spec.scopes.sorted()
    if scopes.isEmpty { return }
    text.field("Scopes", scopes.joined(separator: ", "), level: level)
    for note in scopes.compactMap(Self.note) { text.line(level, marker + note) }
  }

  /// What a scope picks, in kubectl's words.
  private static func note(on scope: String) -> String? {
    switch scope {
    case "Terminating":
      "Matches all pods that have an active deadline. These pods have a limited lifespan on a node "
        + "before being actively terminated by the system."
    case "NotTerminating":
      "Matches all pods that do not have an active deadline. These pods usually include long "
        + "running pods whose container command is not expected to terminate."
    case "BestEffort":
      "Matches all pods that do not have resource requirements set. These pods have a best effort "
        + "quality of service."
    case "NotBestEffort":
      "Matches all pods that have at least one resource requirement set. These pods have a "
        + "burstable or guaranteed quality of service."
    default: nil
    }
  }
}

extension LimitRange: Described {
  static var endsWithEvents: Bool { false }

  static let columns = [
    "Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio",
  ]

  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    Self.describeHeader(indentation: "", in: &text)
    describeItems(indentation: "", in: &text)
    return text
  }

  static func describeHeader(indentation: String, in text: inout Description) {
    let rules = columns.map { String(repeating: "-", count: $0.count) }
    text.line(0, cells: [indentation + columns[0]] + columns.dropFirst())
    text.line(0, cells: [indentation + rules[0]] + rules.dropFirst())
  }

  func describeItems(indentation: String, in text: inout Description) {
    for item in spec.limits {
      for name in item.names {
        let lists = [
          item.minimum, item.maximum, item.defaultRequest, item.standardLimits,
          item.maxLimitRequestRatio,
        ]
        text.line(
          0, cells: [indentation + item.type, name] + lists.map { $0[name]?.text ?? "-" })
      }
    }
  }
}

extension Namespace {
  /// The quotas and ranges that hold in the namespace.
  func describeLimits(in context: Context, _ text: inout Description) {
    let quotas = context.state.all(ResourceQuota.self, in: metadata.name)
    text.line(0, "")
    text.line(0, quotas.isEmpty ? "No resource quota." : "Resource Quotas")
    for quota in quotas { quota.describeInNamespace(&text) }
    let ranges = context.state.all(LimitRange.self, in: metadata.name)
    text.line(0, "")
    guard !ranges.isEmpty else {
      text.line(0, "No LimitRange resource.")
      return
    }
    text.line(0, "Resource Limits")
    LimitRange.describeHeader(indentation: " ", in: &text)
    for range in ranges { range.describeItems(indentation: " ", in: &text) }
  }
}
