import Engine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How well one thing is remembered, by FSRS-6 with the default weights of py-fsrs 6.
///
/// After `stability` days the chance to recall it has fallen to nine in ten; that is when it is
/// due. `difficulty` says how little a success adds.
public struct Memory: Sendable, Equatable {
  /// In days, above 0.
  public private(set) var stability: Double
  /// Between 1 and 10.
  public private(set) var difficulty: Double
  public private(set) var reviewedAt: SimTime

  /// After the very first answer.
  public init(first grade: Grade, at time: SimTime) {
    stability = Weights.all[grade.rawValue - 1]
    difficulty = Self.clamped(Self.firstDifficulty(grade))
    reviewedAt = time
  }

  /// After one more answer. A clock that has run backwards counts as the same day.
  public mutating func review(_ grade: Grade, at time: SimTime) {
    let days = Self.wholeDays(from: reviewedAt, to: time)
    let chance = chanceOfRecall(afterDays: days)
    if days < 1 {
      stability = stabilityOnSameDay(grade)
    } else if grade == .again {
      stability = stabilityAfterLapse(chance)
    } else {
      stability = stabilityAfterRecall(grade, chance)
    }
    stability = max(stability, Self.leastStability)
    difficulty = difficulty(after: grade)
    // Never back: a later answer with the clock put right would count its days twice.
    reviewedAt = max(reviewedAt, time)
  }

  /// Days from an answer to the next review, at least one.
  public var interval: Int {
    let days = stability / Self.factor * (pow(Self.wantedChance, -1 / Weights.decay) - 1)
    return min(max(1, Int(days.rounded())), Self.longestInterval)
  }

  public var dueAt: SimTime { reviewedAt + .hours(24) * Int64(interval) }

  /// The chance, between 0 and 1, that it is remembered at this moment.
  public func chanceOfRecall(at time: SimTime) -> Double {
    chanceOfRecall(afterDays: Self.wholeDays(from: reviewedAt, to: time))
  }

  // MARK: - The formulas

  private static let wantedChance = 0.9
  private static let leastStability = 0.001
  /// A hundred years.
  private static let longestInterval = 36_500
  private static let factor = pow(wantedChance, -1 / Weights.decay) - 1

  private static func wholeDays(from earlier: SimTime, to later: SimTime) -> Double {
    Double(max(0, (later - earlier).seconds / 86_400))
  }

  private func chanceOfRecall(afterDays days: Double) -> Double {
    pow(1 + Self.factor * days / stability, -Weights.decay)
  }

  private static func firstDifficulty(_ grade: Grade) -> Double {
    Weights.all[4] - exp(Weights.all[5] * Double(grade.rawValue - 1)) + 1
  }

  private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

  private func difficulty(after grade: Grade) -> Double {
    let weights = Weights.all
    let moved = difficulty - weights[6] * Double(grade.rawValue - 3) * (10 - difficulty) / 9
    return Self.clamped(weights[7] * Self.firstDifficulty(.easy) + (1 - weights[7]) * moved)
  }

  private func stabilityAfterRecall(_ grade: Grade, _ chance: Double) -> Double {
    let weights = Weights.all
    let bonus = grade == .hard ? weights[15] : grade == .easy ? weights[16] : 1
    let gain =
      exp(weights[8]) * (11 - difficulty) * pow(stability, -weights[9])
      * (exp(weights[10] * (1 - chance)) - 1)
    return stability * (1 + gain * bonus)
  }

  private func stabilityAfterLapse(_ chance: Double) -> Double {
    let weights = Weights.all
    let remaining =
      weights[11] * pow(difficulty, -weights[12]) * (pow(stability + 1, weights[13]) - 1)
      * exp(weights[14] * (1 - chance))
    return min(remaining, stability / exp(weights[17] * weights[18]))
  }

  private func stabilityOnSameDay(_ grade: Grade) -> Double {
    let weights = Weights.all
    let change =
      exp(weights[17] * (Double(grade.rawValue) - 3 + weights[18]))
      * pow(stability, -weights[19])
    return stability * (grade.rawValue >= Grade.good.rawValue ? max(1, change) : change)
  }
}

/// The published defaults of py-fsrs 6, w0 to w20.
private enum Weights {
  static let all = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
  /// w20: how fast the chance of recall falls.
  static let decay = all[20]
}
