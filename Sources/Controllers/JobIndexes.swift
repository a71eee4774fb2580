/// Some indexes of an Indexed Job: ranges in order that neither touch nor overlap.
struct JobIndexes: Equatable, Sendable {
  private(set) var ranges: [ClosedRange<Int>] = []

  init() {}

  /// The indexes below `bound` of a text such as `0,2-4`; what cannot be read is passed over.
  init(_ text: String?, below bound: Int) {
    for part in (text ?? "").split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
        first < bound
      else { continue }
      append(first...min(last, bound - 1))
    }
  }

  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  func contains(_ index: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }

  /// How many indexes are in both.
  func overlap(with other: JobIndexes) -> Int {
    var shared = 0
    var place = 0
    for range in ranges {
      while place < other.ranges.count, other.ranges[place].upperBound < range.lowerBound {
        place += 1
      }
      var here = place
      while here < other.ranges.count, other.ranges[here].lowerBound <= range.upperBound {
        shared += range.clamped(to: other.ranges[here]).count
        here += 1
      }
    }
    return shared
  }

  /// With the ranges of `other` put in.
  func union(_ other: JobIndexes) -> JobIndexes {
    var result = JobIndexes()
    let all = (ranges + other.ranges).sorted { $0.lowerBound < $1.lowerBound }
    for range in all { result.append(range) }
    return result
  }

  func union(_ indexes: [Int]) -> JobIndexes {
    var other = JobIndexes()
    for index in indexes.sorted() { other.append(index...index) }
    return union(other)
  }

  /// Up to `count` of the indexes below `bound` that are not in here, lowest first.
  func gaps(_ count: Int, below bound: Int) -> [Int] {
    var found: [Int] = []
    var next = 0
    for range in ranges {
      while next < range.lowerBound, found.count < count {
        found.append(next)
        next += 1
      }
      next = max(next, range.upperBound + 1)
    }
    while next < bound, found.count < count {
      found.append(next)
      next += 1
    }
    return found
  }

  /// `0,2-4`; two neighbours stand apart: `0,1`.
  var text: String {
    ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound),\(range.upperBound)"
      default: "\(range.lowerBound)-\(range.upperBound)"
      }
    }.joined(separator: ",")
  }

  /// Adds a range that begins no earlier than the last one.
  private mutating func append(_ range: ClosedRange<Int>) {
    guard let last = ranges.last, range.lowerBound <= last.upperBound + 1 else {
      ranges.append(range)
      return
    }
    ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
  }
}
