import Engine

/// What an autoscaler remembers: what it recommended, and how it scaled.
struct ScalingHistory: Hashable, Sendable {
  struct Recommendation: Hashable, Sendable {
    var replicas: Int
    var time: SimTime
  }

  /// Pods added, or taken away.
  struct Step: Hashable, Sendable {
    var count: Int
    var time: SimTime
  }

  private(set) var recommendations: [Recommendation] = []
  private(set) var added: [Step] = []
  private(set) var removed: [Step] = []

  /// The longest window and period that a behavior can name.
  private static let memory = SimSpan.hours(1)

  /// The first recommendation is what there was.
  mutating func begin(with replicas: Int, at now: SimTime) {
    if recommendations.isEmpty { recommend(replicas, at: now) }
  }

  mutating func recommend(_ replicas: Int, at now: SimTime) {
    recommendations.append(Recommendation(replicas: replicas, time: now))
    recommendations.removeAll { $0.time < now - Self.memory }
  }

  mutating func scaled(from old: Int, to new: Int, at now: SimTime) {
    added.removeAll { $0.time < now - Self.memory }
    removed.removeAll { $0.time < now - Self.memory }
    if new > old {
      added.append(Step(count: new - old, time: now))
    } else {
      removed.append(Step(count: old - new, time: now))
    }
  }

  /// The least recommended within a window, `latest` included.
  func least(within window: SimSpan, at now: SimTime, latest: Int) -> Int {
    recommendations.filter { $0.time > now - window }.map(\.replicas).reduce(latest, min)
  }

  func most(within window: SimSpan, at now: SimTime, latest: Int) -> Int {
    recommendations.filter { $0.time > now - window }.map(\.replicas).reduce(latest, max)
  }

  /// How many there were when a period began, that ends now with `replicas`.
  func replicas(before period: SimSpan, at now: SimTime, now replicas: Int) -> Int {
    let start = now - period
    let more = added.filter { $0.time > start }.reduce(0) { $0 + $1.count }
    let less = removed.filter { $0.time > start }.reduce(0) { $0 + $1.count }
    return replicas - more + less
  }
}
