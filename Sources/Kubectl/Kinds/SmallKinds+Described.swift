import Engine
import Objects
import Store

extension ConfigMap: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.lines("", "Data", "====")
    for (key, value) in data {
      text.lines("\(key):", "----")
      for line in value.split(separator: "\n", omittingEmptySubsequences: false) {
        text.line(0, String(line))
      }
      text.line(0, "")
    }
    text.lines("", "BinaryData", "====")
    for (key, value) in binaryData { text.line(0, "\(key): \(Self.size(of: value)) bytes") }
    text.line(0, "")
    return text
  }

  private static func size(of encoded: String) -> Int {
    guard case .success(let bytes) = Base64.decode(encoded) else { return 0 }
    return bytes.count
  }
}

extension Namespace: Described {
  static var endsWithEvents: Bool { false }

  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Status", (status.phase ?? .active).rawValue)
    if !status.conditions.isEmpty {
      text.line(0, "Conditions:")
      text.line(1, "Type", "Status", "LastTransitionTime", "Reason", "Message")
      text.line(1, "----", "------", "------------------", "------", "-------")
      for condition in status.conditions {
        text.line(
          1, "\(condition.type) ", "\(condition.status.rawValue) ",
          "\(condition.lastTransitionTime?.rfc1123 ?? "") ", "\(condition.reason ?? "") ",
          condition.message ?? "")
      }
    }
    describeLimits(in: context, &text)
    return text
  }
}

extension ServiceAccount: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Image pull secrets", lines: imagePullSecrets.compactMap { $0["name"]?.string })
    return text
  }
}

extension PriorityClass: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Value", "\(priority)")
    text.field("GlobalDefault", "\(globalDefault ?? false)")
    text.field("PreemptionPolicy", (preemptionPolicy ?? .preemptLowerPriority).rawValue)
    text.field("Description", description ?? "")
    text.annotationsInLine(metadata.annotations)
    return text
  }
}

extension Description {
  /// Lines of plain text.
  mutating func lines(_ texts: String...) {
    for text in texts { line(0, text) }
  }
}
