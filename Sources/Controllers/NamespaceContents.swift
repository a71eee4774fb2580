import Engine
import Objects
import Store

/// What every namespace is to have.
enum NamespaceContents {
  /// Looks at a namespace that is new or that lost the object in question.
  static func looks(
    after change: Change, at now: SimTime, missing kind: Kind, named name: String
  ) -> [Look] {
    if change.key.kind == .namespace, change.verb == .created { return [(change.key, now)] }
    guard change.key.kind == kind, change.key.name == name, change.verb == .deleted else {
      return []
    }
    return [(ObjectKey(.namespace, name: change.key.namespace), now)]
  }

  /// The name of a namespace that is there to stay.
  static func active(_ key: ObjectKey?, in state: ClusterState) -> String? {
    guard let key, let namespace = state[key] as? Namespace, !namespace.metadata.isDeleting else {
      return nil
    }
    return namespace.metadata.name
  }
}
