/// A way to get storage.
public struct StorageClass: APIObject {
  public static let kind = Kind.storageClass

  public var metadata = ObjectMeta()
  public var allowVolumeExpansion: Bool?
  public var allowedTopologies: [TopologyTerm] = []
  public var mountOptions: [String] = []
  public var parameters = StringMap()
  public var provisioner = ""
  public var reclaimPolicy: ReclaimPolicy?
  public var volumeBindingMode: VolumeBindingMode?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StorageClass> {
    $0.optional("allowVolumeExpansion", \.allowVolumeExpansion)
    $0.unlessEmpty("allowedTopologies", \.allowedTopologies)
    $0.always("metadata", \.metadata)
    $0.unlessEmpty("mountOptions", \.mountOptions)
    $0.unlessEmpty("parameters", \.parameters)
    $0.always("provisioner", \.provisioner)
    $0.optional("reclaimPolicy", \.reclaimPolicy)
    $0.optional("volumeBindingMode", \.volumeBindingMode)
  }
}

/// At once, or when the first pod that needs it has a node.
public enum VolumeBindingMode: String, APIWord {
  case immediate = "Immediate"
  case waitForFirstConsumer = "WaitForFirstConsumer"
  public static let standIn = VolumeBindingMode.immediate
}

/// Places where volumes may be made.
public struct TopologyTerm: APIType {
  public var matchLabelExpressions: [TopologyRequirement] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<TopologyTerm> {
    $0.unlessEmpty("matchLabelExpressions", \.matchLabelExpressions)
  }
}

/// The values a label of the place may have.
public struct TopologyRequirement: APIType {
  public var key = ""
  public var values: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<TopologyRequirement> {
    $0.always("key", \.key)
    $0.always("values", \.values)
  }
}
