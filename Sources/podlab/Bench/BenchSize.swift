import ArgumentParser

/// How large a scene is played.
enum BenchSize: String, CaseIterable, ExpressibleByArgument {
  /// So small that it tells only whether all works.
  case tiny
  case small
  case middle
  case large

  /// What is played when nobody chooses: enough to see how cost grows.
  static let usual: [BenchSize] = [.small, .middle, .large]
}

/// How many items each size of a scene has.
struct BenchSizes {
  private let counts: [Int]

  init(tiny: Int, _ small: Int, _ middle: Int, _ large: Int) {
    counts = [tiny, small, middle, large]
  }

  subscript(size: BenchSize) -> Int {
    switch size {
    case .tiny: counts[0]
    case .small: counts[1]
    case .middle: counts[2]
    case .large: counts[3]
    }
  }

  /// Pods of the clusters that several scenes share.
  static let pods = BenchSizes(tiny: 60, 1_000, 12_000, 150_000)
  /// Nodes for those who look at the scheduler alone.
  static let nodes = BenchSizes(tiny: 10, 100, 1_000, 5_000)
}
