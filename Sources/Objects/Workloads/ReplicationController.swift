/// Keeps a number of equal pods alive: the older form of a ReplicaSet.
public struct ReplicationController: StatusBearing {
  public static let kind = Kind.replicationController

  public var metadata = ObjectMeta()
  public var spec = ReplicationControllerSpec()
  /// Its fields are those of a ReplicaSet.
  public var status = ReplicaSetStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReplicationController> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }

  /// Its selector in the form that others have.
  public var labelSelector: LabelSelector { LabelSelector(matchLabels: spec.selector) }
}

/// How many pods, and which.
public struct ReplicationControllerSpec: APIType {
  public var minReadySeconds: Int?
  public var replicas: Int?
  /// Empty for the labels of the template.
  public var selector = StringMap()
  public var template: PodTemplate?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReplicationControllerSpec> {
    $0.optional("minReadySeconds", \.minReadySeconds)
    $0.optional("replicas", \.replicas)
    $0.unlessEmpty("selector", \.selector)
    $0.optional("template", \.template)
  }
}
