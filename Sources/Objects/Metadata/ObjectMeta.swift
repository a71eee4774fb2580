import Engine

/// What every object carries, whatever its kind.
public struct ObjectMeta: APIType {
  public var name = ""
  public var generateName: String?
  public var namespace = ""
  public var labels = StringMap()
  public var annotations = StringMap()
  public var uid = ""
  /// The store's count of writes when this object was last written; 0 before it is stored.
  public var resourceVersion = 0
  /// How often the desired state changed; 0 for kinds that do not count.
  public var generation = 0
  public var creationTimestamp: SimTime?
  public var deletionTimestamp: SimTime?
  public var deletionGracePeriodSeconds: Int?
  public var ownerReferences: [OwnerReference] = []
  public var finalizers: [String] = []
  /// The record of field managers in the API's form: only where somebody looks at it, or gives it.
  public var managedFields: [APIValue] = []
  /// The record itself.
  public var managers = FieldManagers()
  public var unlisted = Members()

  public init() {}

  public init(
    name: String, namespace: String = "", labels: StringMap = [:], annotations: StringMap = [:]
  ) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.annotations = annotations
  }

  public var isDeleting: Bool { deletionTimestamp != nil }

  /// The owner that manages this object, if one does.
  public var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }

  public static let fields = FieldTable<ObjectMeta> {
    $0.unlessEmpty("annotations", \.annotations)
    $0.optional("creationTimestamp", \.creationTimestamp)
    $0.optional("deletionGracePeriodSeconds", \.deletionGracePeriodSeconds)
    $0.optional("deletionTimestamp", \.deletionTimestamp)
    $0.unlessEmpty("finalizers", \.finalizers)
    $0.optional("generateName", \.generateName)
    $0.unlessDefault("generation", \.generation, 0)
    $0.unlessEmpty("labels", \.labels)
    $0.unlessEmpty("managedFields", \.managedFields)
    $0.unlessDefault("name", \.name, "")
    $0.unlessDefault("namespace", \.namespace, "")
    $0.unlessEmpty("ownerReferences", \.ownerReferences)
    $0.unlessDefault("resourceVersion", \.resourceVersionText, "")
    $0.unlessDefault("uid", \.uid, "")
  }

  /// The version as the API shows it: a text that happens to be a number.
  var resourceVersionText: String {
    get { resourceVersion == 0 ? "" : "\(resourceVersion)" }
    set { resourceVersion = Int(newValue) ?? 0 }
  }
}

/// Who an object belongs to: it goes when its owners are gone.
public struct OwnerReference: APIType {
  public var apiVersion = ""
  public var kind = ""
  public var name = ""
  public var uid = ""
  public var controller: Bool?
  public var blockOwnerDeletion: Bool?
  public var unlisted = Members()

  public init() {}

  /// The reference a controller puts on what it makes.
  public init(controller owner: any APIObject) {
    apiVersion = owner.kind.apiVersion
    kind = owner.kind.rawValue
    name = owner.metadata.name
    uid = owner.metadata.uid
    controller = true
    blockOwnerDeletion = true
  }

  public static let fields = FieldTable<OwnerReference> {
    $0.always("apiVersion", \.apiVersion)
    $0.optional("blockOwnerDeletion", \.blockOwnerDeletion)
    $0.optional("controller", \.controller)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
    $0.always("uid", \.uid)
  }
}
