/// How much a namespace may use in all.
public struct ResourceQuota: StatusBearing {
  public static let kind = Kind.resourceQuota

  public var metadata = ObjectMeta()
  public var spec = ResourceQuotaSpec()
  public var status = ResourceQuotaStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceQuota> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// The limits, and what they count.
public struct ResourceQuotaSpec: APIType {
  public var hard = ResourceList()
  public var scopeSelector: ScopeSelector?
  public var scopes: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceQuotaSpec> {
    $0.unlessEmpty("hard", \.hard)
    $0.optional("scopeSelector", \.scopeSelector)
    $0.unlessEmpty("scopes", \.scopes)
  }
}

/// Which objects count, by requirements that must all hold.
public struct ScopeSelector: APIType {
  public var matchExpressions: [ScopeRequirement] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ScopeSelector> {
    $0.unlessEmpty("matchExpressions", \.matchExpressions)
  }
}

/// A property an object must have.
public struct ScopeRequirement: APIType {
  public var comparison = ""
  public var scopeName = ""
  public var values: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ScopeRequirement> {
    $0.always("operator", \.comparison)
    $0.always("scopeName", \.scopeName)
    $0.unlessEmpty("values", \.values)
  }
}

/// How much is used.
public struct ResourceQuotaStatus: APIType {
  public var hard = ResourceList()
  public var used = ResourceList()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceQuotaStatus> {
    $0.unlessEmpty("hard", \.hard)
    $0.unlessEmpty("used", \.used)
  }
}
