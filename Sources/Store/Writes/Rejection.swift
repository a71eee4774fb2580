import Objects

/// Why the API server refused a write or a read.
public enum Rejection: Error, Hashable, Sendable {
  case notFound(ObjectKey)
  case alreadyExists(ObjectKey)
  /// The object has changed since it was read.
  case conflict(ObjectKey, why: String)
  /// Somebody else manages fields that an applied document would change: the whole sentence.
  case applyConflict(String)
  case invalid(kind: Kind, name: String, problems: [FieldProblem])
  case forbidden(ObjectKey, why: String)
  /// No role of whoever asked allows it.
  case denied(AccessRequest, Requester, reason: String)
  case badRequest(String)
  /// An eviction that a disruption budget does not allow now.
  case tooManyRequests(message: String, cause: String)
  case internalError(String)

  /// The API's word for the kind of refusal.
  public var reason: String {
    switch self {
    case .notFound: "NotFound"
    case .alreadyExists: "AlreadyExists"
    case .conflict, .applyConflict: "Conflict"
    case .invalid: "Invalid"
    case .forbidden, .denied: "Forbidden"
    case .badRequest: "BadRequest"
    case .tooManyRequests: "TooManyRequests"
    case .internalError: "InternalError"
    }
  }

  /// The API server's sentence, without kubectl's `Error from server (…): `.
  public var message: String {
    switch self {
    case .notFound(let key):
      "\(key.kind.qualifiedPlural) \"\(key.name.withControlsQuoted)\" not found"
    case .alreadyExists(let key):
      "\(key.kind.qualifiedPlural) \"\(key.name.withControlsQuoted)\" already exists"
    case .conflict(let key, let why):
      "Operation cannot be fulfilled on \(key.kind.qualifiedPlural) "
        + "\"\(key.name.withControlsQuoted)\": \(why)"
    case .invalid(let kind, let name, let problems):
      "\(Self.qualifiedKind(kind)) \"\(name.withControlsQuoted)\" is invalid: "
        + Self.list(problems.map(\.message))
    case .forbidden(let key, let why):
      "\(key.kind.qualifiedPlural) \"\(key.name.withControlsQuoted)\" is forbidden: \(why)"
    case .denied(let request, let requester, let reason):
      request.refusal(of: requester, reason: reason)
    case .badRequest(let message), .internalError(let message), .applyConflict(let message): message
    case .tooManyRequests(let message, _): message
    }
  }

  private static func qualifiedKind(_ kind: Kind) -> String {
    let group = kind.facts.group
    return group.isEmpty ? kind.rawValue : "\(kind.rawValue).\(group)"
  }

  /// One problem stands alone; several stand in brackets.
  private static func list(_ messages: [String]) -> String {
    messages.count == 1 ? messages[0] : "[" + messages.joined(separator: ", ") + "]"
  }
}
