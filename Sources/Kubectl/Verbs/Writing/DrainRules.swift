import Engine
import Objects
import Store

/// Which pods of a node may be moved, and which stand in the way.
struct DrainRules: Sendable {
  var ignoresDaemonSets: Bool
  var deletesLocalData: Bool
  var isForced: Bool
  var labels: LabelSelector
  /// Pods that should have ended more seconds ago than this are left alone; 0 leaves none alone.
  var skippedAfter: Int

  struct Verdict {
    var pods: [Pod] = []
    var warnings: [String] = []
    var refusals: [String] = []
  }

  /// What becomes of one pod.
  private enum Fate {
    case moves
    /// It goes; this is said about it.
    case movesWith(warning: String)
    case staysWith(warning: String)
    case stays
    case refused(why: String)
  }

  func verdict(on node: String, in state: ClusterState, at now: SimTime) -> Verdict {
    var verdict = Verdict()
    // Sentences in the order in which they first came up, each with its pods.
    var warnings: [(text: String, pods: [String])] = []
    var refusals: [(text: String, pods: [String])] = []
    for pod in state.pods(on: node) where labels.matches(pod.metadata.labels) {
      switch fate(of: pod, in: state, at: now) {
      case .moves: verdict.pods.append(pod)
      case .movesWith(let warning):
        verdict.pods.append(pod)
        Self.add(pod, under: warning, to: &warnings)
      case .staysWith(let warning): Self.add(pod, under: warning, to: &warnings)
      case .stays: break
      case .refused(let why): Self.add(pod, under: "cannot delete " + why, to: &refusals)
      }
    }
    verdict.warnings = warnings.map { "\($0.text): \($0.pods.joined(separator: ", "))" }
    verdict.refusals = refusals.map { "\($0.text): \($0.pods.joined(separator: ", "))" }
    return verdict
  }

  private static func add(
    _ pod: Pod, under text: String, to list: inout [(text: String, pods: [String])]
  ) {
    let name = pod.key.namespacedName
    if let place = list.firstIndex(where: { $0.text == text }) {
      list[place].pods.append(name)
    } else {
      list.append((text, [name]))
    }
  }

  /// The first objection decides; of several warnings only the last is told.
  private func fate(of pod: Pod, in state: ClusterState, at now: SimTime) -> Fate {
    if isForgotten(pod, at: now) { return .stays }
    if !pod.hasEnded, let owner = pod.metadata.controller, owner.kind == Kind.daemonSet.rawValue {
      let key = ObjectKey(.daemonSet, namespace: pod.metadata.namespace, name: owner.name)
      guard state[key] == nil else {
        return ignoresDaemonSets
          ? .staysWith(warning: "ignoring DaemonSet-managed Pods")
          : .refused(why: "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)")
      }
      if !isForced { return .refused(why: Rejection.notFound(key).message) }
    }
    // Pods that a kubelet runs from its own files cannot be moved.
    if pod.metadata.annotations["kubernetes.io/config.mirror"] != nil { return .stays }
    if pod.hasEnded { return .moves }
    if !deletesLocalData, pod.spec.volumes.contains(where: { $0.emptyDir != nil }) {
      return .refused(why: "Pods with local storage (use --delete-emptydir-data to override)")
    }
    if pod.metadata.controller != nil { return .moves }
    return isForced
      ? .movesWith(warning: "deleting Pods that declare no controller")
      : .refused(why: "Pods that declare no controller (use --force to override)")
  }

  /// Whether a pod is so late in ending that nobody waits for it.
  func isForgotten(_ pod: Pod, at now: SimTime) -> Bool {
    guard skippedAfter > 0, let time = pod.metadata.deletionTimestamp else { return false }
    return (now - time).milliseconds / 1000 > Int64(skippedAfter)
  }
}
