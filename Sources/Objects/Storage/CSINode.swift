/// Which storage drivers a node has.
public struct CSINode: APIObject {
  public static let kind = Kind.csiNode

  public var metadata = ObjectMeta()
  public var spec = CSINodeSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CSINode> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}

public struct CSINodeSpec: APIType {
  public var drivers: [APIValue] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CSINodeSpec> {
    $0.always("drivers", \.drivers)
  }
}
