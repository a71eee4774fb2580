import Engine

/// What the pods of a controller are made from.
public struct PodTemplate: APIType {
  public var metadata = ObjectMeta()
  @Shared public var spec = PodSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodTemplate> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}
