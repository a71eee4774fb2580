import Engine
import Objects
import Store

/// Something that came about by itself and that nobody should miss.
struct Notice: Hashable {
  /// What several of the same kind, at the same moment, are told as one by.
  enum Subject: Hashable {
    case nodeLost(String, reason: String)
    case nodeBack(String)
    case pressure(node: String, condition: String)
    /// Pods that have to go, from a node, for a reason of the API.
    case disrupted(node: String, reason: String)
    case evicted(node: String)
    case outOfMemory(container: String)
    case failing(container: String, reason: String)
    case homeless
    case stuckRollout
    case failedJob(reason: String)
    case scaled(from: Int, to: Int)
  }

  var time: SimTime
  var subject: Subject
  /// `pod/web`, with the namespace where it is not the present one.
  var name: String

  /// Everything in a change that deserves a line.
  static func notices(in change: Change, from namespace: String) -> [Notice] {
    // What somebody did, they know.
    guard change.actor != .user, change.verb == .updated else { return [] }
    let subjects =
      change.sides(Node.self).map(ofNode) ?? change.sides(Pod.self).map(ofPod)
      ?? change.sides(Deployment.self).map(ofDeployment) ?? change.sides(Job.self).map(ofJob)
      ?? change.sides(HorizontalPodAutoscaler.self).map(ofAutoscaler) ?? []
    let key = change.key
    let isNear = !key.kind.isNamespaced || key.namespace == namespace
    let name = "\(key.kind.singular)/\(key.name)" + (isNear ? "" : " in \(key.namespace)")
    return subjects.map { Notice(time: change.time, subject: $0, name: name) }
  }
}

// MARK: - Kinds

extension Notice {
  private static func ofNode(_ before: Node?, _ after: Node?) -> [Subject] {
    guard let before, let after else { return [] }
    let name = after.metadata.name
    var subjects: [Subject] = []
    let ready = (before.status.conditions["Ready"], after.status.conditions["Ready"])
    if let was = ready.0, let now = ready.1, was.status != now.status {
      if was.status == .isTrue {
        subjects.append(.nodeLost(name, reason: now.reason ?? ""))
      } else if was.reason == "NodeStatusUnknown" {
        subjects.append(.nodeBack(name))
      }
    }
    for condition in after.status.conditions
    where condition.type != "Ready" && condition.status == .isTrue
      && before.status.conditions[condition.type]?.status == .isFalse
    {
      subjects.append(.pressure(node: name, condition: condition.type))
    }
    return subjects
  }

  private static func ofPod(_ before: Pod?, _ after: Pod?) -> [Subject] {
    guard let before, let after else { return [] }
    var subjects: [Subject] = []
    if let target = after.status.conditions["DisruptionTarget"], target.status == .isTrue,
      before.status.conditions["DisruptionTarget"]?.status != .isTrue, let reason = target.reason,
      reason != "EvictionByEvictionAPI", reason != "TerminationByKubelet"
    {
      subjects.append(.disrupted(node: after.spec.nodeName, reason: reason))
    }
    if after.status.reason == "Evicted", before.status.reason != "Evicted" {
      subjects.append(.evicted(node: after.spec.nodeName))
    }
    if after.status.conditions["PodScheduled"]?.reason == "Unschedulable",
      before.status.conditions["PodScheduled"]?.reason != "Unschedulable"
    {
      subjects.append(.homeless)
    }
    let earlier = before.status.allContainerStatuses
    for status in after.status.allContainerStatuses {
      let was = earlier.first { $0.name == status.name }
      subjects += ofContainer(was?.state ?? ContainerState(), status)
    }
    return subjects
  }

  private static let failures: Set<String> = [
    "CrashLoopBackOff", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName",
    "CreateContainerConfigError", "RunContainerError",
  ]

  private static func ofContainer(_ was: ContainerState, _ now: ContainerStatus) -> [Subject] {
    if now.state.terminated?.reason == "OOMKilled", was.terminated == nil {
      return [.outOfMemory(container: now.name)]
    }
    if let reason = now.state.waiting?.reason, reason != was.waiting?.reason,
      failures.contains(reason)
    {
      return [.failing(container: now.name, reason: reason)]
    }
    return []
  }

  private static func ofDeployment(_ before: Deployment?, _ after: Deployment?) -> [Subject] {
    let exceeded = "ProgressDeadlineExceeded"
    let isNew =
      after?.status.conditions["Progressing"]?.reason == exceeded
      && before?.status.conditions["Progressing"]?.reason != exceeded
    return isNew ? [.stuckRollout] : []
  }

  private static func ofJob(_ before: Job?, _ after: Job?) -> [Subject] {
    guard let failed = after?.status.conditions["Failed"], failed.status == .isTrue,
      before?.status.conditions["Failed"] == nil
    else { return [] }
    return [.failedJob(reason: failed.reason ?? "")]
  }

  private static func ofAutoscaler(
    _ before: HorizontalPodAutoscaler?, _ after: HorizontalPodAutoscaler?
  ) -> [Subject] {
    guard let before, let after else { return [] }
    let (from, to) = (before.status.desiredReplicas, after.status.desiredReplicas)
    return from == to || from == 0 ? [] : [.scaled(from: from, to: to)]
  }
}
