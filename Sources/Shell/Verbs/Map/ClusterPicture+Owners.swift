import Objects

/// Pods by whom they belong to, and what is wrong with some.
extension ClusterPicture {
  // MARK: - Rows

  /// One row an owner; those with troubles first when not all have room.
  func ownerRows(limit: Int?, columns: Int, of places: [Int]? = nil) -> [CellRow] {
    let places = places ?? Array(facts.owners.indices)
    var shown = places
    if let limit, places.count > limit {
      let troubled = places.filter { !isWell($0) }
      let kept = Set((troubled + places.filter { isWell($0) }).prefix(limit))
      shown = places.filter { kept.contains($0) }
    }
    var rows = shown.map { row(ofOwner: $0, columns: columns) }
    let rest = places.filter { !shown.contains($0) }
    if !rest.isEmpty {
      let pods = rest.reduce(0) { $0 + facts.owners[$1].pods.count }
      rows.append(
        CellRow(
          label: Phrase("and \(rest.count) more", .faint), cells: [],
          note: Phrase("\(pods) pods" + (rest.allSatisfy(isWell) ? ", all well" : ""), .faint)))
    }
    return rows
  }

  private func isWell(_ owner: Int) -> Bool {
    facts.owners[owner].pods.allSatisfy {
      facts.pods[$0].state == .ready || facts.pods[$0].state == .done
    }
  }

  private func row(ofOwner place: Int, columns: Int) -> CellRow {
    let owner = facts.owners[place]
    let pods = owner.pods.map { facts.pods[$0] }
    let kind = owner.kind.isEmpty ? "" : owner.kind + "/"
    let label = Phrase(kind, .faint) + Phrase(owner.name, .owner(place))
    let places = Phrase(Self.places(of: pods), .faint)
    let ready = pods.count { $0.state == .ready }
    let goal = pods.count { $0.state != .done }
    var note = Phrase(goal == 0 ? "" : "\(ready)/\(goal) ready  ") + places
    let isElsewhere = owner.namespace != namespace && !owner.kind.isEmpty
    if isElsewhere, grouping != .namespace {
      note += Phrase(places.isEmpty ? "in " : ", in ", .faint) + Phrase(owner.namespace, .faint)
    }
    if pods.count <= columns {
      return CellRow(label: label, cells: pods.map(\.state.cell), note: note)
    }
    // Too many to draw each.
    var counts: [PodState: Int] = [:]
    for pod in pods { counts[pod.state, default: 0] += 1 }
    let signs = PodState.allCases.compactMap { state in
      counts[state].map { Phrase("\(state.sign)", state.tone) + Phrase("×\($0)") }
    }
    note = signs.joined(" ") + "  " + note
    return CellRow(label: label, cells: [], note: note)
  }

  /// `worker-1 ×2, worker-3`
  private static func places(of pods: [ClusterFacts.PodFact]) -> String {
    var counts: [String: Int] = [:]
    for pod in pods where !pod.node.isEmpty { counts[pod.node, default: 0] += 1 }
    let most = 4
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if sorted.count > most { return "on \(sorted.count) nodes" }
    return sorted.map { $0.value == 1 ? $0.key : "\($0.key) ×\($0.value)" }.joined(separator: ", ")
  }

  // MARK: - Groupings

  var ownerParts: [Picture.Part] {
    [.rows(ownerRows(limit: lineLimit.map { $0 - 12 }, columns: max(6, width - 50)))]
  }

  var namespaceParts: [Picture.Part] {
    var names: [String: [Int]] = [:]
    for (place, owner) in facts.owners.enumerated() {
      names[owner.namespace, default: []].append(place)
    }
    let groups = names.sorted { $0.key < $1.key }
    let lines = groups.reduce(0) { $0 + $1.value.count + 2 }
    let isTight = lineLimit.map { lines > $0 - 8 } ?? false
    guard isTight else {
      return [
        .boxes(
          groups.map { group in
            let count = group.value.reduce(0) { $0 + facts.owners[$1].pods.count }
            return Box(
              title: Phrase(group.key, .strong), note: "\(count) pod\(count == 1 ? "" : "s")",
              parts: [.rows(ownerRows(limit: nil, columns: max(6, width - 50), of: group.value))])
          }, least: width)
      ]
    }
    let most = lineLimit.map { $0 - 10 } ?? groups.count
    var rows = groups.prefix(most).map { group in
      let pods = group.value.flatMap { facts.owners[$0].pods }.map { facts.pods[$0] }
      let ready = pods.count { $0.state == .ready }
      let room = max(6, width - 50)
      return CellRow(
        label: Phrase(group.key, .strong), cells: pods.count <= room ? pods.map(\.state.cell) : [],
        note: Phrase("\(ready)/\(pods.count) ready, \(group.value.count) owners"))
    }
    if groups.count > most {
      rows.append(
        CellRow(label: Phrase("and \(groups.count - most) more", .faint), cells: []))
    }
    return [.rows(rows)]
  }

  // MARK: - Troubles

  private static let mostTroubles = 6

  var troubleParts: [Picture.Part] {
    var parts: [Picture.Part] = []
    for (state, title) in [(PodState.waiting, "On no node yet"), (.failing, "Failing")] {
      let all = facts.troubles.filter { $0.state == state }
      if all.isEmpty { continue }
      let shown = all.prefix(lineLimit == nil ? all.count : Self.mostTroubles)
      parts += [.gap, .heading(Phrase(title, .strong))]
      parts += shown.map { trouble in
        let first = facts.pods[trouble.pods[0]]
        let isOne = trouble.pods.count == 1
        let label = isOne ? podName(first) : "\(name(of: trouble.owner)) ×\(trouble.pods.count)"
        let place = Self.places(of: trouble.pods.map { facts.pods[$0] })
        let text = trouble.text + (place.isEmpty ? "" : ", \(place)")
        return .text(
          Phrase("  ") + Phrase("\(state.sign) ", state.tone) + Phrase(label) + "  "
            + Phrase(text, .faint), indentation: 6)
      }
      let rest = all.dropFirst(shown.count).reduce(0) { $0 + $1.pods.count }
      if rest > 0 { parts.append(.text(Phrase("  and \(rest) more", .faint))) }
    }
    if !facts.lostNodes.isEmpty {
      parts += [
        .gap,
        .text(
          Phrase(
            "Some pods are bound to nodes that are gone: " + facts.lostNodes.joined(separator: ", ")
          )),
      ]
    }
    return parts
  }

  private func podName(_ pod: ClusterFacts.PodFact) -> String {
    pod.key.namespace == namespace ? pod.key.name : pod.key.namespacedName
  }
}
