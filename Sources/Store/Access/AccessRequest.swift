import Objects

/// Something that may be allowed or not.
public enum AccessRequest: Hashable, Sendable {
  /// A verb, and what it is to be done to.
  case resource(Resource)
  /// An address of the API server that is no object.
  case address(verb: String, path: String)

  public struct Resource: Hashable, Sendable {
    public var verb: String
    public var group: String
    /// `pods`
    public var name: String
    /// `log`; empty for the whole.
    public var part: String
    /// Empty for objects outside namespaces, and for all namespaces at once.
    public var namespace: String
    /// Empty where no single object is meant.
    public var objectName: String

    public init(
      _ verb: String, group: String = "", _ name: String, part: String = "",
      namespace: String = "", objectName: String = ""
    ) {
      self.verb = verb
      self.group = group
      self.name = name
      self.part = part
      self.namespace = namespace
      self.objectName = objectName
    }

    /// `pods/log`
    public var nameWithPart: String { part.isEmpty ? name : "\(name)/\(part)" }
  }

  /// A verb for an object; without its name for all objects of its kind.
  public init(_ verb: String, _ key: ObjectKey, part: String = "") {
    let facts = key.kind.facts
    self = .resource(
      Resource(
        verb, group: facts.group, facts.plural, part: part, namespace: key.namespace,
        objectName: key.name))
  }

  /// The API server's sentence when it is not allowed.
  func refusal(of requester: Requester, reason: String) -> String {
    let end = reason.isEmpty ? "" : ": \(reason)"
    switch self {
    case .address(let verb, let path):
      return "forbidden: User \"\(requester.name)\" cannot \(verb) path \"\(path)\"\(end)"
    case .resource(let asked):
      let resource = asked.group.isEmpty ? asked.name : "\(asked.name).\(asked.group)"
      let object = asked.objectName.isEmpty ? "" : " \"\(asked.objectName)\""
      let place =
        asked.namespace.isEmpty
        ? "at the cluster scope" : "in the namespace \"\(asked.namespace)\""
      return "\(resource)\(object) is forbidden: User \"\(requester.name)\" cannot \(asked.verb) "
        + "resource \"\(asked.nameWithPart)\" in API group \"\(asked.group)\" \(place)\(end)"
    }
  }
}
