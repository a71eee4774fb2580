/// A way to run containers that a node may offer.
public struct RuntimeClass: APIObject {
  public static let kind = Kind.runtimeClass

  public var handler = ""
  public var metadata = ObjectMeta()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<RuntimeClass> {
    $0.always("handler", \.handler)
    $0.always("metadata", \.metadata)
  }
}
