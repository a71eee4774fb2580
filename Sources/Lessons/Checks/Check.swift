/// One assertion about the cluster, as lessons and `expect` write it.
public struct Check: Sendable, Equatable {
  /// How many of the objects looked at must agree, and when.
  public enum Scope: String, CaseIterable, Sendable {
    /// Every one now, and there is at least one.
    case all
    /// At least one now.
    case any
    /// Not a single one now.
    case no
    /// At no moment since the step began.
    case never
    /// At every moment since the step began.
    case always
    /// At some moment since the step began.
    case once

    /// Whether it looks back instead of at the present.
    public var looksBack: Bool {
      switch self {
      case .all, .any, .no: false
      case .never, .always, .once: true
      }
    }
  }

  public enum Predicate: Sendable, Equatable {
    /// The target is there.
    case exists
    /// What the path finds compares as wanted; an answer has no path.
    case compares(path: String?, Comparison, CheckValue)
    /// There are so many targets, or so many values where a path is named.
    case count(path: String?, Comparison, CheckValue)
    /// This text is part of what is printed.
    case prints(CheckText)
    /// A regular expression is found in what is printed, answered, or stands at a path.
    case matches(path: String?, CheckText)
  }

  /// Nil where none is written: everything found must agree, and a list is compared with what
  /// all objects have together.
  public var scope: Scope?
  public var target: CheckTarget
  public var predicate: Predicate
  /// As it was written.
  public var text: String
  /// The line of the file it stands on; 0 for one that was typed.
  public var line = 0
}

/// How two values are compared: by value, not by spelling.
public enum Comparison: String, CaseIterable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A text of a check, in which `$NAME` stands for what was remembered.
public struct CheckText: Sendable, Equatable {
  public var text: String

  public init(_ text: String) {
    self.text = text
  }
}

/// What something is compared with.
public indirect enum CheckValue: Sendable, Equatable {
  case text(CheckText)
  /// What a probe finds now: `{pod/a .spec.nodeName}`.
  case found(Probe)
  case list([CheckValue], inOrder: Bool)
  /// The truth of the step's Predict part.
  case truth
}

/// Something that can be looked up.
public enum Probe: Sendable, Equatable {
  case path(CheckTarget, String)
  /// How many objects there are, or values at a path.
  case count(CheckTarget, path: String?)
  /// The distinct values a path has had since the step began, in order.
  case history(CheckTarget, String)
  /// The first line that a command or a container printed.
  case output(CheckTarget)

  public var target: CheckTarget {
    switch self {
    case .path(let target, _), .count(let target, _), .history(let target, _),
      .output(let target):
      target
    }
  }
}

/// Why a check cannot be read.
public struct CheckError: Error, Equatable, Sendable {
  public var message: String
}
