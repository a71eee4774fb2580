/// Something that is allowed: verbs, and what they may be done to.
public struct PolicyRule: APIType {
  public var apiGroups: [String] = []
  /// `/healthz`, `/logs/*`: addresses of the API server that are no objects.
  public var nonResourceURLs: [String] = []
  /// Empty for objects of any name.
  public var resourceNames: [String] = []
  /// `pods`, `pods/log`, `*/scale`, `*`.
  public var resources: [String] = []
  public var verbs: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PolicyRule> {
    $0.unlessEmpty("apiGroups", \.apiGroups)
    $0.unlessEmpty("nonResourceURLs", \.nonResourceURLs)
    $0.unlessEmpty("resourceNames", \.resourceNames)
    $0.unlessEmpty("resources", \.resources)
    $0.always("verbs", \.verbs)
  }
}

/// Somebody who is given a role.
public struct Subject: APIType {
  public static let user = "User"
  public static let group = "Group"
  public static let serviceAccount = "ServiceAccount"

  /// Empty for service accounts.
  public var apiGroup: String?
  public var kind = ""
  public var name = ""
  /// Of service accounts only.
  public var namespace: String?
  public var unlisted = Members()

  public init() {}

  public init(_ kind: String, _ name: String, in namespace: String? = nil) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
    if kind != Self.serviceAccount { apiGroup = KindFacts.access }
  }

  public static let fields = FieldTable<Subject> {
    $0.optional("apiGroup", \.apiGroup)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
    $0.optional("namespace", \.namespace)
  }
}

/// The role that a binding gives.
public struct RoleRef: APIType {
  public var apiGroup = ""
  public var kind = ""
  public var name = ""
  public var unlisted = Members()

  public init() {}

  public init(_ kind: Kind, _ name: String) {
    apiGroup = KindFacts.access
    self.kind = kind.rawValue
    self.name = name
  }

  public static let fields = FieldTable<RoleRef> {
    $0.always("apiGroup", \.apiGroup)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
  }
}
