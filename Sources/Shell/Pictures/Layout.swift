/// Decides what of a picture stands where.
struct Layout {
  /// Columns there are.
  let width: Int

  func scene(of picture: Picture) -> Scene { scene(of: picture.parts) }

  func scene(of parts: [Picture.Part]) -> Scene {
    var scene = Scene(width: width)
    for part in parts { add(part, to: &scene) }
    return scene
  }

  private func add(_ part: Picture.Part, to scene: inout Scene) {
    switch part {
    case .heading(let phrase): scene.line(phrase)
    case .text(let phrase, let indentation):
      for line in phrase.wrapped(width, indentation: indentation) { scene.line(line) }
    case .gap: scene.gap()
    case .gauges(let gauges): add(gauges, to: &scene)
    case .rows(let rows): add(rows, to: &scene)
    case .table(let table): add(table, to: &scene)
    case .lanes(let lanes): add(lanes, to: &scene)
    case .boxes(let boxes, let least): add(boxes, least: least, to: &scene)
    case .legend(let entries): addLegend(entries, to: &scene)
    }
  }

  // MARK: - Boxes

  private func add(_ boxes: [Box], least: Int, to scene: inout Scene) {
    let gap = 2
    let perRow = max(1, min(boxes.count, (width + gap) / (least + gap)))
    let boxWidth = (width - (perRow - 1) * gap) / perRow
    for start in stride(from: 0, to: boxes.count, by: perRow) {
      let inner = boxes[start..<min(start + perRow, boxes.count)].map { box in
        (box: box, scene: Layout(width: max(1, boxWidth - 4)).scene(of: box.parts))
      }
      let height = inner.map(\.scene.height).max() ?? 0
      let top = scene.height
      for (place, item) in inner.enumerated() {
        let left = place * (boxWidth + gap)
        scene.put(
          .frame(width: boxWidth, height: height + 2, item.box.tone), column: left, row: top)
        scene.put(item.scene, column: left + 2, row: top + 1)
        addTitle(of: item.box, width: boxWidth, column: left, row: top, to: &scene)
      }
      // The lower edge.
      scene.put(.text(""), row: top + height + 1)
    }
  }

  private func addTitle(
    of box: Box, width: Int, column: Int, row: Int, to scene: inout Scene
  ) {
    let room = max(0, width - 6)
    let note = box.note.fitted(max(0, min(room / 2, room - 8)))
    let title = box.title.elided(room - (note.isEmpty ? 0 : note.columns + 3))
    if !title.isEmpty { scene.put(.title(" " + title + " "), column: column + 2, row: row) }
    if !note.isEmpty {
      scene.put(
        .title(" " + note + " "), column: column + width - note.columns - 4, row: row)
    }
  }

  // MARK: - Gauges

  /// A bar narrower than this says nothing.
  private static let leastBar = 4
  private static let mostBar = 40

  private func add(_ gauges: [Gauge], to scene: inout Scene) {
    func widest(_ text: (Gauge) -> String) -> Int {
      gauges.map { Phrase(text($0)).columns }.max() ?? 0
    }
    let names = min(widest(\.name), max(6, width / 3))
    let amounts = widest(\.amount)
    var rest = width - names - 2 - amounts
    /// What is good to know has room when a bar of some length is left.
    func room(for columns: Int) -> Bool {
      guard columns > 0, rest - columns - 2 >= 10 else { return false }
      rest -= columns + 2
      return true
    }
    let showsTrend = room(for: widest(\.trend))
    let uses = widest(\.use)
    let showsUse = room(for: uses)
    let bar = min(Self.mostBar, rest)
    for gauge in gauges {
      let row = scene.height
      scene.put(.text(Phrase(gauge.name).elided(names)), row: row)
      var column = names + 1
      if bar >= Self.leastBar {
        scene.put(.gauge(width: bar, gauge), column: column, row: row)
        column += bar + 1
      }
      let amount = Phrase(gauge.amount)
      scene.put(.text(amount.fitted(max(0, width - column))), column: column, row: row)
      column += amounts + 2
      if showsUse {
        scene.put(.text(Phrase(gauge.use, .faint)), column: column, row: row)
        column += uses + 2
      }
      if showsTrend { scene.put(.text(Phrase(gauge.trend, gauge.tone)), column: column, row: row) }
    }
  }
}
