import Engine

/// What is remembered of which question, and when each should come again.
public struct ReviewSchedule: Sendable, Equatable {
  /// By the question's id.
  public private(set) var memories: [String: Memory] = [:]

  public init() {}

  public mutating func answered(_ question: String, _ grade: Grade, at time: SimTime) {
    if memories[question]?.review(grade, at: time) == nil {
      memories[question] = Memory(first: grade, at: time)
    }
  }

  /// Ids that are due now, the one in greatest danger of being forgotten first.
  public func due(at now: SimTime) -> [String] {
    memories.filter { $0.value.dueAt <= now }
      .map { (chance: $0.value.chanceOfRecall(at: now), id: $0.key) }
      .sorted { ($0.chance, $0.id) < ($1.chance, $1.id) }
      .map(\.id)
  }

  /// How ready somebody is for these questions, 0 to 1: the chance that a question drawn from them
  /// is remembered. One never answered counts as not known.
  public func readiness(for questions: [String], at now: SimTime) -> Double {
    guard !questions.isEmpty else { return 0 }
    let chances = questions.map { memories[$0]?.chanceOfRecall(at: now) ?? 0 }
    return chances.reduce(0, +) / Double(questions.count)
  }
}
