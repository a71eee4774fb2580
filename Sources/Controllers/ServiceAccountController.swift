import Engine
import Objects
import Store

/// Gives every namespace its `default` service account, which pods run as unless they say
/// otherwise.
struct ServiceAccountController: ControlLoop {
  static let name = "serviceaccount-controller"
  static let watched: Set<Kind>? = [.namespace, .serviceAccount]

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
