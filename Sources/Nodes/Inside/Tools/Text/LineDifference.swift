import Engine

/// How one list of lines becomes another: the fewest lines taken and added.
struct LineDifference {
  /// A line of the joined text: kept, taken from the first or added by the second.
  enum Mark: Character { case kept = " ", taken = "-", added = "+" }

  struct Line {
    var mark: Mark
    var bytes: Bytes
    /// How many lines of either text lie in front.
    var first: Int
    var second: Int
  }

  /// Longer texts are taken as wholly different in the middle.
  private static let mostCells = 4_000_000

  let lines: [Line]

  init(_ first: [Bytes], _ second: [Bytes]) {
    var start = 0
    while start < first.count, start < second.count, first[start] == second[start] { start += 1 }
    var end = 0
    while end < first.count - start, end < second.count - start,
      first[first.count - 1 - end] == second[second.count - 1 - end]
    { end += 1 }
    let a = Array(first[start..<(first.count - end)])
    let b = Array(second[start..<(second.count - end)])
    var marks: [Mark] = Array(repeating: .kept, count: start)
    marks += Self.middle(a, b)
    marks += Array(repeating: .kept, count: end)
    var (i, j) = (0, 0)
    var lines: [Line] = []
    for mark in marks {
      lines.append(
        Line(mark: mark, bytes: mark == .added ? second[j] : first[i], first: i, second: j))
      if mark != .added { i += 1 }
      if mark != .taken { j += 1 }
    }
    self.lines = lines
  }

  private static func middle(_ a: [Bytes], _ b: [Bytes]) -> [Mark] {
    let all =
      Array(repeating: Mark.taken, count: a.count) + Array(repeating: .added, count: b.count)
    guard !a.isEmpty, !b.isEmpty, a.count * b.count <= mostCells else { return all }
    let width = b.count + 1
    // Lengths of what the rests have in common.
    var common = Array(repeating: Int32(0), count: (a.count + 1) * width)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        common[i * width + j] =
          a[i] == b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : max(common[(i + 1) * width + j], common[i * width + j + 1])
      }
    }
    var marks: [Mark] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        marks.append(.kept)
        (i, j) = (i + 1, j + 1)
      } else if i < a.count,
        j == b.count || common[(i + 1) * width + j] >= common[i * width + j + 1]
      {
        marks.append(.taken)
        i += 1
      } else {
        marks.append(.added)
        j += 1
      }
    }
    return marks
  }

  /// Groups of changes with so many lines around them, as `diff -u` shows them.
  func unified(_ around: Int) -> Bytes {
    let changed = lines.indices.filter { lines[$0].mark != .kept }
    let reach = around.multipliedClamped(by: 2)
    var output: Bytes = []
    var place = 0
    while place < changed.count {
      var last = place
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= reach { last += 1 }
      let from = max(0, changed[place] - around)
      let to = min(lines.count - 1, changed[last].addingClamped(around))
      output += hunk(lines[from...to])
      place = last + 1
    }
    return output
  }

  private func hunk(_ lines: ArraySlice<Line>) -> Bytes {
    guard let begin = lines.first else { return [] }
    func range(_ start: Int, _ count: Int) -> String {
      count == 0 ? "\(start),0" : count == 1 ? "\(start + 1)" : "\(start + 1),\(count)"
    }
    let taken = lines.count { $0.mark != .added }
    let added = lines.count { $0.mark != .taken }
    var output = Bytes("@@ -\(range(begin.first, taken)) +\(range(begin.second, added)) @@\n".utf8)
    for line in lines { output += Bytes(String(line.mark.rawValue).utf8) + line.bytes + [.newline] }
    return output
  }
}
