import Engine
import Objects

/// Chooses which lanes are drawn, and in what order; many pods of one workload become one lane.
struct TimelineLanes {
  var lanes: Lanes
  /// What is not drawn, in words.
  private(set) var leftOut: [String] = []

  private typealias Entry = (key: ObjectKey, record: LaneBook.Record)

  init(
    records: [ObjectKey: LaneBook.Record], subject: ObjectKey?, from: SimTime, to: SimTime,
    limit: Int?
  ) {
    lanes = Lanes(from: from, to: to, lanes: [])
    let drawn = records.filter { !$0.value.lane.stretches.isEmpty }
    let unsorted: [Entry] = drawn.map { ($0.key, $0.value) }
    let places = unsorted.enumerated().map { (Self.order($0.element), $0.offset) }
    var entries = places.sorted { $0 < $1 }.map { unsorted[$0.1] }
    if let subject {
      // What it is about comes first.
      let own = entries.filter { $0.key == subject }
      entries = own + entries.filter { $0.key != subject }
    } else {
      leaveOutIdleNodes(of: &entries)
    }
    guard let limit, entries.count > limit else {
      lanes.lanes = entries.map(\.record.lane)
      return
    }
    fold(entries, to: limit)
  }

  /// Nodes that have been well all the time are only named.
  private mutating func leaveOutIdleNodes(of entries: inout [Entry]) {
    func isIdle(_ entry: Entry) -> Bool {
      entry.key.kind == .node && !entry.record.isEventful
        && entry.record.lane.stretches.allSatisfy { $0.state == .ready }
    }
    let names = entries.filter(isIdle).map(\.key.name)
    if names.isEmpty { return }
    entries.removeAll(where: isIdle)
    leftOut.append(
      "all the time Ready: "
        + (names.count > 4 ? "\(names.count) nodes" : names.joined(separator: ", ")))
  }

  /// Nodes last, a workload before its pods; one text, as thousands of them are compared.
  private static func order(_ entry: Entry) -> String {
    let key = entry.key
    return [
      key.kind == .node ? "1" : "0", key.namespace, entry.record.group,
      key.kind == .pod ? "1" : "0", key.name,
    ].joined(separator: "\u{0}")
  }

  /// One lane for all pods of a workload, then only as many as there is room for.
  private mutating func fold(_ entries: [Entry], to limit: Int) {
    var groups: [(name: String, entries: [Entry])] = []
    for entry in entries {
      let name = entry.key.kind == .node ? "node" : "\(entry.key.namespace) \(entry.record.group)"
      if groups.last?.name == name {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((name, [entry]))
      }
    }
    let folded = groups.flatMap { group in
      let pods = group.entries.filter { $0.key.kind == .pod || $0.key.kind == .node }
      return pods.count < 3
        ? group.entries.map(\.record.lane) : [together(pods, group.entries)]
    }
    lanes.lanes = Array(folded.prefix(limit))
    if folded.count > limit {
      leftOut.append("and \(folded.count - limit) more: timeline --all, or one by its name")
    }
  }

  /// How many of them were ready.
  private func together(_ pods: [Entry], _ all: [Entry]) -> Lanes.Lane {
    let end = lanes.to
    var steps: [(time: SimTime, step: Int)] = []
    for stretch in pods.flatMap(\.record.lane.stretches) where stretch.state == .ready {
      steps.append((stretch.from, 1))
      // The end of the picture is no end.
      if stretch.to < end { steps.append((stretch.to, -1)) }
    }
    steps.sort { ($0.time, $0.step) < ($1.time, $1.step) }
    let begin = pods.flatMap(\.record.lane.stretches).map(\.from).min()
    var levels = begin.map { [Lanes.Level(time: $0, count: 0)] } ?? []
    var count = 0
    for (place, step) in steps.enumerated() {
      count += step.step
      let isLast = place + 1 == steps.count || steps[place + 1].time > step.time
      if isLast { levels.append(Lanes.Level(time: step.time, count: count)) }
    }
    let first = pods[0]
    let name = first.key.kind == .node ? "\(pods.count) nodes" : first.record.group
    var lane = Lanes.Lane(label: Phrase(name))
    lane.levels = levels
    lane.signs = all.filter { $0.key.kind != .pod && $0.key.kind != .node }
      .flatMap(\.record.lane.signs)
    return lane
  }

  // MARK: - Signs

  var legend: [Phrase] {
    let stretches = lanes.lanes.flatMap(\.stretches)
    var entries = LaneState.allCases.compactMap { state in
      stretches.contains { $0.state == state }
        ? Phrase(state.letter + state.letter, state.tone) + Phrase(" " + Self.word(state), .faint)
        : nil
    }
    if lanes.lanes.contains(where: { !$0.levels.isEmpty }) {
      entries.append(Phrase("▁▃▅█", .good) + Phrase(" how many are ready", .faint))
    }
    let signs = lanes.lanes.flatMap(\.signs)
    for (sign, word) in [
      (Character("↻"), "restarts"), ("┤", "gone"), ("✓", "done"), ("▲", "new version"),
    ] where signs.contains(where: { $0.sign == sign }) {
      entries.append(Phrase("\(sign) ") + Phrase(word, .faint))
    }
    if signs.contains(where: { $0.sign.isNumber }) {
      entries.append(Phrase("3 ") + Phrase("scaled to 3", .faint))
    }
    if !lanes.moments.isEmpty {
      entries.append(Phrase("│ ") + Phrase("command, + several", .faint))
    }
    return entries
  }

  private static func word(_ state: LaneState) -> String {
    switch state {
    case .waiting: "waiting for a node"
    case .starting: "starting"
    case .running: "not ready, or lacking pods"
    case .ready: "ready, complete"
    case .failing: "failing"
    case .ending: "ending"
    case .cordoned: "cordoned"
    }
  }
}
