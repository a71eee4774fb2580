import Engine
import Objects
import Store

/// The pod that a word such as `web`, `pod/web` or `deployment/web` leads to.
struct PodTarget {
  /// Which of several pods is taken, and how it is told that there can be none.
  enum Purpose {
    case attaching
    case reading

    fileprivate var start: String {
      switch self {
      case .attaching: "cannot attach to"
      case .reading: "cannot get the logs from"
      }
    }
  }

  var pod: Pod
  /// How many pods there were to choose from.
  var choices: Int

  /// Finds it; kinds that own or select pods lead to their readiest one.
  static func find(
    _ word: String, namespace: String, in context: Context, for purpose: Purpose = .attaching
  ) throws(Failure) -> PodTarget {
    let key = try key(of: word, namespace: namespace)
    return try find(key, in: context, for: purpose)
  }

  static func find(
    _ key: ObjectKey, in context: Context, for purpose: Purpose = .attaching
  ) throws(Failure) -> PodTarget {
    let object = try ObjectSelection.object(key, in: context)
    if let pod = object as? Pod { return PodTarget(pod: pod, choices: 1) }
    let pods = try pods(of: object, in: context, for: purpose)
    guard let first = pods.first else {
      throw .error("timed out waiting for the condition")
    }
    return PodTarget(pod: first, choices: pods.count)
  }

  /// The pods that an object owns or selects, the one to take first.
  static func pods(
    of object: any APIObject, in context: Context, for purpose: Purpose
  ) throws(Failure) -> [Pod] {
    let type = "*\(object.kind.facts.version).\(object.kind.rawValue)"
    if let service = object as? Service, service.spec.selector.isEmpty {
      throw .error(
        "\(purpose.start) \(type): invalid service '\(service.metadata.name)': Service is defined "
          + "without a selector")
    }
    guard let selector = Self.selector(of: object) else {
      throw .error("\(purpose.start) \(type): selector for \(type) not implemented")
    }
    return context.state.pods(in: object.metadata.namespace, matching: selector).sorted {
      comesFirst($0, $1, for: purpose)
    }
  }

  static func key(of word: String, namespace: String) throws(Failure) -> ObjectKey {
    guard word.contains("/") else { return .pod(word, in: namespace) }
    do throws(UsageError) {
      let words = try ResourceWords([word])
      guard let name = words.names.first else { throw .malformedResource(word) }
      return ObjectKey(name.kind, namespace: namespace, name: name.name)
    } catch {
      throw .usage(error)
    }
  }

  /// The pods that belong to an object; nil when it has none.
  static func selector(of object: any APIObject) -> LabelSelector? {
    if let deployment = object as? Deployment { return deployment.spec.selector }
    if let set = object as? ReplicaSet { return set.spec.selector }
    if let controller = object as? ReplicationController { return controller.labelSelector }
    if let job = object as? Job { return job.spec.selector }
    if let set = object as? DaemonSet { return set.spec.selector }
    if let set = object as? StatefulSet { return set.spec.selector }
    if let service = object as? Service, !service.spec.selector.isEmpty {
      return LabelSelector(matchLabels: service.spec.selector)
    }
    return nil
  }

  /// Assigned before unassigned, running before pending, ready before unready, ready for longer;
  /// then, to read its log, the one that was restarted more often, and to join it the one that was
  /// restarted less; the older one.
  private static func comesFirst(_ left: Pod, _ right: Pod, for purpose: Purpose) -> Bool {
    let a = rank(left, for: purpose)
    let b = rank(right, for: purpose)
    if a != b { return a.lexicographicallyPrecedes(b) }
    return left.metadata.name < right.metadata.name
  }

  private static func rank(_ pod: Pod, for purpose: Purpose) -> [Int64] {
    let phases: [PodPhase] = [.running, .unknown, .pending]
    let ready = pod.status.conditions["Ready"]
    let isReady = ready?.status == .isTrue
    let restarts = Int64(pod.status.containerStatuses.map(\.restartCount).max() ?? 0)
    return [
      pod.spec.nodeName.isEmpty ? 1 : 0,
      Int64(pod.status.phase.flatMap(phases.firstIndex) ?? phases.count), isReady ? 0 : 1,
      isReady ? ready?.lastTransitionTime?.milliseconds ?? .max : .max,
      purpose == .reading ? -restarts : restarts,
      pod.metadata.creationTimestamp?.milliseconds ?? .max,
    ]
  }
}

extension Kubectl {
  /// The pod that exec would go into for something that owns or selects pods.
  public static func firstPod(of object: any APIObject, in context: Context) -> Pod? {
    (try? PodTarget.pods(of: object, in: context, for: .attaching))?.first
  }
}
