import Engine

/// What every object carries, whatever its kind.
///
/// One count to copy: it is handed out with every look at an object whose kind is not known, and
/// nearly always for one of its parts.
public struct ObjectMeta: APIType {
  @Shared private var parts = Parts()

  private struct Parts: Equatable, Sendable {
    var name = ""
    var generateName: String?
    var namespace = ""
    var labels = StringMap()
    var annotations = StringMap()
    var uid = ""
    var resourceVersion = 0
    var generation = 0
    var creationTimestamp: SimTime?
    var ownerReferences: [OwnerReference] = []
    var managers = FieldManagers()
    @Rare var rest: Rest?
  }

  /// What hardly any object says.
  private struct Rest: Equatable, Sendable {
    var deletionTimestamp: SimTime?
    var deletionGracePeriodSeconds: Int?
    var finalizers: [String] = []
    var managedFields: [APIValue] = []
    var unlisted = Members()
  }

  /// Whoever is told what it says already stays one with its copies: decoding sets every part.
  private mutating func changeRest(_ change: (inout Rest) -> Void) {
    let before = parts.$rest
    var rest = before
    rest.change(from: Rest(), change)
    if rest != before { parts.$rest = rest }
  }

  public init() {}

  public init(
    name: String, namespace: String = "", labels: StringMap = [:], annotations: StringMap = [:]
  ) {
    parts.name = name
    parts.namespace = namespace
    parts.labels = labels
    parts.annotations = annotations
  }

  public var isDeleting: Bool { deletionTimestamp != nil }

  /// The owner that manages this object, if one does.
  public var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }

  public var isControlled: Bool { ownerReferences.contains { $0.controller == true } }

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

// MARK: - Its parts

/// Written out one by one: other modules would follow key paths at run time.
extension ObjectMeta {
  public var name: String {
    get { parts.name }
    _modify { yield &parts.name }
  }

  public var generateName: String? {
    get { parts.generateName }
    _modify { yield &parts.generateName }
  }

  public var namespace: String {
    get { parts.namespace }
    _modify { yield &parts.namespace }
  }

  public var labels: StringMap {
    get { parts.labels }
    _modify { yield &parts.labels }
  }

  public var annotations: StringMap {
    get { parts.annotations }
    _modify { yield &parts.annotations }
  }

  public var uid: String {
    get { parts.uid }
    _modify { yield &parts.uid }
  }

  /// The store's count of writes when this object was last written; 0 before it is stored.
  public var resourceVersion: Int {
    get { parts.resourceVersion }
    _modify { yield &parts.resourceVersion }
  }

  /// How often the desired state changed; 0 for kinds that do not count.
  public var generation: Int {
    get { parts.generation }
    _modify { yield &parts.generation }
  }

  public var creationTimestamp: SimTime? {
    get { parts.creationTimestamp }
    _modify { yield &parts.creationTimestamp }
  }

  public var deletionTimestamp: SimTime? {
    get { parts.rest?.deletionTimestamp }
    set { changeRest { $0.deletionTimestamp = newValue } }
  }

  public var deletionGracePeriodSeconds: Int? {
    get { parts.rest?.deletionGracePeriodSeconds }
    set { changeRest { $0.deletionGracePeriodSeconds = newValue } }
  }

  public var ownerReferences: [OwnerReference] {
    get { parts.ownerReferences }
    _modify { yield &parts.ownerReferences }
  }

  public var finalizers: [String] {
    get { parts.rest?.finalizers ?? [] }
    set { changeRest { $0.finalizers = newValue } }
  }

  /// The record of field managers in the API's form: only where somebody looks at it, or gives it.
  public var managedFields: [APIValue] {
    get { parts.rest?.managedFields ?? [] }
    set { changeRest { $0.managedFields = newValue } }
  }

  /// The record itself.
  public var managers: FieldManagers {
    get { parts.managers }
    _modify { yield &parts.managers }
  }

  public var unlisted: Members {
    get { parts.rest?.unlisted ?? Members() }
    set { changeRest { $0.unlisted = newValue } }
  }
}
