import Engine

extension Layout {
  func add(_ lanes: Lanes, to scene: inout Scene) {
    let longest = (lanes.lanes.map(\.label) + [lanes.momentsLabel]).map(\.columns).max() ?? 0
    let labels = min(longest, max(6, width * 2 / 5))
    let left = labels + 2
    let columns = max(1, width - left)
    let axis = TimeAxis(from: lanes.from, to: lanes.to, busy: lanes.busyTimes, columns: columns)
    addTimes(of: axis, from: left, columns: columns, to: &scene)
    for lane in lanes.lanes {
      let row = scene.height
      scene.put(.text(lane.label.elided(labels)), row: row)
      for stretch in lane.stretches where stretch.state != .failing {
        draw(stretch, axis, left, row, until: lanes.to, to: &scene)
      }
      // However short a failure was, it is to be seen.
      for stretch in lane.stretches where stretch.state == .failing {
        draw(stretch, axis, left, row, until: lanes.to, to: &scene)
      }
      draw(lane.levels, axis, left, row, until: lanes.to, to: &scene)
      for sign in lane.signs { draw(sign, axis, left, row, to: &scene) }
    }
    if lanes.moments.isEmpty { return }
    let row = scene.height
    scene.put(.text(lanes.momentsLabel.fitted(labels)), row: row)
    var taken: Set<Int> = []
    for moment in lanes.moments {
      let isFirst = taken.insert(axis.column(of: moment.time)).inserted
      var shown = moment
      if !isFirst { shown.sign = "+" }
      draw(shown, axis, left, row, to: &scene)
    }
  }

  private func draw(
    _ stretch: Lanes.Stretch, _ axis: TimeAxis, _ left: Int, _ row: Int, until end: SimTime,
    to scene: inout Scene
  ) {
    let start = axis.column(of: stretch.from)
    // What goes on reaches to the edge.
    let next = axis.column(of: stretch.to) + (stretch.to >= end ? 1 : 0)
    scene.put(
      .stretch(width: max(1, next - start), stretch.state), column: left + start, row: row)
  }

  /// A bar a column, as high as the lowest number in it.
  private func draw(
    _ levels: [Lanes.Level], _ axis: TimeAxis, _ left: Int, _ row: Int, until end: SimTime,
    to scene: inout Scene
  ) {
    guard let most = levels.map(\.count).max() else { return }
    let bars = Array("▁▂▃▄▅▆▇█")
    var lowest: [Int: Int] = [:]
    for (place, level) in levels.enumerated() {
      let isLast = place + 1 == levels.count
      let first = axis.column(of: level.time)
      let next = axis.column(of: isLast ? end : levels[place + 1].time) + (isLast ? 1 : 0)
      for column in first..<max(first + 1, next) {
        lowest[column] = min(lowest[column] ?? .max, level.count)
      }
    }
    for (column, count) in lowest.sorted(by: { $0.key < $1.key }) {
      let isFull = count == most
      let bar = count == 0 ? "·" : isFull ? "█" : bars[min(6, count * 7 / max(1, most))]
      let cell = Cell(sign: bar, tone: isFull ? .good : .warning, word: "\(count)")
      scene.put(.cell(cell), column: left + column, row: row)
    }
  }

  private func draw(
    _ sign: LaneSign, _ axis: TimeAxis, _ left: Int, _ row: Int, to scene: inout Scene
  ) {
    let cell = Cell(sign: sign.sign, tone: sign.tone, word: sign.word)
    scene.put(.cell(cell), column: left + axis.column(of: sign.time), row: row)
  }

  /// The clock where a piece begins, as often as there is room, and `+5m` where time is cut short.
  private func addTimes(
    of axis: TimeAxis, from left: Int, columns: Int, to scene: inout Scene
  ) {
    let row = scene.height
    let label = 8
    var free = 0
    for piece in axis.pieces {
      if piece.isCut {
        if piece.start >= free {
          let span = (piece.to - piece.from).roughText
          scene.put(.text(Phrase("+" + span, .strong)), column: left + piece.start, row: row)
          free = piece.start + span.count + 2
        }
        continue
      }
      let ticks = max(1, piece.columns / (label + 8))
      for tick in 0..<ticks {
        let column = piece.start + piece.columns * tick / ticks
        guard column >= free, column + label <= columns else { continue }
        let span = (piece.to - piece.from).milliseconds * Int64(tick) / Int64(ticks)
        let time = piece.from + .milliseconds(span)
        scene.put(.text(Phrase(time.clockText, .faint)), column: left + column, row: row)
        free = column + label + 1
      }
    }
    if scene.height == row { scene.gap() }
  }
}

extension SimSpan {
  /// In one unit: `5m`, `3h`, `2d`.
  fileprivate var roughText: String {
    if seconds < 60 { return "\(seconds)s" }
    if seconds < 5400 { return "\((seconds + 30) / 60)m" }
    return seconds < 172_800 ? "\((seconds + 1800) / 3600)h" : "\(seconds / 86_400)d"
  }
}
