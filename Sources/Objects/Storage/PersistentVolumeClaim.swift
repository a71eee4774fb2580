/// A wish for storage, kept apart from the pods that use it.
public struct PersistentVolumeClaim: StatusBearing {
  public static let kind = Kind.persistentVolumeClaim

  public var metadata = ObjectMeta()
  public var spec = PersistentVolumeClaimSpec()
  public var status = PersistentVolumeClaimStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolumeClaim> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// How much, of which class, for whom.
public struct PersistentVolumeClaimSpec: APIType {
  public var accessModes: [AccessMode] = []
  public var dataSource: APIValue?
  public var dataSourceRef: APIValue?
  public var resources = ResourceRequirements()
  public var selector: LabelSelector?
  /// Nil asks for the default class, empty for none.
  public var storageClassName: String?
  public var volumeAttributesClassName: String?
  public var volumeMode: VolumeMode?
  public var volumeName: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolumeClaimSpec> {
    $0.unlessEmpty("accessModes", \.accessModes)
    $0.optional("dataSource", \.dataSource)
    $0.optional("dataSourceRef", \.dataSourceRef)
    $0.always("resources", \.resources)
    $0.optional("selector", \.selector)
    $0.optional("storageClassName", \.storageClassName)
    $0.optional("volumeAttributesClassName", \.volumeAttributesClassName)
    $0.optional("volumeMode", \.volumeMode)
    $0.optional("volumeName", \.volumeName)
  }
}

/// Whether a claim has its volume.
public enum ClaimPhase: String, APIWord {
  case bound = "Bound"
  case lost = "Lost"
  case pending = "Pending"
  public static let standIn = ClaimPhase.pending
}

/// What the claim has.
public struct PersistentVolumeClaimStatus: APIType {
  public var accessModes: [AccessMode] = []
  public var allocatedResources = ResourceList()
  public var capacity = ResourceList()
  public var conditions: [Condition] = []
  public var phase: ClaimPhase?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolumeClaimStatus> {
    $0.unlessEmpty("accessModes", \.accessModes)
    $0.unlessEmpty("allocatedResources", \.allocatedResources)
    $0.unlessEmpty("capacity", \.capacity)
    $0.unlessEmpty("conditions", \.conditions)
    $0.optional("phase", \.phase)
  }
}
