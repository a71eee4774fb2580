/// What tells one object from every other of its time: kind, namespace and name.
public struct ObjectKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var kind: Kind
  /// Empty for kinds that live outside namespaces.
  public var namespace: String
  public var name: String

  public init(_ kind: Kind, namespace: String = "", name: String) {
    self.kind = kind
    self.namespace = kind.isNamespaced ? namespace : ""
    self.name = name
  }

  public static func pod(_ name: String, in namespace: String) -> ObjectKey {
    ObjectKey(.pod, namespace: namespace, name: name)
  }

  public static func node(_ name: String) -> ObjectKey { ObjectKey(.node, name: name) }

  public static func < (left: ObjectKey, right: ObjectKey) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.namespace != right.namespace { return left.namespace < right.namespace }
    return left.name < right.name
  }

  /// Names nearly always differ, and are looked at first.
  public static func == (left: ObjectKey, right: ObjectKey) -> Bool {
    left.name == right.name && left.kind == right.kind && left.namespace == right.namespace
  }

  /// Hardly any two objects share kind and name: the namespace would cost more than it tells.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
  }

  /// `default/web`, or just the name outside namespaces.
  public var namespacedName: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }

  public var description: String { "\(kind.singular)/\(name)" }
}
