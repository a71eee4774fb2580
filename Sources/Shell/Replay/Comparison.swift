/// A recorded session beside its replay: what differs once everything volatile is taken out.
public struct Comparison {
  private let pairs: [(recorded: Recording.Step, replayed: Recording.Step)]

  /// Both must hold the same commands, as a replay and its recording do.
  public init(recorded: Recording, replayed: Recording) {
    pairs = Array(zip(recorded.steps, replayed.steps)).filter { $0.0.sign == "$" }
      .map { (recorded: $0.0, replayed: $0.1) }
  }

  /// How many commands agree, and of how many.
  public var score: (agreeing: Int, all: Int) {
    (pairs.count { Self.agree($0.recorded, $0.replayed) }, pairs.count)
  }

  /// The commands whose output differs, each with its differences; empty when all agree.
  public var report: String {
    var lines: [String] = []
    for pair in pairs where !Self.agree(pair.recorded, pair.replayed) {
      lines.append("\(pair.recorded.sign) \(pair.recorded.command)")
      let wanted = Volatile.normalised(pair.recorded.output, of: pair.recorded.command)
      let found = Volatile.normalised(pair.replayed.output, of: pair.replayed.command)
      lines += LineDifference.lines(from: wanted, to: found)
    }
    return Lines.text(lines)
  }

  static func agree(_ recorded: Recording.Step, _ replayed: Recording.Step) -> Bool {
    let wanted = Volatile.normalised(recorded.output, of: recorded.command)
    let found = Volatile.normalised(replayed.output, of: replayed.command)
    if wanted == found { return true }
    return Volatile.orderIsChance(wanted, of: recorded.command) && wanted.sorted() == found.sorted()
  }
}

/// What has to go from one text and to come in to make another.
enum LineDifference {
  /// `-` before lines that were expected, `+` before those that came instead, a space before
  /// those that agree.
  static func lines(from old: [String], to new: [String]) -> [String] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [String] = []
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        result.append("- " + old[left])
        left += 1
      } else if right < new.count, inserted.contains(right) {
        result.append("+ " + new[right])
        right += 1
      } else {
        if left < old.count { result.append("  " + old[left]) }
        left += 1
        right += 1
      }
    }
    return result
  }
}
