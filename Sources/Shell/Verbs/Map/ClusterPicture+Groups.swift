import Engine
import Objects

/// Many nodes: those that have something in common are drawn together.
extension ClusterPicture {
  private struct Group {
    var name: String
    var nodes: [ClusterFacts.NodeFact]
  }

  /// Nodes that are named one by one, at most.
  private static let mostNamed = 6

  // MARK: - By zone

  /// One box for each zone, with a line for each of its nodes where there is room.
  var zoneParts: [Picture.Part] {
    let groups = groups(by: \.zone)
    guard hasRoomForLines else { return parts(of: groups, "zone") }
    return [
      .boxes(
        groups.map { group in
          Box(
            title: title(of: group, "zone"), note: note(of: group),
            parts: [.rows(group.nodes.map(row))])
        }, least: width)
    ]
  }

  // MARK: - Too many for a line each

  /// The nodes by zone, or by whatever else tells them apart, and the owners of their pods.
  var foldedParts: [Picture.Part] {
    var parts: [Picture.Part]
    if facts.nodes.contains(where: { !$0.zone.isEmpty }) {
      parts = self.parts(of: groups(by: \.zone), "zone")
    } else {
      parts = self.parts(of: groups(by: \.pool), "pool")
    }
    parts += [.gap, .rows(ownerRows(limit: 12, columns: max(10, width - 44)))]
    return parts
  }

  private func groups(by name: (ClusterFacts.NodeFact) -> String) -> [Group] {
    var groups: [String: [ClusterFacts.NodeFact]] = [:]
    for node in facts.nodes { groups[name(node), default: []].append(node) }
    // Those without a name come last.
    let order = groups.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    return order.map { Group(name: $0, nodes: groups[$0] ?? []) }
  }

  private func title(of group: Group, _ word: String) -> Phrase {
    Phrase(group.name.isEmpty ? "no \(word)" : "\(word) \(group.name)", .strong)
  }

  private func note(of group: Group) -> Phrase {
    let silent = group.nodes.count { !$0.isReady }
    let cordoned = group.nodes.count { $0.isCordoned }
    var note = Phrase("\(group.nodes.count) node\(group.nodes.count == 1 ? "" : "s")")
    if silent > 0 { note += Phrase(", \(silent) NotReady", .bad) }
    if cordoned > 0 { note += Phrase(", \(cordoned) cordoned", .warning) }
    return note
  }

  private func parts(of groups: [Group], _ word: String) -> [Picture.Part] {
    // Too many groups for boxes: a line each.
    if let lineLimit, groups.count > max(2, lineLimit / 8) {
      return [.rows(groups.map { line(of: $0, word) })]
    }
    return [
      .boxes(groups.map { box(of: $0, word) }, least: groups.count > 4 ? 38 : width),
      .legend([
        Phrase("a bar is a node, as full as its cpu or memory", .faint),
        Phrase("✗", .bad) + Phrase(" not ready", .faint),
        Phrase("/", .warning) + Phrase(" cordoned", .faint),
      ]),
    ]
  }

  private func box(of group: Group, _ word: String) -> Box {
    var allocatable = ResourceList()
    for node in group.nodes {
      for name in ["cpu", "memory", "pods"] {
        guard let amount = node.node.status.allocatable[name] else { continue }
        allocatable[name] = (allocatable[name] ?? .zero) + amount
      }
    }
    let gauges = NodeGauges(
      cpuMillis: group.nodes.reduce(0) { $0.addingClamped($1.cpuMillis) },
      memoryBytes: group.nodes.reduce(0) { $0.addingClamped($1.memoryBytes) },
      pods: group.nodes.reduce(0) { $0 + $1.podCount }, allocatable: allocatable
    ).gauges
    var parts: [Picture.Part] = [
      .gauges(gauges), .rows([CellRow(label: "", cells: group.nodes.map(Self.cell))]),
    ]
    parts += named(group.nodes.filter { !$0.isReady }, "NotReady", .bad)
    parts += named(group.nodes.filter { $0.isReady && $0.isCordoned }, "cordoned", .warning)
    return Box(
      title: title(of: group, word), note: note(of: group), parts: parts,
      tone: group.nodes.allSatisfy(\.isReady) ? .faint : .bad)
  }

  private func line(of group: Group, _ word: String) -> CellRow {
    CellRow(label: title(of: group, word), cells: [], note: note(of: group))
  }

  private func named(
    _ nodes: [ClusterFacts.NodeFact], _ word: String, _ tone: Tone
  ) -> [Picture.Part] {
    guard !nodes.isEmpty else { return [] }
    let most = lineLimit == nil ? nodes.count : Self.mostNamed
    var names = nodes.prefix(most).map(\.name).joined(separator: ", ")
    if nodes.count > most { names += " and \(nodes.count - most) more" }
    return [.text(Phrase("\(word): ", tone) + Phrase(names), indentation: 2)]
  }

  /// A node by how full it is.
  private static func cell(of fact: ClusterFacts.NodeFact) -> Cell {
    if !fact.isReady { return Cell(sign: "✗", tone: .bad, word: "not ready") }
    if fact.isCordoned { return Cell(sign: "/", tone: .warning, word: "cordoned") }
    let room = fact.node.status.allocatable
    let gauges = [
      Gauge(name: "", taken: fact.cpuMillis, whole: room.cpuMillis, amount: ""),
      Gauge(name: "", taken: fact.memoryBytes, whole: room.memoryBytes, amount: ""),
    ]
    guard let fullest = gauges.max(by: { $0.percent < $1.percent }) else {
      return Cell(sign: " ", tone: .plain, word: "empty")
    }
    let levels = Array("▁▂▃▄▅▆▇█")
    let level = fullest.share(fullest.taken, of: levels.count - 1)
    let word =
      fullest.percent >= 80
      ? "nearly full" : fullest.percent >= 50 ? "more than half full" : "with room"
    return Cell(sign: levels[level], tone: fullest.tone, word: word)
  }
}

extension ClusterFacts.NodeFact {
  /// The pool that it was bought for, its size, or its role.
  fileprivate var pool: String {
    let labels = node.metadata.labels
    for name in [
      "cloud.google.com/gke-nodepool", "eks.amazonaws.com/nodegroup",
      "kubernetes.azure.com/agentpool", "node.kubernetes.io/instance-type",
    ] {
      if let value = labels[name], !value.isEmpty { return value }
    }
    let prefix = "node-role.kubernetes.io/"
    return labels.keys.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      ?? ""
  }
}
