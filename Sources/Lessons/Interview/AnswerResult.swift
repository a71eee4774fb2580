/// What an answer to an interview question was worth, part by part.
public struct AnswerResult: Sendable, Equatable {
  /// Points the learner gave for each line of the rubric, 0 to 2, in its order.
  public var marks: [Int] = []
  /// Checks of the proof that were met, of so many.
  public var checksMet = 0
  public var checks = 0
  /// What the other checks said.
  public var unmet: [String] = []
  /// Predictions that the world bore out, of so many.
  public var predictionsRight = 0
  public var predictions = 0
  /// Help taken with the proof.
  public var help = JournalEntry.Help.none
  /// How long it took by the clock on the wall.
  public var seconds = 0

  public init() {}

  public var points: Int { marks.reduce(0, +) + checksMet + predictionsRight }
  public var possible: Int { RubricLine.mostPoints * marks.count + checks + predictions }

  /// Between 0 and 1.
  public var share: Double { possible == 0 ? 0 : Double(points) / Double(possible) }

  /// What it means for the next review. A proof that failed or was shown is forgotten; help or
  /// gaps make it hard; all right and well under the par time is easy.
  public func grade(par minutes: Int) -> Grade {
    if help == .solution || help == .skipped || checksMet < checks || share < Self.failing {
      return .again
    }
    if help == .hint || share < Self.gaps { return .hard }
    return share == 1 && seconds * 2 <= minutes * 60 ? .easy : .good
  }

  private static let failing = 0.5
  private static let gaps = 0.75
}
