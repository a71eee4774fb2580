import Engine

/// Who manages which fields of an object.
///
/// Components write often and are rarely asked about: of them there is only a ``Trace``, from which
/// their fields are worked out when somebody looks. Whoever else writes has an ``Entry``.
public struct FieldManagers: Hashable, Sendable {
  /// The component that made the object, and when it last wrote it.
  public var whole: Trace?
  /// The component that reports the status.
  public var status: Trace?
  /// Everybody whose fields are written down.
  public var entries: [Entry] = []

  public init() {}

  /// A component that manages all that nobody else does, of the object or of its status.
  public struct Trace: Hashable, Sendable {
    public var component: Component
    private var seconds: UInt32

    public init(_ component: Component, at time: SimTime) {
      self.component = component
      seconds = UInt32(clamping: time.seconds)
    }

    public var time: SimTime { SimTime(seconds: Int64(seconds)) }
  }

  /// The programs of a cluster that write, by the names they go by.
  public enum Component: String, Hashable, Sendable {
    case controllerManager = "kube-controller-manager"
    case scheduler = "kube-scheduler"
    case kubelet
    case server = "kube-apiserver"
    case installer = "kubeadm"
    case provisioner = "local-path-provisioner"
    case nodeScaler = "cluster-autoscaler"
  }

  public enum Operation: String, Hashable, Sendable {
    case apply = "Apply"
    case update = "Update"
  }

  /// One writer's fields.
  public struct Entry: Hashable, Sendable {
    public var manager: String
    public var operation: Operation
    /// `status`, `scale`; empty for the object itself.
    public var subresource: String
    public var apiVersion: String
    public var time: SimTime?
    public var fields: FieldSet

    public init(
      _ manager: String, _ operation: Operation, subresource: String = "", apiVersion: String,
      at time: SimTime?, fields: FieldSet
    ) {
      self.manager = manager
      self.operation = operation
      self.subresource = subresource
      self.apiVersion = apiVersion
      self.time = time
      self.fields = fields
    }

    /// Whether both are about what the same writer wrote in the same way.
    public func isSameWriter(as other: Entry) -> Bool {
      manager == other.manager && operation == other.operation
        && subresource == other.subresource && apiVersion == other.apiVersion
    }
  }
}

/// In whose name somebody writes: what kubectl calls a field manager.
public struct FieldWriter: Hashable, Sendable {
  public var manager: String
  public var subresource: String

  public init(_ manager: String, subresource: String = "") {
    self.manager = manager
    self.subresource = subresource
  }
}

// MARK: - As the API writes it

extension FieldManagers.Entry {
  /// The entry as `managedFields` holds it.
  public var document: APIValue {
    var members = Members()
    members["apiVersion"] = .string(apiVersion)
    members["fieldsType"] = "FieldsV1"
    members["fieldsV1"] = fields.document
    members["manager"] = .string(manager)
    members["operation"] = .string(operation.rawValue)
    if !subresource.isEmpty { members["subresource"] = .string(subresource) }
    if let time { members["time"] = time.value }
    return .object(members)
  }

  /// Reads what ``document`` writes; nil when it is no such thing.
  public init?(_ document: APIValue) {
    guard let manager = document["manager"]?.string,
      let operation = document["operation"]?.string.flatMap(FieldManagers.Operation.init)
    else { return nil }
    var problems: [FieldProblem] = []
    self.init(
      manager, operation, subresource: document["subresource"]?.string ?? "",
      apiVersion: document["apiVersion"]?.string ?? "",
      at: document["time"].map { SimTime($0, at: FieldPath(), problems: &problems) },
      fields: FieldSet(document["fieldsV1"] ?? .null))
    if !problems.isEmpty { time = nil }
  }

  /// What entries are sorted by when they differ in nothing that shows: the writer as the server
  /// spells it inside.
  public var writerText: String {
    "{\"manager\":\"\(manager)\",\"operation\":\"\(operation.rawValue)\",\"apiVersion\":"
      + "\"\(apiVersion)\",\"subresource\":\"\(subresource)\"}"
  }
}

extension [FieldManagers.Entry] {
  /// In the order in which the API server keeps them: those who apply first, then the oldest.
  public var inServerOrder: [FieldManagers.Entry] {
    sorted {
      let left = ($0.operation.rawValue, $0.time?.seconds ?? 0, $0.manager, $0.apiVersion)
      let right = ($1.operation.rawValue, $1.time?.seconds ?? 0, $1.manager, $1.apiVersion)
      return left != right ? left < right : $0.subresource < $1.subresource
    }
  }
}
