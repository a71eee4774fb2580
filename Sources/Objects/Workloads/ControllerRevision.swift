/// A kept version of what a DaemonSet or StatefulSet makes its pods from.
public struct ControllerRevision: APIObject {
  public static let kind = Kind.controllerRevision

  public var metadata = ObjectMeta()
  public var data: APIValue?
  public var revision = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ControllerRevision> {
    $0.optional("data", \.data)
    $0.always("metadata", \.metadata)
    $0.always("revision", \.revision)
  }
}
