import Engine
import Kubectl
import Objects
import Simulation
import Store

/// What two futures differ in, in words.
struct Outlook {
  let prospect: Prospect
  /// Whose objects are named without their namespace.
  let namespace: String

  init(_ prospect: Prospect, namespace: String) {
    self.prospect = prospect
    self.namespace = namespace
  }

  func lines(title: String) -> [String] {
    var lines = ["What if: \(title)", horizon]
    let sections = sections
    for (title, _, entries) in sections where !entries.isEmpty {
      lines += ["", title] + entries.flatMap(\.lines)
    }
    if sections.allSatisfy({ $0.entries.isEmpty }) {
      lines += ["", "Nothing would be different."]
    }
    return lines + ["", "Nothing has been done: this was a look ahead."]
  }

  private var sections: [(title: String, key: String, entries: [Entry])] {
    [
      ("Objects", "objects", objects), ("Nodes", "nodes", nodes), ("Pods", "pods", pods),
      ("Ready replicas", "readyReplicas", replicas), ("Services", "services", services),
    ]
  }

  /// For programs.
  func document(title: String) -> APIValue {
    var document: APIValue = [
      "command": .string(title), "secondsAhead": .integer(prospect.span.seconds),
      "lastChangeAfterSeconds": prospect.lastChange.map { .integer($0.seconds) } ?? .null,
    ]
    for section in sections {
      document[section.key] = .array(
        section.entries.map { ["subject": .string($0.subject), "change": .string($0.text)] })
    }
    return document
  }

  private var horizon: String {
    let looked = "Looked \(text(prospect.span)) ahead"
    guard let last = prospect.lastChange else { return "\(looked); nothing happens." }
    return "\(looked); the last thing happens \(moment(last))."
  }

  /// One thing and what would become of it.
  struct Entry: Equatable {
    var subject: String
    var text: String

    var lines: [String] {
      let joined = "  \(subject)  \(text)"
      guard joined.count > 80 else { return [joined] }
      return ["  \(subject)"]
        + HangingLines.pieces(of: "      \(text)", width: 80, indentation: 6)
    }
  }

  /// `5m44s`, `10m`: whole seconds are all that anybody wants to know.
  func text(_ span: SimSpan) -> String {
    guard span.seconds > 0 else { return "less than 1s" }
    let text = SimSpan.seconds(span.seconds).goText
    return text.hasSuffix("m0s") ? String(text.dropLast(2)) : text
  }

  /// `after 5m44s`
  func moment(_ delay: SimSpan) -> String {
    delay.seconds > 0 ? "after \(text(delay))" : "at once"
  }

  func name(_ key: ObjectKey, withKind: Bool = true) -> String {
    let place = key.namespace.isEmpty || key.namespace == namespace ? "" : "\(key.namespace)/"
    return place + (withKind ? "\(key)" : key.name)
  }

  /// Every key of these kinds in either future, in order.
  func keys(_ kinds: [Kind]) -> [ObjectKey] {
    kinds.flatMap { kind in
      Set(prospect.alone.state.keys(kind) + prospect.changed.state.keys(kind)).sorted()
    }
  }

  // MARK: - Nodes

  private var nodes: [Entry] {
    keys([.node]).compactMap { key in
      let old = prospect.alone.state.node(key.name)
      let new = prospect.changed.state.node(key.name)
      guard old.map(condition) != new.map(condition) else { return nil }
      guard let old else {
        return new.map { Entry(subject: key.name, text: "joins: \(condition($0))") }
      }
      guard let new else { return Entry(subject: key.name, text: "leaves the cluster") }
      let delay = prospect.delay(of: key) { ($0 as? Node).map(condition) }
      let change = "\(condition(old)) → \(condition(new)) \(moment(delay))"
      return Entry(subject: key.name, text: change)
    }
  }

  /// `Ready`, and where the two futures differ in what the node has to give: that.
  private func condition(_ node: Node) -> String {
    let name = node.metadata.name
    let futures = [prospect.alone, prospect.changed].compactMap { $0.state.node(name)?.status }
    let amounts = ["cpu", "memory"].compactMap { resource -> String? in
      let all = Set(futures.map { $0.allocatable[resource] })
      guard all.count > 1, let amount = node.status.allocatable[resource] else { return nil }
      return "\(resource) \(amount.text)"
    }
    return ([Sentences.summary(of: node)] + amounts).joined(separator: ", ")
  }

  // MARK: - Whatever is declared

  private static let undeclared: Set<Kind> = [
    .pod, .node, .event, .lease, .endpointSlice, .endpoints, .controllerRevision,
  ]

  private var objects: [Entry] {
    let touched = Set(prospect.events(in: prospect.changed).map(\.key))
    return touched.sorted().compactMap { key in
      guard !Self.undeclared.contains(key.kind) else { return nil }
      let old = prospect.alone.state[key]
      let new = prospect.changed.state[key]
      // What a controller makes follows from what is told of its maker.
      guard (new ?? old)?.metadata.controller == nil else { return nil }
      switch (old, new) {
      case (nil, nil): return nil
      case (nil, _?): return Entry(subject: name(key), text: "created")
      case (_?, nil): return Entry(subject: name(key), text: "removed")
      case (let old?, let new?):
        let isSame = Self.declared(old) == Self.declared(new)
        return isSame ? nil : Entry(subject: name(key), text: "changed")
      }
    }
  }

  /// What somebody wants of an object, without what the cluster says of it.
  private static func declared(_ object: any APIObject) -> APIValue {
    let document = object.document
    var declared = document
    declared["status"] = nil
    declared["metadata"] = nil
    for field in ["labels", "annotations", "finalizers", "deletionTimestamp"] {
      declared[field] = document["metadata"]?[field]
    }
    return declared
  }
}
