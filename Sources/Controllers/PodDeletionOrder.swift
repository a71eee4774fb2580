import Engine
import Objects

/// Which of its pods a ReplicaSet gives up first when it has too many.
struct PodDeletionOrder {
  let now: SimTime
  /// How many active pods of the same family of ReplicaSets are on a node, by the node's name.
  let crowds: [String: Int]

  /// `related` are all active pods of all ReplicaSets that have the same owner.
  init(at now: SimTime, related: [Pod]) {
    self.now = now
    crowds = Dictionary(related.map { ($0.spec.nodeName, 1) }, uniquingKeysWith: +)
  }

  /// The pods, those to be deleted first in front.
  func sorted(_ pods: [Pod]) -> [Pod] { pods.sorted(by: precedes) }

  /// Whether `left` goes before `right`: the first difference decides.
  func precedes(_ left: Pod, _ right: Pod) -> Bool {
    let differences = [
      rank(left.spec.nodeName.isEmpty) - rank(right.spec.nodeName.isEmpty),
      Self.rank(left.status.phase) - Self.rank(right.status.phase),
      rank(!left.isReady) - rank(!right.isReady),
      Self.deletionCost(left) - Self.deletionCost(right),
      (crowds[right.spec.nodeName] ?? 0) - (crowds[left.spec.nodeName] ?? 0),
    ]
    if let first = differences.first(where: { $0 != 0 }) { return first < 0 }
    if let younger = isYounger(left.readySince, right.readySince, left, right) { return younger }
    if left.mostRestarts != right.mostRestarts { return left.mostRestarts > right.mostRestarts }
    let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let younger = isYounger(created.0, created.1, left, right) { return younger }
    return left.metadata.uid < right.metadata.uid
  }

  private func rank(_ goesFirst: Bool) -> Int { goesFirst ? 0 : 1 }

  private static func rank(_ phase: PodPhase?) -> Int {
    switch phase {
    case .pending, nil: 0
    case .unknown: 1
    case .running, .succeeded, .failed: 2
    }
  }

  /// A number of 32 bits; any other text costs nothing.
  private static func deletionCost(_ pod: Pod) -> Int {
    let text = pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]
    return text.flatMap { Int32($0) }.map { Int($0) } ?? 0
  }

  /// Whether `left` is younger; nil when the times do not differ. Ages are compared by their
  /// binary magnitude only, so that chance, in the form of the uid, decides among similar ones.
  private func isYounger(
    _ left: SimTime?, _ right: SimTime?, _ leftPod: Pod, _ rightPod: Pod
  ) -> Bool? {
    guard let left, let right, left != right else { return nil }
    let difference = magnitude(now - left) - magnitude(now - right)
    return difference == 0 ? leftPod.metadata.uid < rightPod.metadata.uid : difference < 0
  }

  /// ⌊log₂⌋ of an age in nanoseconds; -1 for no age at all.
  private func magnitude(_ age: SimSpan) -> Int {
    guard age > .zero else { return -1 }
    // Go's ages end after 292 years; a status may name the year 1.
    let nanoseconds = age.milliseconds.multipliedClamped(by: 1_000_000)
    return Int64.bitWidth - 1 - nanoseconds.leadingZeroBitCount
  }
}
