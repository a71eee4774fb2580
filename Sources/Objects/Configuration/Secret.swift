/// Settings that are not for everyone's eyes, base64 by key.
public struct Secret: APIObject {
  public static let kind = Kind.secret

  public var metadata = ObjectMeta()
  /// Base64.
  public var data = StringMap()
  public var immutable: Bool?
  /// Plain text, which the API server moves to `data`.
  public var stringData = StringMap()
  public var type: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Secret> {
    $0.unlessEmpty("data", \.data)
    $0.optional("immutable", \.immutable)
    $0.always("metadata", \.metadata)
    $0.unlessEmpty("stringData", \.stringData)
    $0.optional("type", \.type)
  }
}
