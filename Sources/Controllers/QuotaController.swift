import Engine
import Objects
import Store

/// Keeps every ResourceQuota's count of what is used.
///
/// Admission adds what is made; this takes off what is gone, and counts anew once in a while.
struct QuotaController: ControlLoop {
  static let name = "resourcequota-controller"
  static let watched: Set<Kind>? = nil

  /// How often everything is counted anew.
  static let period = SimSpan.minutes(5)

  private var isCounting = false

  init() {}

  mutating func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .resourceQuota {
      guard change.verb != .deleted else { return affected(by: change, in: state, at: now) }
      var looks: [Look] = [(change.key, now)]
      if !isCounting {
        isCounting = true
        looks.append((nil, now + Self.period))
      }
      return looks
    }
    return affected(by: change, in: state, at: now)
  }

  /// The quotas that may have got something back.
  private func affected(
    by change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    guard Self.frees(change), state.count(of: .resourceQuota) > 0 else { return [] }
    return state.all(ResourceQuota.self, in: change.key.namespace)
      .filter { quota in
        quota.spec.hard.contains { QuotaUsage.counts($0.name, change.key.kind) }
      }
      .map { ($0.key, now) }
  }

  private static func frees(_ change: Change) -> Bool {
    guard change.key.kind.isNamespaced else { return false }
    if change.verb == .deleted { return true }
    if let (before, after) = change.sides(Pod.self) {
      return after?.hasEnded == true && before?.hasEnded == false
    }
    if let (before, after) = change.sides(Service.self), let before {
      return before.spec.type != after?.spec.type
        || before.spec.ports.count != after?.spec.ports.count
    }
    return false
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else {
      let quotas = draft.state.keys(.resourceQuota)
      for key in quotas { draft.look(key, at: draft.now) }
      isCounting = !quotas.isEmpty
      if isCounting { draft.look(nil, at: draft.now + Self.period) }
      return
    }
    guard var quota = draft.state[object] as? ResourceQuota else { return }
    quota.status.hard = quota.spec.hard
    quota.status.used = QuotaUsage.total(of: quota, in: draft.state, at: draft.now)
    draft.attempt(.updateStatus(quota))
  }
}
