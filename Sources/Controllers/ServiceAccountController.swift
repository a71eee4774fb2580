import Engine
import Objects
import Store

/// Gives every namespace its `default` service account, which pods run as unless they say
/// otherwise.
struct ServiceAccountController: ControlLoop {
  static let name = "serviceaccount-controller"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    NamespaceContents.looks(after: change, at: now, missing: .serviceAccount, named: "default")
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let namespace = NamespaceContents.active(object, in: draft.state) else { return }
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: namespace)
    if draft.state[account.key] == nil { draft.attempt(.create(account)) }
  }
}

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
