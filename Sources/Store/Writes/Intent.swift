import Objects

/// A write somebody wants. The store decides whether it happens: there is no other way to write.
public enum Intent: Sendable {
  case create(any APIObject)
  /// Replaces the object's metadata and desired state; its status stays. With a
  /// `metadata.resourceVersion` other than 0 the write is refused if that is not the stored one.
  case update(any APIObject)
  /// Merges a document into the object, or makes the object from it, and gives the writer the
  /// fields it names.
  case applyServerSide(AppliedDocument)
  /// Changes a part of a pod that has a way of its own to change.
  case amend(Pod, Subresource)
  /// Replaces only the status.
  case updateStatus(any APIObject)
  case delete(ObjectKey, DeleteOptions)
  /// Deletes a pod unless a disruption budget stands in the way.
  case evict(pod: ObjectKey, DeleteOptions)
  /// Gives a pod its node.
  case bind(pod: ObjectKey, node: String)
  /// Reports something that happened to an object.
  case record(EventNote)
}

/// A part of a pod that is changed for itself.
public enum Subresource: Hashable, Sendable {
  /// The resources of its containers.
  case resize
  /// Containers put beside the others for a look at them.
  case ephemeralContainers
}

/// How an object is to be deleted.
public struct DeleteOptions: Hashable, Sendable {
  /// What becomes of the objects it owns.
  public enum Propagation: Hashable, Sendable {
    case background
    case foreground
    case orphan
  }

  /// Seconds a pod gets to end; nil takes the pod's own. 0 removes the object at once.
  public var gracePeriodSeconds: Int?
  public var propagation: Propagation
  /// Refuse unless the stored object has this uid: it may have been replaced meanwhile.
  public var uid: String?

  public init(
    gracePeriodSeconds: Int? = nil, propagation: Propagation = .background, uid: String? = nil
  ) {
    self.gracePeriodSeconds = gracePeriodSeconds
    self.propagation = propagation
    self.uid = uid
  }

  public static let now = DeleteOptions(gracePeriodSeconds: 0)
}

/// Something that happened, before it becomes an Event: equal notes are counted, not repeated.
public struct EventNote: Equatable, Sendable {
  public var object: ObjectReference
  public var type: EventType
  public var reason: String
  public var message: String
  /// Overrides the actor's name as the reporting component.
  public var component: String?

  public init(
    _ type: EventType, _ reason: String, _ message: String, about object: ObjectReference,
    component: String? = nil
  ) {
    self.type = type
    self.reason = reason
    self.message = message
    self.object = object
    self.component = component
  }

  public init(
    _ type: EventType, _ reason: String, _ message: String, about object: any APIObject,
    fieldPath: String? = nil, component: String? = nil
  ) {
    self.init(
      type, reason, message, about: ObjectReference(object, fieldPath: fieldPath),
      component: component)
  }
}

extension ObjectReference {
  /// A reference to `object`; `fieldPath` names a part of it, such as `spec.containers{web}`.
  public init(_ object: any APIObject, fieldPath: String? = nil) {
    self.init()
    let metadata = object.metadata
    apiVersion = object.kind.apiVersion
    kind = object.kind.rawValue
    name = metadata.name
    namespace = metadata.namespace.isEmpty ? nil : metadata.namespace
    uid = metadata.uid.isEmpty ? nil : metadata.uid
    resourceVersion = metadata.resourceVersion == 0 ? nil : "\(metadata.resourceVersion)"
    self.fieldPath = fieldPath
  }

  /// The key of what is referred to; nil for a kind the simulator does not have.
  public var key: ObjectKey? {
    kind.flatMap(Kind.init(rawValue:)).map {
      ObjectKey($0, namespace: namespace ?? "", name: name ?? "")
    }
  }
}
