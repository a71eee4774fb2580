import Engine

/// Complaints and since when they are made: many things may be wrong for a while.
struct Grievances: Sendable {
  private var since: [String: SimTime] = [:]
  /// What has been told: not again until it has been well in between.
  private var told: Set<String> = []

  /// Those of `complaints` that have been made for longer than their patience, in order.
  mutating func overdue(_ complaints: [Census.Complaint], at now: SimTime) -> [String] {
    var current: [String: SimTime] = [:]
    var found: Set<String> = []
    for complaint in complaints {
      let first = since[complaint.text] ?? now
      current[complaint.text] = first
      if now - first >= complaint.patience { found.insert(complaint.text) }
    }
    since = current
    defer { told = found }
    return found.subtracting(told).sorted()
  }

  /// Begins to wait anew: somebody who would have seen to it was not at work.
  mutating func forgive() { since = [:] }
}
