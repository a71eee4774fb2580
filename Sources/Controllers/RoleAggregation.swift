import Engine
import Objects
import Store

/// Puts the rules of cluster roles together that are made of others.
struct RoleAggregation: ControlLoop {
  static let name = "clusterrole-aggregation-controller"
  static let watched: Set<Kind>? = [.clusterRole]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    state.all(ClusterRole.self).filter { $0.aggregationRule != nil }.map { ($0.key, now) }
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var role = draft.state[object] as? ClusterRole,
      let rule = role.aggregationRule
    else { return }
    let rules = rule.rules(for: object.name, among: draft.state.all(ClusterRole.self))
    if rules == role.rules { return }
    role.rules = rules
    draft.attempt(.update(role))
  }
}
