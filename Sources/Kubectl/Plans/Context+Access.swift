import Objects
import Store

extension Context {
  /// Why the API server would not do something for whoever asks; nil when it would.
  public func refusal(of request: AccessRequest) -> Rejection? {
    guard let requester else { return nil }
    let decision = state.decide(request, for: requester)
    return decision.isAllowed ? nil : .denied(request, requester, reason: decision.reason)
  }

  /// Throws unless it is allowed.
  func ask(_ request: AccessRequest, doing: String? = nil) throws(Failure) {
    if let refusal = refusal(of: request) { throw .rejected(refusal, doing: doing) }
  }

  /// Throws unless the object may be looked up, or whatever the verb does to it unseen.
  func ask(for key: ObjectKey) throws(Failure) {
    try ask(AccessRequest(lookup.verb, key, part: lookup.part))
  }
}

/// What a verb of kubectl's asks the API server for when it is given the name of an object.
public struct LookUp: Hashable, Sendable {
  public var verb: String
  public var part: String

  public init(verb: String = "get", part: String = "") {
    self.verb = verb
    self.part = part
  }
}

extension Kubectl {
  /// All verbs read an object first but for the one that sends its wish at once.
  public static func lookUp(of verb: any Verb) -> LookUp {
    verb is Delete ? LookUp(verb: "delete") : LookUp()
  }

  /// How a verb writes over what is there: the whole object, or only what changes.
  public static func updates(of verb: any Verb) -> LookUp {
    if verb is Replace { return LookUp(verb: "update") }
    if verb is Scale { return LookUp(verb: "patch", part: "scale") }
    return LookUp(verb: "patch")
  }
}

extension Intent {
  /// What somebody has to be allowed for it; `update` is how things are written over.
  public func access(updatingBy update: LookUp) -> AccessRequest {
    switch self {
    case .create(let object):
      // Its name is not part of the address that is asked.
      AccessRequest(
        "create", ObjectKey(object.kind, namespace: object.metadata.namespace, name: ""))
    case .update(let object): AccessRequest(update.verb, object.key, part: update.part)
    case .applyServerSide(let applied): AccessRequest("patch", applied.key)
    case .amend(let pod, .resize): AccessRequest("patch", pod.key, part: "resize")
    case .amend(let pod, .ephemeralContainers):
      AccessRequest("patch", pod.key, part: "ephemeralcontainers")
    case .updateStatus(let object): AccessRequest("patch", object.key, part: "status")
    case .delete(let key, _): AccessRequest("delete", key)
    case .evict(let key, _): AccessRequest("create", key, part: "eviction")
    case .bind(let key, _): AccessRequest("create", key, part: "binding")
    case .record(let note):
      .resource(.init("create", "events", namespace: note.object.namespace ?? "default"))
    }
  }
}

extension ContainerRequest {
  /// What somebody has to be allowed for it.
  public var access: [AccessRequest] {
    switch self {
    case .exec(let request): [AccessRequest("create", request.target.pod, part: "exec")]
    case .attach(let request): [AccessRequest("create", request.target.pod, part: "attach")]
    case .forward(let request): [AccessRequest("create", request.pod, part: "portforward")]
    case .logs(let request):
      request.sources.map { AccessRequest("get", $0.address.pod, part: "log") }
    case .copy(let request):
      [request.source, request.destination].compactMap { place in
        guard case .container(let address, _) = place else { return nil }
        return AccessRequest("create", address.pod, part: "exec")
      }
    }
  }
}

extension ManifestFiles.Item {
  /// What goes before the server's refusal to show the object as it is.
  var retrieval: String {
    let facts = kind.facts
    let version = "\(facts.group)/\(facts.version)"
    return "error when retrieving current configuration of:\n"
      + "Resource: \"\(version), Resource=\(facts.plural)\", "
      + "GroupVersionKind: \"\(version), Kind=\(kind.rawValue)\"\n"
      + "Name: \"\(name)\", Namespace: \"\(key.namespace)\"\nfrom server for: \"\(source)\""
  }
}
