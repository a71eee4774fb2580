/// Whether a namespace is alive.
public enum NamespacePhase: String, APIWord {
  case active = "Active"
  case terminating = "Terminating"
  public static let standIn = NamespacePhase.active
}

/// A room for names.
public struct Namespace: StatusBearing {
  public static let kind = Kind.namespace

  public var metadata = ObjectMeta()
  public var spec = NamespaceSpec()
  public var status = NamespaceStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Namespace> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Who must finish before the namespace goes.
public struct NamespaceSpec: APIType {
  public var finalizers: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NamespaceSpec> {
    $0.unlessEmpty("finalizers", \.finalizers)
  }
}

/// Where a namespace is in its life.
public struct NamespaceStatus: APIType {
  public var conditions: [Condition] = []
  public var phase: NamespacePhase?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NamespaceStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.optional("phase", \.phase)
  }
}
