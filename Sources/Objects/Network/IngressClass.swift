/// A controller that carries Ingresses out, under the name by which these ask for it.
public struct IngressClass: APIObject {
  public static let kind = Kind.ingressClass

  public var metadata = ObjectMeta()
  public var spec = IngressClassSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressClass> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }

  public func wantsSame(as other: IngressClass) -> Bool { spec == other.spec }

  /// The annotation by which a class says that it is the one for Ingresses that name none.
  public static let defaultMark = "ingressclass.kubernetes.io/is-default-class"

  public var isDefault: Bool { metadata.annotations[Self.defaultMark] == "true" }
}

/// The controller, and what it is configured by.
public struct IngressClassSpec: APIType {
  public var controller: String?
  public var parameters: IngressClassParameters?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressClassSpec> {
    $0.optional("controller", \.controller)
    $0.optional("parameters", \.parameters)
  }
}

/// An object with the controller's settings.
public struct IngressClassParameters: APIType {
  public var apiGroup: String?
  public var kind = ""
  public var name = ""
  public var namespace: String?
  /// `Cluster` or `Namespace`.
  public var scope: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressClassParameters> {
    $0.optional("apiGroup", \.apiGroup)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
    $0.optional("namespace", \.namespace)
    $0.optional("scope", \.scope)
  }
}
