import Objects
import Store

/// Draws a whole cluster: its nodes as boxes, as lines or in groups, whatever fits.
struct ClusterPicture {
  enum Grouping: String, CaseIterable {
    case zone
    case owner
    case namespace
  }

  let facts: ClusterFacts
  /// Its pods need no namespace in front.
  let namespace: String
  var grouping: Grouping?
  /// What nodes really use, where somebody measures it.
  var metrics: (any MetricsSource)?
  /// Folds so that it has about so many lines; nil folds nothing.
  var lineLimit: Int?
  /// Columns that it will be drawn in, to know what has room.
  var width = 80
  /// What was left out, in words.
  var filter = ""

  static let boxColumns = 38
  /// No more owners than this have a row of their own in the box of a node.
  private static let mostRows = 10

  var picture: Picture {
    var parts: [Picture.Part] = [.text(headline)]
    var legend = PodState.legend(of: Set(facts.counts.keys))
    switch grouping {
    case .owner: parts += ownerParts
    case .namespace: parts += namespaceParts
    case .zone:
      parts += zoneParts
      if hasRoomForLines { legend = lineLegend }
    case nil:
      if hasRoomForBoxes {
        parts.append(.boxes(facts.nodes.map(box), least: Self.boxColumns))
        if metrics != nil { legend.append(Phrase("▀ reserved ▄ used █ both", .faint)) }
      } else if hasRoomForLines {
        parts.append(.rows(facts.nodes.map(row)))
        legend = lineLegend
      } else {
        parts += foldedParts
      }
    }
    if facts.nodes.isEmpty { parts.append(.text("There are no nodes.")) }
    parts += troubleParts
    if !legend.isEmpty { parts += [.gap, .legend(legend)] }
    return Picture(title: "Map of the cluster", parts: parts)
  }

  private var headline: Phrase {
    let left = filter.isEmpty ? Phrase("") : Phrase("  (\(filter))", .faint)
    return Phrase(facts.nodeCountText, .strong) + "  " + Phrase(facts.podCountText) + left
  }

  // MARK: - What has room

  /// Lines besides those of nodes.
  private var otherLines: Int { 8 + min(8, facts.troubles.count) }

  private var hasRoomForBoxes: Bool {
    guard let lineLimit else { return facts.nodes.count <= 12 }
    let perRow = max(1, (width + 2) / (Self.boxColumns + 2))
    // Every box has five lines at least.
    if (facts.nodes.count + perRow - 1) / perRow * 5 > lineLimit { return false }
    let heights = facts.nodes.map { 5 + min(Self.mostRows + 1, owners(on: $0).count) }
    var lines = 0
    for start in stride(from: 0, to: heights.count, by: perRow) {
      lines += heights[start..<min(start + perRow, heights.count)].max() ?? 0
      if lines > lineLimit { return false }
    }
    return lines + otherLines <= lineLimit
  }

  var hasRoomForLines: Bool {
    guard let lineLimit else { return true }
    let room = max(10, width - 40)
    let lines = facts.nodes.reduce(0) { $0 + max(1, ($1.pods.count + room - 1) / room) }
    return lines + otherLines + facts.owners.count / 5 <= lineLimit
  }

  // MARK: - A node

  private func box(of fact: ClusterFacts.NodeFact) -> Box {
    var parts: [Picture.Part] = [.gauges(gauges(of: fact))]
    let owners = owners(on: fact)
    let rows = owners.prefix(Self.mostRows).map { owner, pods in
      CellRow(
        label: Phrase(name(of: owner), .owner(owner)), cells: pods.map { facts.pods[$0].state.cell }
      )
    }
    if !rows.isEmpty { parts.append(.rows(Array(rows))) }
    let rest = owners.dropFirst(Self.mostRows)
    if !rest.isEmpty {
      let count = rest.reduce(0) { $0 + $1.pods.count }
      parts.append(.text(Phrase("and \(count) pods of \(rest.count) others", .faint)))
    }
    return Box(
      title: Phrase(fact.name, .strong), note: Self.condition(of: fact), parts: parts,
      tone: fact.isReady ? .faint : .bad)
  }

  static func condition(of fact: ClusterFacts.NodeFact) -> Phrase {
    let ready = fact.isReady ? Phrase("Ready", .good) : Phrase("NotReady", .bad)
    return fact.isCordoned ? ready + Phrase(", cordoned", .warning) : ready
  }

  private func gauges(of fact: ClusterFacts.NodeFact) -> [Gauge] {
    let usage = metrics?.metrics(of: fact.node)?.usage
    return NodeGauges(
      cpuMillis: fact.cpuMillis, memoryBytes: fact.memoryBytes, pods: fact.podCount,
      allocatable: fact.node.status.allocatable, usage: usage
    ).gauges
  }

  /// Who has pods on a node, in order, each with these pods.
  private func owners(on fact: ClusterFacts.NodeFact) -> [(owner: Int, pods: [Int])] {
    var pods: [Int: [Int]] = [:]
    for pod in fact.pods { pods[facts.pods[pod].owner, default: []].append(pod) }
    return pods.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `web`, `shop/web`
  func name(of place: Int) -> String {
    let owner = facts.owners[place]
    if owner.kind.isEmpty || owner.namespace == namespace { return owner.name }
    return "\(owner.namespace)/\(owner.name)"
  }

  // MARK: - A node in a line

  func row(of fact: ClusterFacts.NodeFact) -> CellRow {
    let room = fact.node.status.allocatable
    let cpu = Gauge(name: "cpu", taken: fact.cpuMillis, whole: room.cpuMillis, amount: "")
    let memory = Gauge(
      name: "memory", taken: fact.memoryBytes, whole: room.memoryBytes, amount: "")
    var label = Phrase(fact.name, fact.isReady ? .plain : .bad)
    if fact.isCordoned { label += Phrase(" cordoned", .warning) }
    let cells = fact.pods.map { facts.pods[$0] }.sorted { ($0.owner, $0.key) < ($1.owner, $1.key) }
      .map { letterCell(of: $0) }
    return CellRow(
      label: label, lead: cpu.level("cpu") + " " + memory.level("mem"),
      leadInWords: "cpu \(cpu.percent)%, memory \(memory.percent)%", cells: cells,
      note: fact.isReady ? "" : Phrase("NotReady", .bad))
  }

  /// Letters of owners, the first for the first owner.
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// `*` for all owners that are too many.
  private func letter(of owner: Int) -> Character {
    owner < Self.alphabet.count ? Self.alphabet[owner] : "*"
  }

  private func letterCell(of pod: ClusterFacts.PodFact) -> Cell {
    guard pod.state == .ready else { return pod.state.cell }
    return Cell(sign: letter(of: pod.owner), tone: .owner(pod.owner), word: name(of: pod.owner))
  }

  /// Letters stand for pods that are ready.
  private var lineLegend: [Phrase] {
    letterLegend + PodState.legend(of: Set(facts.counts.keys).subtracting([.ready]))
  }

  private var letterLegend: [Phrase] {
    let shown = facts.owners.indices.prefix(lineLimit == nil ? Self.alphabet.count : 26)
    var entries = shown.map { place in
      Phrase("\(letter(of: place))", .owner(place)) + Phrase(" " + name(of: place), .faint)
    }
    if facts.owners.count > shown.count {
      entries.append(Phrase("and \(facts.owners.count - shown.count) others", .faint))
    }
    return entries
  }
}

extension Gauge {
  /// `cpu ▃  31%`
  fileprivate func level(_ title: String) -> Phrase {
    let levels = Array("▁▂▃▄▅▆▇█")
    let level = levels[share(taken, of: levels.count - 1)]
    let number = "\(percent)%"
    let padding = String(repeating: " ", count: max(0, 4 - number.count))
    return Phrase("\(title) ", .faint) + Phrase("\(level)", tone) + Phrase(padding + number)
  }
}
