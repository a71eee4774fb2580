import Engine

/// Which column a moment has. Long times in which nothing happens are cut short, and say so.
struct TimeAxis {
  struct Piece {
    var from: SimTime
    var to: SimTime
    var start: Int
    var columns: Int
    var isCut: Bool
  }

  private(set) var pieces: [Piece] = []

  /// Columns of a time that is cut short.
  private static let cutColumns = 5
  /// Shorter times are never cut.
  private static let leastCut = SimSpan.minutes(1)

  /// `busy` are the moments at which something happened, in order.
  init(from: SimTime, to: SimTime, busy: [SimTime], columns: Int) {
    let total = max(1, (to - from).milliseconds)
    let limit = max(Self.leastCut.milliseconds, total / 8)
    var spans: [(from: SimTime, to: SimTime, isCut: Bool)] = []
    for (begin, end) in zip([from] + busy, busy + [to]) where end > begin {
      let isCut = columns >= 30 && (end - begin).milliseconds > limit
      if let last = spans.last, !last.isCut, !isCut {
        spans[spans.count - 1].to = end
      } else {
        spans.append((begin, end, isCut))
      }
    }
    let cuts = spans.count { $0.isCut }
    // Where nothing is left over nothing is gained by cutting.
    let rest = columns - cuts * Self.cutColumns
    let open = spans.filter { !$0.isCut }.reduce(0) { $0 + ($1.to - $1.from).milliseconds }
    guard open > 0, cuts > 0, rest >= columns / 3 else {
      pieces = [Piece(from: from, to: max(to, from), start: 0, columns: columns, isCut: false)]
      return
    }
    var start = 0
    var passed: Int64 = 0
    var used = 0
    for span in spans {
      var width = Self.cutColumns
      if !span.isCut {
        passed += (span.to - span.from).milliseconds
        let end = Int(Int64(rest) * passed / open)
        width = end - used
        used = end
      }
      pieces.append(
        Piece(from: span.from, to: span.to, start: start, columns: width, isCut: span.isCut))
      start += width
    }
  }

  /// From 0; the last column is that of the end.
  func column(of time: SimTime) -> Int {
    guard let piece = pieces.first(where: { time <= $0.to }) ?? pieces.last else { return 0 }
    let whole = max(1, (piece.to - piece.from).milliseconds)
    let part = min(max(0, (time - piece.from).milliseconds), whole)
    let last = piece.start + max(0, piece.columns - 1)
    return min(last, piece.start + Int(part * Int64(piece.columns) / whole))
  }
}
