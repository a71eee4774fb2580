import Engine
import Nodes
import Objects
import Simulation
import Store

/// Draws what nodes and pods use.
struct TopPicture {
  let timeline: Timeline
  /// Pods of this namespace only; nil for all.
  var namespace: String?
  /// Its pods need no namespace in front.
  var ownNamespace = "default"
  /// No more nodes, and no more pods, are shown; nil shows all.
  var limit: Int? = 10

  private struct NodeRow {
    var fact: ClusterFacts.NodeFact
    var usage: ResourceUsage
  }

  private struct PodRow {
    var pod: Pod
    var usage: ResourceUsage
  }

  var picture: Picture {
    var trend = UsageTrend(of: timeline)
    let facts = ClusterFacts(
      of: timeline.present.state, joinsSystem: true, shows: { _ in false })
    let nodes = facts.nodes.compactMap { fact in
      trend.now[fact.name].map { NodeRow(fact: fact, usage: $0.node) }
    }
    guard !nodes.isEmpty, let newest = trend.newest else {
      return Picture(
        title: "What nodes use", parts: [.text("Nothing has been measured yet: advance 30s")])
    }
    let shown = fullest(nodes)
    let pods = hungriest(in: trend)
    trend.lookBack(
      at: Set(shown.map(\.fact.name) + pods.map(\.pod.spec.nodeName)), in: timeline)
    let silent = facts.nodes.count - nodes.count
    var parts: [Picture.Part] = [
      .text(
        Phrase("Measured at \(newest.clockText)", .strong)
          + Phrase(silent == 0 ? "" : "  (without \(silent) of the nodes)", .warning)
          + Phrase("  " + Self.extent(of: trend), .faint)),
      .gap, .heading(Phrase("cpu", .strong)), .gauges(shown.map { cpu($0, trend) }),
      .gap, .heading(Phrase("memory", .strong)), .gauges(shown.map { memory($0, trend) }),
    ]
    let rest = nodes.count - shown.count
    if rest > 0 {
      parts.append(.text(Phrase("and \(rest) nodes that use less of what they have", .faint)))
    }
    parts += [.gap] + list(pods, trend)
    parts += [.gap, .legend([Phrase("▀ reserved ▄ used █ both", .faint)])]
    return Picture(title: "What nodes and pods use", parts: parts)
  }

  private static func extent(of trend: UsageTrend) -> String {
    trend.samples < 2
      ? "one sample: nothing to compare it with yet"
      : "\(trend.samples) samples of the last 5 minutes, 15s each"
  }

  // MARK: - Nodes

  /// All, or those that use most of their cpu or of their memory, in the order of their names.
  private func fullest(_ rows: [NodeRow]) -> [NodeRow] {
    guard let limit, rows.count > limit else { return rows }
    let shares = rows.map { row in
      max(
        share(row.usage.cpuMillis, row.fact, \.cpuMillis),
        share(row.usage.memoryBytes, row.fact, \.memoryBytes))
    }
    let places = rows.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(limit)
    return places.sorted().map { rows[$0] }
  }

  private func share(
    _ used: Int, _ fact: ClusterFacts.NodeFact, _ amount: (ResourceList) -> Int
  ) -> Double {
    Double(used) / Double(max(1, amount(fact.node.status.allocatable)))
  }

  private func cpu(_ row: NodeRow, _ trend: UsageTrend) -> Gauge {
    gauge(
      row, used: row.usage.cpuMillis, taken: row.fact.cpuMillis,
      whole: row.fact.node.status.allocatable.cpuMillis, Amounts.cores,
      trend.text(ofNode: row.fact.name) { $0.cpuNanos })
  }

  private func memory(_ row: NodeRow, _ trend: UsageTrend) -> Gauge {
    gauge(
      row, used: row.usage.memoryBytes, taken: row.fact.memoryBytes,
      whole: row.fact.node.status.allocatable.memoryBytes, Amounts.bytes,
      trend.text(ofNode: row.fact.name) { $0.memoryBytes })
  }

  private func gauge(
    _ row: NodeRow, used: Int, taken: Int, whole: Int, _ text: (Int) -> String, _ trend: String
  ) -> Gauge {
    let amount = "\(text(used)) of \(text(whole))"
    var gauge = Gauge(
      name: row.fact.name, taken: taken, used: used, whole: whole, amount: amount,
      use: "\(text(taken)) reserved", trend: trend)
    gauge.told =
      "uses \(amount), \(Self.percent(used, of: whole)); "
      + "\(text(taken)) reserved, \(Self.percent(taken, of: whole))"
    gauge.amount += "  " + Self.percent(used, of: whole)
    return gauge
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\(part.percent(of: whole))%"
  }

  // MARK: - Pods

  /// Those that use most cpu, of equals those that use most memory.
  private func hungriest(in trend: UsageTrend) -> [PodRow] {
    var used: [(key: ObjectKey, usage: ResourceUsage)] = []
    for sample in trend.now.values {
      for (key, usage) in sample.pods where namespace.map({ $0 == key.namespace }) ?? true {
        used.append((key, usage))
      }
    }
    used.sort { left, right in
      (right.usage.cpuNanos, right.usage.memoryBytes, left.key)
        < (left.usage.cpuNanos, left.usage.memoryBytes, right.key)
    }
    let shown = used.prefix(limit ?? used.count)
    return shown.compactMap { entry in
      timeline.present.state.pod(entry.key).map { PodRow(pod: $0, usage: entry.usage) }
    }
  }

  private func list(_ rows: [PodRow], _ trend: UsageTrend) -> [Picture.Part] {
    if rows.isEmpty { return [.text("No pod of these has been measured yet.")] }
    let cells = rows.map { row in
      let reserved = row.pod.reserved
      let isOwn = row.pod.metadata.namespace == ownNamespace
      return [
        Phrase(isOwn ? row.pod.metadata.name : row.pod.key.namespacedName),
        Phrase(Amounts.cores(row.usage.cpuMillis))
          + Self.part(row.usage.cpuMillis, of: reserved.cpuMillis),
        Phrase(Amounts.bytes(row.usage.memoryBytes))
          + Self.part(row.usage.memoryBytes, of: reserved.memoryBytes),
        Phrase(row.pod.spec.nodeName, .faint),
        Phrase(trend.text(ofPod: row.pod.key) { $0.cpuNanos }, .good),
      ]
    }
    return [
      .heading(Phrase("Pods that use most", .strong)),
      .table(
        PictureTable(
          header: ["POD", "CPU (of request)", "MEMORY", "NODE", "LAST 5M"], rows: cells)),
    ]
  }

  /// ` (40%)` of what was asked for.
  private static func part(_ used: Int, of reserved: Int) -> Phrase {
    guard reserved > 0 else { return "" }
    return Phrase(" (\(percent(used, of: reserved)))", used > reserved ? .warning : .faint)
  }
}
