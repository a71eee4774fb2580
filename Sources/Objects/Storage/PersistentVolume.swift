import Engine

/// A piece of storage of the cluster.
public struct PersistentVolume: StatusBearing {
  public static let kind = Kind.persistentVolume

  public var metadata = ObjectMeta()
  public var spec = PersistentVolumeSpec()
  public var status = PersistentVolumeStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolume> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Who may mount a volume at the same time.
public enum AccessMode: String, APIWord {
  case readOnlyMany = "ReadOnlyMany"
  case readWriteMany = "ReadWriteMany"
  case readWriteOnce = "ReadWriteOnce"
  case readWriteOncePod = "ReadWriteOncePod"
  public static let standIn = AccessMode.readWriteOnce

  /// The API blames the whole list for a word it does not know.
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    let word = String(value, at: path, problems: &problems)
    self = AccessMode(rawValue: word) ?? .standIn
    guard value.string != nil, AccessMode(rawValue: word) == nil else { return }
    var list = path
    if case .index? = list.steps.last { list.steps.removeLast() }
    let supported = Self.allCases.map(\.rawValue)
    problems.append(.init(list, .unsupported(value: word, supported: supported)))
  }
}

/// What becomes of a volume whose claim is gone.
public enum ReclaimPolicy: String, APIWord {
  case delete = "Delete"
  case recycle = "Recycle"
  case retain = "Retain"
  public static let standIn = ReclaimPolicy.retain
}

/// Files, or a bare device.
public enum VolumeMode: String, APIWord {
  case block = "Block"
  case filesystem = "Filesystem"
  public static let standIn = VolumeMode.filesystem
}

/// Where it is, how large, and for whom.
public struct PersistentVolumeSpec: APIType {
  public var accessModes: [AccessMode] = []
  public var capacity = ResourceList()
  public var claimRef: ObjectReference?
  public var csi: CSIVolume?
  public var hostPath: HostPath?
  public var local: LocalVolume?
  public var mountOptions: [String] = []
  public var nfs: NFSVolume?
  public var nodeAffinity: VolumeNodeAffinity?
  public var persistentVolumeReclaimPolicy: ReclaimPolicy?
  public var storageClassName: String?
  public var volumeAttributesClassName: String?
  public var volumeMode: VolumeMode?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolumeSpec> {
    $0.unlessEmpty("accessModes", \.accessModes)
    $0.unlessEmpty("capacity", \.capacity)
    $0.optional("claimRef", \.claimRef)
    $0.optional("csi", \.csi)
    $0.optional("hostPath", \.hostPath)
    $0.optional("local", \.local)
    $0.unlessEmpty("mountOptions", \.mountOptions)
    $0.optional("nfs", \.nfs)
    $0.optional("nodeAffinity", \.nodeAffinity)
    $0.optional("persistentVolumeReclaimPolicy", \.persistentVolumeReclaimPolicy)
    $0.optional("storageClassName", \.storageClassName)
    $0.optional("volumeAttributesClassName", \.volumeAttributesClassName)
    $0.optional("volumeMode", \.volumeMode)
  }
}

/// A volume that a driver provides.
public struct CSIVolume: APIType {
  public var driver = ""
  public var fileSystemType: String?
  public var readOnly: Bool?
  public var volumeAttributes = StringMap()
  public var volumeHandle = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CSIVolume> {
    $0.always("driver", \.driver)
    $0.optional("fsType", \.fileSystemType)
    $0.optional("readOnly", \.readOnly)
    $0.unlessEmpty("volumeAttributes", \.volumeAttributes)
    $0.always("volumeHandle", \.volumeHandle)
  }
}

/// A disk or folder of one node.
public struct LocalVolume: APIType {
  public var fileSystemType: String?
  public var path = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LocalVolume> {
    $0.optional("fsType", \.fileSystemType)
    $0.always("path", \.path)
  }
}

/// A folder of a file server.
public struct NFSVolume: APIType {
  public var path = ""
  public var readOnly: Bool?
  public var server = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NFSVolume> {
    $0.always("path", \.path)
    $0.optional("readOnly", \.readOnly)
    $0.always("server", \.server)
  }
}

/// The nodes that reach a volume.
public struct VolumeNodeAffinity: APIType {
  public var required: NodeSelector?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<VolumeNodeAffinity> {
    $0.optional("required", \.required)
  }
}

/// Where a volume is in its life.
public enum VolumePhase: String, APIWord {
  case available = "Available"
  case bound = "Bound"
  case failed = "Failed"
  case pending = "Pending"
  case released = "Released"
  public static let standIn = VolumePhase.pending
}

/// Where a volume is in its life, and since when.
public struct PersistentVolumeStatus: APIType {
  public var lastPhaseTransitionTime: SimTime?
  public var message: String?
  public var phase: VolumePhase?
  public var reason: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PersistentVolumeStatus> {
    $0.optional("lastPhaseTransitionTime", \.lastPhaseTransitionTime)
    $0.optional("message", \.message)
    $0.optional("phase", \.phase)
    $0.optional("reason", \.reason)
  }
}
