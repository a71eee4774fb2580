/// How an answer went, as the review schedule knows it.
public enum Grade: Int, CaseIterable, Sendable {
  /// Failed, or the way had to be shown.
  case again = 1
  /// Right, but with help or with gaps.
  case hard = 2
  case good = 3
  /// Right, without help, and well under the time it should take.
  case easy = 4

  /// `again`, `hard`, …
  public var word: String { "\(self)" }

  public init?(word: String) {
    guard let grade = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = grade
  }
}
