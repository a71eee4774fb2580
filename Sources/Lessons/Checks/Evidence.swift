import Engine
import Objects
import Store

/// Everything a check may look at: the cluster as it is, as it was, and what commands printed.
public struct Evidence: Sendable {
  /// What one command printed, and how it ended.
  public struct Output: Sendable, Equatable {
    public var text: String
    /// What it said on standard error.
    public var complaint: String
    public var status: Int32

    public init(text: String, complaint: String = "", status: Int32) {
      self.text = text
      self.complaint = complaint
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
  /// What was remembered at the beginning.
  public var remembered: [RememberedValue]
  /// What the commands of `exec` and `logs` targets printed, by the target.
  public var outputs: [(target: CheckTarget, output: Output)] = []
  /// What has been measured, by its name.
  public var reports: [(name: ReportName, document: APIValue)] = []
  /// What the learner said with `answer` in this step.
  public var answer: String?
  /// What the cluster says to the question of the step; empty while it says nothing.
  public var truth: [String] = []

  public init(
    state: ClusterState, now: SimTime, namespace: String = "default",
    beginning: ClusterState? = nil, changes: [Change] = [], remembered: [RememberedValue] = []
  ) {
    self.state = state
    self.now = now
    self.namespace = namespace
    self.beginning = beginning ?? state
    self.changes = changes
    self.remembered = remembered
  }
}

/// What a `let` line found when the step began.
public struct RememberedValue: Sendable, Equatable {
  public var name: String
  /// Empty when there was nothing to find.
  public var values: [String]

  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}
