/// A variable of a container's environment.
public struct EnvironmentVariable: APIType {
  public var name = ""
  public var value: String?
  public var valueFrom: EnvironmentValueSource?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EnvironmentVariable> {
    $0.always("name", \.name)
    $0.optional("value", \.value)
    $0.optional("valueFrom", \.valueFrom)
  }
}

/// Where a variable's value comes from; one of these is set.
public struct EnvironmentValueSource: APIType {
  public var configMapKeyRef: KeySelector?
  public var fieldRef: FieldSelector?
  public var resourceFieldRef: ResourceFieldSelector?
  public var secretKeyRef: KeySelector?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EnvironmentValueSource> {
    $0.optional("configMapKeyRef", \.configMapKeyRef)
    $0.optional("fieldRef", \.fieldRef)
    $0.optional("resourceFieldRef", \.resourceFieldRef)
    $0.optional("secretKeyRef", \.secretKeyRef)
  }
}

/// A key of a ConfigMap or Secret.
public struct KeySelector: APIType {
  public var key = ""
  public var name: String?
  public var optional: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<KeySelector> {
    $0.always("key", \.key)
    $0.optional("name", \.name)
    $0.optional("optional", \.optional)
  }
}

/// A field of the pod itself.
public struct FieldSelector: APIType {
  public var apiVersion: String?
  public var fieldPath = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<FieldSelector> {
    $0.optional("apiVersion", \.apiVersion)
    $0.always("fieldPath", \.fieldPath)
  }
}

/// A request or limit of a container.
public struct ResourceFieldSelector: APIType {
  public var containerName: String?
  public var divisor: Quantity?
  public var resource = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceFieldSelector> {
    $0.optional("containerName", \.containerName)
    $0.optional("divisor", \.divisor)
    $0.always("resource", \.resource)
  }
}

/// All keys of a ConfigMap or Secret as variables.
public struct EnvironmentSource: APIType {
  public var configMapRef: SourceReference?
  public var prefix: String?
  public var secretRef: SourceReference?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EnvironmentSource> {
    $0.optional("configMapRef", \.configMapRef)
    $0.optional("prefix", \.prefix)
    $0.optional("secretRef", \.secretRef)
  }
}

/// A ConfigMap or Secret by name.
public struct SourceReference: APIType {
  public var name: String?
  public var optional: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SourceReference> {
    $0.optional("name", \.name)
    $0.optional("optional", \.optional)
  }
}
