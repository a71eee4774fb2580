import Engine
import HashTreeCollections
import Objects
import Store

/// Sets the size of what HorizontalPodAutoscalers look after, by what its pods use.
struct HorizontalPodAutoscalerController: ControlLoop {
  static let name = "horizontal-pod-autoscaler-controller"
  static let component = "horizontal-pod-autoscaler"
  static let watched: Set<Kind>? = [.horizontalPodAutoscaler]

  /// Every autoscaler is looked at this often, and first this long after it came.
  static let period = SimSpan.seconds(15)

  private var histories = TreeDictionary<ObjectKey, ScalingHistory>()

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if change.verb == .deleted {
      histories[change.key] = nil
      return []
    }
    return [(change.key, now + Self.period)]
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let autoscaler = draft.state[object] as? HorizontalPodAutoscaler else {
      return
    }
    var round = AutoscalingRound(
      of: autoscaler, remembering: histories[object] ?? ScalingHistory(), at: draft.now)
    round.run(&draft)
    histories[object] = round.history
    draft.look(object, at: draft.now + Self.period)
  }
}
