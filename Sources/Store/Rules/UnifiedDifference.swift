/// Two texts compared line by line, written as `diff -u` writes it, with three lines around each
/// change.
struct UnifiedDifference {
  private let old: [String]
  private let new: [String]
  private var places: [String: [Int]] = [:]

  private struct Match {
    var old: Int
    var new: Int
    var count: Int
  }

  /// A run of equal or of changed lines.
  private struct Piece {
    var isEqual: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  private static let context = 3

  init(from old: InnerForm.Node, to new: InnerForm.Node) { self.init(old.lines, new.lines) }

  init(_ old: [String], _ new: [String]) {
    self.old = old
    self.new = new
    for (place, line) in new.enumerated() { places[line, default: []].append(place) }
    // Lines that come very often say nothing of where one is.
    if new.count >= 200 {
      for (line, all) in places where all.count > new.count / 100 + 1 { places[line] = nil }
    }
  }

  /// Every line with its end.
  var text: String { groups.map(write).joined() }

  // MARK: - What is the same

  private func longest(_ olds: Range<Int>, _ news: Range<Int>) -> Match {
    var best = Match(old: olds.lowerBound, new: news.lowerBound, count: 0)
    var lengths: [Int: Int] = [:]
    for place in olds {
      var next: [Int: Int] = [:]
      for other in places[old[place]] ?? [] where news.contains(other) {
        let count = (lengths[other - 1] ?? 0) + 1
        next[other] = count
        if count > best.count {
          best = Match(old: place - count + 1, new: other - count + 1, count: count)
        }
      }
      lengths = next
    }
    while best.old > olds.lowerBound, best.new > news.lowerBound,
      old[best.old - 1] == new[best.new - 1]
    {
      best = Match(old: best.old - 1, new: best.new - 1, count: best.count + 1)
    }
    while best.old + best.count < olds.upperBound, best.new + best.count < news.upperBound,
      old[best.old + best.count] == new[best.new + best.count]
    {
      best.count += 1
    }
    return best
  }

  private func matches(_ olds: Range<Int>, _ news: Range<Int>) -> [Match] {
    let match = longest(olds, news)
    guard match.count > 0 else { return [] }
    return matches(olds.lowerBound..<match.old, news.lowerBound..<match.new) + [match]
      + matches(
        match.old + match.count..<olds.upperBound, match.new + match.count..<news.upperBound)
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var (atOld, atNew) = (0, 0)
    let end = Match(old: old.count, new: new.count, count: 0)
    for match in matches(0..<old.count, 0..<new.count) + [end] {
      if atOld < match.old || atNew < match.new {
        pieces.append(Piece(isEqual: false, old: atOld..<match.old, new: atNew..<match.new))
      }
      (atOld, atNew) = (match.old + match.count, match.new + match.count)
      guard match.count > 0 else { continue }
      if let last = pieces.last, last.isEqual {
        pieces[pieces.count - 1].old = last.old.lowerBound..<atOld
        pieces[pieces.count - 1].new = last.new.lowerBound..<atNew
      } else {
        pieces.append(Piece(isEqual: true, old: match.old..<atOld, new: match.new..<atNew))
      }
    }
    return pieces
  }

  // MARK: - What is shown

  /// Changes with the lines around them; those near to each other stand together.
  private var groups: [[Piece]] {
    var groups: [[Piece]] = [[]]
    let all = pieces
    for (place, piece) in all.enumerated() {
      guard piece.isEqual else {
        groups[groups.count - 1].append(piece)
        continue
      }
      let head = min(Self.context, piece.old.count)
      let isFirst = place == 0
      let isLast = place == all.count - 1
      if !isFirst, !isLast, piece.old.count <= 2 * Self.context {
        groups[groups.count - 1].append(piece)
        continue
      }
      if !isFirst {
        groups[groups.count - 1].append(
          Piece(
            isEqual: true, old: piece.old.lowerBound..<piece.old.lowerBound + head,
            new: piece.new.lowerBound..<piece.new.lowerBound + head))
      }
      guard !isLast else { continue }
      if !isFirst { groups.append([]) }
      groups[groups.count - 1].append(
        Piece(
          isEqual: true, old: piece.old.upperBound - head..<piece.old.upperBound,
          new: piece.new.upperBound - head..<piece.new.upperBound))
    }
    return groups.filter { group in group.contains { !$0.isEqual } }
  }

  private func write(_ group: [Piece]) -> String {
    guard let first = group.first, let last = group.last else { return "" }
    let olds = first.old.lowerBound..<last.old.upperBound
    let news = first.new.lowerBound..<last.new.upperBound
    var text = "@@ -\(Self.span(olds)) +\(Self.span(news)) @@\n"
    for piece in group {
      if piece.isEqual {
        for line in old[piece.old] { text += " \(line)\n" }
      } else {
        for line in old[piece.old] { text += "-\(line)\n" }
        for line in new[piece.new] { text += "+\(line)\n" }
      }
    }
    return text
  }

  private static func span(_ lines: Range<Int>) -> String {
    if lines.count == 1 { return "\(lines.lowerBound + 1)" }
    return "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }
}
