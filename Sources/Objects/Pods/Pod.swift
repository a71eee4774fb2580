import Engine

/// The smallest thing that can be deployed: containers that live and move together.
public struct Pod: StatusBearing {
  public static let kind = Kind.pod

  public var metadata = ObjectMeta()
  @Shared public var spec = PodSpec()
  @Shared public var status = PodStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Pod> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}
