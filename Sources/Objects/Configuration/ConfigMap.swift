/// Settings by key.
public struct ConfigMap: APIObject {
  public static let kind = Kind.configMap

  public var metadata = ObjectMeta()
  public var binaryData = StringMap()
  public var data = StringMap()
  public var immutable: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ConfigMap> {
    $0.unlessEmpty("binaryData", \.binaryData)
    $0.unlessEmpty("data", \.data)
    $0.optional("immutable", \.immutable)
    $0.always("metadata", \.metadata)
  }
}
