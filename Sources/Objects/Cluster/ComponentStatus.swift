/// How a part of the control plane does. Nobody stores these: they are found out when asked for.
public struct ComponentStatus: APIObject {
  public static let kind = Kind.componentStatus

  public var conditions: [ComponentCondition] = []
  public var metadata = ObjectMeta()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ComponentStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.always("metadata", \.metadata)
  }
}

/// What was found out.
public struct ComponentCondition: APIType {
  public var error: String?
  public var message: String?
  public var status = ""
  public var type = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ComponentCondition> {
    $0.optional("error", \.error)
    $0.optional("message", \.message)
    $0.always("status", \.status)
    $0.always("type", \.type)
  }
}
