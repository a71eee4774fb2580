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
  }

  public enum Predicate: Sendable, Equatable {
    /// The target is there.
    case exists
    case compares(path: String, Comparison, wanted: String)
    case count(Comparison, Int)
    case prints(String)
    case matches(String)
  }

  public var scope: Scope
  public var target: CheckTarget
  public var predicate: Predicate
  /// As it was written.
  public var text: String
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

/// What a check looks at.
public enum CheckTarget: Sendable, Equatable {
  /// Objects: of a kind, by name or selector, in a namespace or in all.
  case objects(ObjectQuery)
  /// What a command prints in a container; the words after `exec`.
  case exec([String])
  /// What a container printed; the words after `logs`.
  case logs([String])
  /// Events by their fields, about an object.
  case events(EventQuery)
}

/// Which objects.
public struct ObjectQuery: Sendable, Equatable {
  /// As kubectl takes it: `pods`, `deploy`, `svc`.
  public var kindWord: String
  public var name: String?
  public var selector: String?
  public var namespace: String?
  public var allNamespaces = false
}

/// Which events.
public struct EventQuery: Sendable, Equatable {
  public var reason: String?
  public var type: String?
  /// What they are about; nil for anything.
  public var about: ObjectQuery?
}

/// Why a check cannot be read.
public struct CheckError: Error, Equatable, Sendable {
  public var message: String
}
