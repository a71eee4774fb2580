import Engine
import Objects
import Store

/// Everything a check may look at: the cluster as it is, as it was, and what commands printed.
public struct Evidence: Sendable {
  /// What one command printed, and how it ended.
  public struct Output: Sendable, Equatable {
    public var text: String
    public var status: Int32

    public init(text: String, status: Int32) {
      self.text = text
      self.status = status
    }
  }

  public var state: ClusterState
  public var now: SimTime
  /// The namespace meant when a check names none.
  public var namespace: String
  /// The cluster when the step began.
  public var beginning: ClusterState
  /// Every change since the step began, oldest first.
  public var changes: [Change]
  /// What was remembered at the beginning, by name.
  public var remembered: [(name: String, value: String)]
  /// What the commands of `exec` and `logs` targets printed, by the target.
  public var outputs: [(target: CheckTarget, output: Output)]

  public init(
    state: ClusterState, now: SimTime, namespace: String = "default",
    beginning: ClusterState? = nil, changes: [Change] = [],
    remembered: [(name: String, value: String)] = [],
    outputs: [(target: CheckTarget, output: Output)] = []
  ) {
    self.state = state
    self.now = now
    self.namespace = namespace
    self.beginning = beginning ?? state
    self.changes = changes
    self.remembered = remembered
    self.outputs = outputs
  }
}

/// Whether a check holds, and what it saw.
public struct Verdict: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    case met
    /// What it looks at is not there yet.
    case notStarted
    case wrong
  }

  public var outcome: Outcome
  /// `pod/web .status.phase is Pending, wanted Running`; empty when met.
  public var explanation: String

  public var isMet: Bool { outcome == .met }

  public static let met = Verdict(outcome: .met, explanation: "")
}

extension Check {
  /// The command whose output the check needs, if it needs one.
  public var neededCommand: CheckTarget? {
    switch target {
    case .exec, .logs: target
    case .objects, .events: nil
    }
  }
}
