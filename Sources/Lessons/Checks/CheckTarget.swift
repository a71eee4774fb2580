/// What a check looks at.
public enum CheckTarget: Sendable, Equatable {
  /// Objects: of a kind, by name or selector, in a namespace or in all.
  case objects(ObjectQuery)
  /// What a command prints in a container; the words after `exec`.
  case exec([CheckText])
  /// What a container printed; the words after `logs`.
  case logs([CheckText])
  /// Events by their fields, about an object.
  case events(EventQuery)
  /// What the learner said with `answer`.
  case answer
  /// A document that whoever judges hands in: what `load` measured, how an incident stands.
  case report(ReportName)
}

/// Which objects.
public struct ObjectQuery: Sendable, Equatable {
  /// As kubectl takes it: `pods`, `deploy`, `svc`.
  public var kindWord: String
  public var name: CheckText?
  public var selector: CheckText?
  public var namespace: CheckText?
  public var allNamespaces = false
}

/// Which events.
public struct EventQuery: Sendable, Equatable {
  public var reason: CheckText?
  public var type: CheckText?
  /// What they are about; nil for anything.
  public var about: ObjectQuery?
  public var namespace: CheckText?
  public var allNamespaces = false
}

/// A named report: `load svc/web`, `incident`.
public struct ReportName: Sendable, Equatable {
  public enum Source: String, CaseIterable, Sendable {
    case load
    case incident

    /// Whether it is about something that has to be named.
    public var needsSubject: Bool {
      switch self {
      case .load: true
      case .incident: false
      }
    }
  }

  public var source: Source
  /// What it is about: `svc/web`.
  public var subject: CheckText?
  public var namespace: CheckText?
}
