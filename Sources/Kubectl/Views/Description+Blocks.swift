import Engine
import Objects
import Store

/// Pieces that many descriptions share.
extension Description {
  mutating func field(_ name: String, _ value: String, level: Int = 0) {
    line(level, "\(name):", value)
  }

  /// A value in several lines: the first beside the title, the others under it.
  mutating func field(_ name: String, lines values: [String], indentation: String = "") {
    if values.isEmpty {
      line(0, "\(indentation)\(name):", "<none>")
      return
    }
    for (position, value) in values.enumerated() {
      line(0, position == 0 ? "\(indentation)\(name):" : "", value)
    }
  }

  mutating func labels(_ name: String, _ labels: StringMap, indentation: String = "") {
    field(name, lines: labels.map { "\($0.key)=\($0.value)" }, indentation: indentation)
  }

  /// Annotations, but for the copy of the manifest that apply keeps there.
  mutating func annotations(_ annotations: StringMap, indentation: String = "") {
    var values: [String] = []
    for (key, value) in annotations
    where key != "kubectl.kubernetes.io/last-applied-configuration" {
      let text = value.hasSuffix("\n") ? String(value.dropLast()) : value
      if text.utf8.count + key.utf8.count + 2 > 140 || text.contains("\n") {
        values.append("\(key):")
        values += text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          "  " + (line.count > 138 ? line.prefix(138) + "..." : line)
        }
      } else {
        values.append("\(key): \(text)")
      }
    }
    field("Annotations", lines: values, indentation: indentation)
  }

  mutating func tolerations(_ tolerations: [Toleration], indentation: String = "") {
    let ordered = tolerations.enumerated().sorted {
      ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
    }
    field("Tolerations", lines: ordered.map(\.element.text), indentation: indentation)
  }

  mutating func spreadConstraints(
    _ constraints: [TopologySpreadConstraint], indentation: String = ""
  ) {
    guard !constraints.isEmpty else { return }
    let ordered = constraints.enumerated().sorted {
      ($0.element.topologyKey, $0.offset) < ($1.element.topologyKey, $1.offset)
    }
    let texts = ordered.map(\.element).map { constraint in
      "\(constraint.topologyKey):\(constraint.whenUnsatisfiable.rawValue) when max skew "
        + "\(constraint.maxSkew) is exceeded"
        + (constraint.labelSelector.map { " for selector \($0.text)" } ?? "")
    }
    field("Topology Spread Constraints", lines: texts, indentation: indentation)
  }

  /// Type, status and reason, as deployments and replica sets show their conditions.
  mutating func conditions(_ conditions: [Condition]) {
    guard !conditions.isEmpty else { return }
    line(0, "Conditions:")
    line(1, "Type", "Status", "Reason")
    line(1, "----", "------", "------")
    for condition in conditions {
      line(1, "\(condition.type) ", condition.status.rawValue, condition.reason ?? "")
    }
  }

  mutating func amounts(_ title: String, _ amounts: ResourceList, level: Int) {
    guard !amounts.isEmpty else { return }
    line(level, "\(title):")
    for (name, amount) in amounts { line(level + 1, "\(name):", amount.text) }
  }

  /// The events about an object, by the second in which they last came and then by name; those of
  /// the scheduler first, since they carry no last timestamp.
  mutating func events(about object: any APIObject, in context: Context) {
    let byName = context.state.events(about: object).sorted { $0.metadata.name < $1.metadata.name }
    let events = GoSort.sorted(byName) { left, right in
      let a = left.lastTimestamp?.wholeSecond.milliseconds ?? 0
      return a < right.lastTimestamp?.wholeSecond.milliseconds ?? 0
    }
    if events.isEmpty {
      line(0, "Events:", "<none>")
      return
    }
    line(0, "Events:")
    line(1, "Type", "Reason", "Age", "From", "Message")
    line(1, "----", "------", "----", "----", "-------")
    for event in events {
      let place = event.involvedObject.fieldPath.map { $0.isEmpty ? "" : "\($0): " } ?? ""
      line(
        1, event.type.rawValue, event.reason ?? "", event.interval(at: context.now),
        event.reporter, place + (event.message ?? "").trimmingEnds())
    }
  }
}

extension Event {
  /// `5s`, or `5s (x3 over 20s)` when it happened more than once.
  func interval(at now: SimTime) -> String {
    let first = eventTime?.time ?? firstTimestamp
    guard times > 1 || series != nil else { return Cell.age(of: first, at: now) }
    return "\(Cell.age(of: lastSeen, at: now)) (x\(times) over \(Cell.age(of: first, at: now)))"
  }
}

extension Toleration {
  /// `node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`
  var text: String {
    var text = key
    if let value, !value.isEmpty { text += "=\(value)" }
    if let effect { text += ":\(effect.rawValue)" }
    if op == .exists, (value ?? "").isEmpty { text += text.isEmpty ? "op=Exists" : " op=Exists" }
    return text + (tolerationSeconds.map { " for \($0)s" } ?? "")
  }
}
