/// How much one container, pod or claim of a namespace may ask for.
public struct LimitRange: APIObject {
  public static let kind = Kind.limitRange

  public var metadata = ObjectMeta()
  public var spec = LimitRangeSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LimitRange> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}

/// The limits by type.
public struct LimitRangeSpec: APIType {
  public var limits: [LimitRangeItem] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LimitRangeSpec> {
    $0.always("limits", \.limits)
  }
}

/// The limits of one type: Container, Pod or PersistentVolumeClaim.
public struct LimitRangeItem: APIType {
  /// The limits of a container that names none.
  public var standardLimits = ResourceList()
  public var defaultRequest = ResourceList()
  public var maximum = ResourceList()
  public var maxLimitRequestRatio = ResourceList()
  public var minimum = ResourceList()
  public var type = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LimitRangeItem> {
    $0.unlessEmpty("default", \.standardLimits)
    $0.unlessEmpty("defaultRequest", \.defaultRequest)
    $0.unlessEmpty("max", \.maximum)
    $0.unlessEmpty("maxLimitRequestRatio", \.maxLimitRequestRatio)
    $0.unlessEmpty("min", \.minimum)
    $0.always("type", \.type)
  }
}
