import Objects

/// Whether a check holds, and what it saw.
public struct Verdict: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    case met
    /// What it looks at is not there yet.
    case notStarted
    /// It is there, but not as wanted.
    case wrong
    /// Something has happened that must not have: only undo makes it good.
    case missed
  }

  public var outcome: Outcome
  /// `deployment/web has 2 available pods, 3 wanted`; empty when met.
  public var explanation: String
  /// The object that is not as wanted, whose state has a cause.
  public var culprit: ObjectKey?

  public init(outcome: Outcome, explanation: String, culprit: ObjectKey? = nil) {
    self.outcome = outcome
    self.explanation = explanation
    self.culprit = culprit
  }

  public var isMet: Bool { outcome == .met }

  /// `not yet: deployment/web has 2 available pods, 3 wanted`; empty when met.
  public var text: String {
    switch outcome {
    case .met: ""
    case .notStarted: "not started: " + explanation
    case .wrong: "not yet: " + explanation
    case .missed: "missed: " + explanation
    }
  }

  public static let met = Verdict(outcome: .met, explanation: "")
}
