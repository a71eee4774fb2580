import Engine

extension Notice {
  /// One line about one or several of the same, such as `12:06:40  3 pods of worker-1 have to go:
  /// the node is lost (why POD)`.
  static func line(of notices: [Notice]) -> String {
    guard let first = notices.first else { return "" }
    return "\(first.time.clockText)  \(sentence(about: first, and: notices.count - 1))"
  }

  private static func sentence(about notice: Notice, and others: Int) -> String {
    let who = notice.name + (others > 0 ? " and \(others) more" : "")
    let pods = others > 0 ? "\(others + 1) pods" : notice.name
    switch notice.subject {
    case .nodeLost(let node, let reason):
      return "\(node) is not ready: "
        + (reason == "NodeStatusUnknown" ? "its kubelet has fallen silent" : reason)
    case .nodeBack(let node): return "\(node) is heard of again"
    case .pressure(let node, let condition): return "\(node) reports \(condition)"
    case .disrupted(let node, let reason):
      return "\(pods) on \(node) \(others > 0 ? "have" : "has") to go: \(cause(reason))"
    case .evicted(let node):
      return "\(pods) \(others > 0 ? "were" : "was") evicted by \(node), which runs short"
    case .outOfMemory(let container):
      return "\(who): container \(container) was killed, out of memory"
    case .failing(let container, let reason): return "\(who): container \(container), \(reason)"
    case .homeless: return "\(pods) \(others > 0 ? "find" : "finds") no node"
    case .stuckRollout: return "\(who): the rollout is stuck"
    case .failedJob(let reason): return "\(who) failed: \(reason)"
    case .scaled(let from, let to): return "\(who) goes from \(from) to \(to) replicas"
    }
  }

  private static func cause(_ reason: String) -> String {
    switch reason {
    case "DeletionByTaintManager": "a taint there is not tolerated any longer"
    case "PreemptionByScheduler": "a more important pod needs the room"
    case "DeletionByPodGC": "its node is gone"
    default: reason
    }
  }
}
