/// Gives a role to somebody, within one namespace.
public struct RoleBinding: APIObject {
  public static let kind = Kind.roleBinding

  public var metadata = ObjectMeta()
  public var roleRef = RoleRef()
  public var subjects: [Subject] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<RoleBinding> {
    $0.always("metadata", \.metadata)
    $0.always("roleRef", \.roleRef)
    $0.unlessEmpty("subjects", \.subjects)
  }
}

/// Gives a cluster role to somebody, everywhere.
public struct ClusterRoleBinding: APIObject {
  public static let kind = Kind.clusterRoleBinding

  public var metadata = ObjectMeta()
  public var roleRef = RoleRef()
  public var subjects: [Subject] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ClusterRoleBinding> {
    $0.always("metadata", \.metadata)
    $0.always("roleRef", \.roleRef)
    $0.unlessEmpty("subjects", \.subjects)
  }
}
