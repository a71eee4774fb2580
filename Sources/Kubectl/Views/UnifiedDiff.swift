/// The lines in which two texts differ, in the form of `diff -u -N`.
struct UnifiedDiff {
  private enum Line: Equatable {
    case same(String)
    case removed(String)
    case added(String)

    var text: String {
      switch self {
      case .same(let line): " " + line
      case .removed(let line): "-" + line
      case .added(let line): "+" + line
      }
    }

    var isSame: Bool {
      if case .same = self { true } else { false }
    }
  }

  /// Lines shown around a change.
  private static let margin = 3

  private let lines: [Line]

  init(before: String, after: String) {
    lines = Self.lines(Self.split(before), Self.split(after))
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast(text.hasSuffix("\n") || text.isEmpty ? 1 : 0)
  }

  private static func lines(_ old: [String], _ new: [String]) -> [Line] {
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(Self.offset))
    let added = Set(difference.insertions.map(Self.offset))
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.same(old[left]))
        left += 1
        right += 1
      }
    }
    return lines
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// Empty when nothing differs; the names are those of the two sides.
  func text(before: String, after: String) -> String {
    let hunks = hunks
    if hunks.isEmpty { return "" }
    return "diff -u -N \(before) \(after)\n--- \(before)\n+++ \(after)\n"
      + hunks.map(text).joined()
  }

  /// Places of lines that belong together: changes and what stands close to them.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for place in lines.indices where !lines[place].isSame {
      let start = max(0, place - Self.margin)
      let end = min(lines.count, place + Self.margin + 1)
      if let last = hunks.last, last.upperBound >= start {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func text(_ hunk: Range<Int>) -> String {
    let old = span(hunk) { if case .added = $0 { false } else { true } }
    let new = span(hunk) { if case .removed = $0 { false } else { true } }
    return "@@ -\(old) +\(new) @@\n" + lines[hunk].map { $0.text + "\n" }.joined()
  }

  /// Where a hunk begins on one side, and how many lines it has there.
  private func span(_ hunk: Range<Int>, _ counts: (Line) -> Bool) -> String {
    let before = lines[..<hunk.lowerBound].count(where: counts)
    let inside = lines[hunk].count(where: counts)
    let start = inside == 0 ? before : before + 1
    return inside == 1 ? "\(start)" : "\(start),\(inside)"
  }
}
