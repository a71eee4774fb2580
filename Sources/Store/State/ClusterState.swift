import Engine
import HashTreeCollections
import Objects

/// Everything the API server knows, as one value: a copy is a snapshot and shares what stays.
///
/// Reading is open to all; writing goes through ``apply(_:by:because:at:using:)``.
public struct ClusterState: Sendable {
  /// How many writes there have been; every write takes the next number as its resourceVersion.
  public internal(set) var revision = 0

  @usableFromInline var objects = TreeDictionary<ObjectKey, any APIObject>()
  var keysByKind = TreeDictionary<Kind, SortedKeys>()
  /// Pods by the name of their node; those without one are under the empty name.
  var podsByNode = TreeDictionary<String, SortedKeys>()
  /// What an object owns, by the owner's uid.
  var ownedByUID = TreeDictionary<String, SortedKeys>()
  /// Events that are named after what they are about; others are objects like all else.
  var eventBook = EventBook()
  var network = NetworkIndex()
  var allocations = Allocations()
  /// What the recorders of events remember.
  var eventBudgets = EventBudgets()
  /// What the write in progress has changed besides the object it is about.
  var writtenBesides: [Written] = []
  /// What the server says to whoever does the write in progress, without refusing it.
  var warnings: [String] = []
  /// In whose name the write in progress is done, where somebody has said so.
  var writer: FieldWriter?

  public init() {}

  /// Hands the state over, and is empty then: for who writes much at once and gives it back.
  public mutating func taken() -> ClusterState {
    let whole = self
    self = ClusterState()
    return whole
  }

  public subscript(key: ObjectKey) -> (any APIObject)? {
    if key.kind == .event, let event = eventBook[key] { return event }
    return objects[key]
  }

  /// The object of this type; nil when there is none of that name.
  @inlinable
  public func get<T: APIObject>(_ type: T.Type, _ name: String, in namespace: String = "") -> T? {
    let key = ObjectKey(T.kind, namespace: namespace, name: name)
    return (T.kind == .event ? self[key] : objects[key])?.narrowed(to: T.self)
  }

  public func pod(_ key: ObjectKey) -> Pod? { objects[key]?.narrowed(to: Pod.self) }
  public func node(_ name: String) -> Node? { objects[.node(name)]?.narrowed(to: Node.self) }

  /// All objects of a type in the order of namespace and name, of one namespace where one is given.
  @inlinable
  public func all<T: APIObject>(_ type: T.Type, in namespace: String? = nil) -> [T] {
    objects(T.self, under: keys(T.kind, in: namespace))
  }

  /// The objects of a type that are under some keys, in the order of these.
  @inlinable
  func objects<T: APIObject>(_ type: T.Type, under keys: [ObjectKey]) -> [T] {
    T.kind == .event
      ? keys.compactMap { self[$0]?.narrowed(to: type) }
      : keys.compactMap { objects[$0]?.narrowed(to: type) }
  }

  /// The keys of a kind in the order of namespace and name.
  public func keys(_ kind: Kind, in namespace: String? = nil) -> [ObjectKey] {
    let keys = listedKeys(kind, in: namespace)
    guard kind == .event else { return keys }
    let recorded = eventBook.keys(in: namespace)
    return keys.isEmpty ? recorded : (keys + recorded).sorted()
  }

  private func listedKeys(_ kind: Kind, in namespace: String?) -> [ObjectKey] {
    guard let keys = keysByKind[kind] else { return [] }
    guard let namespace, kind.isNamespaced else { return keys.keys }
    return keys.keys(in: namespace)
  }

  /// How many objects of a kind there are.
  public func count(of kind: Kind) -> Int {
    (keysByKind[kind]?.count ?? 0) + (kind == .event ? eventBook.count : 0)
  }

  /// The pods bound to a node, by namespace and name; `""` gives those that are not bound.
  public func pods(on node: String) -> [Pod] {
    objects(Pod.self, under: podsByNode[node]?.keys ?? [])
  }

  /// What the object with this uid owns, of one type, by name.
  @inlinable
  public func owned<T: APIObject>(by uid: String, _ type: T.Type) -> [T] {
    objects(type, under: ownedKeys(by: uid))
  }

  /// The keys of everything the object with this uid owns.
  public func ownedKeys(by uid: String) -> [ObjectKey] { ownedByUID[uid]?.keys ?? [] }

  /// The events about an object, oldest first.
  public func events(about object: any APIObject) -> [Event] {
    events(about: object.key, withUID: object.metadata.uid)
  }

  /// The events about what has, or had, a name and a uid, oldest first.
  public func events(about key: ObjectKey, withUID uid: String) -> [Event] {
    var subject = ObjectReference()
    subject.name = key.name
    if key.kind.isNamespaced { subject.namespace = key.namespace }
    let others = objects(
      Event.self, under: listedKeys(.event, in: EventPlace.namespace(of: subject)))
    return (eventBook.events(aboutNameOf: subject) + others).filter { $0.isAbout(uid) }
      .sorted { $0.version < $1.version }
  }

  /// The pods of a namespace that a selector picks, by name.
  public func pods(in namespace: String, matching selector: LabelSelector) -> [Pod] {
    all(Pod.self, in: namespace).filter { selector.matches($0.metadata.labels) }
  }
}
