import Engine
import Objects
import Store

/// The pod that a word such as `web`, `pod/web` or `deployment/web` leads to.
struct PodTarget {
  var pod: Pod
  /// How many pods there were to choose from.
  var choices: Int

  /// Finds it; kinds that own or select pods lead to their readiest one.
  static func find(
    _ word: String, namespace: String, in context: Context
  ) throws(Failure) -> PodTarget {
    let key = try key(of: word, namespace: namespace)
    let object = try ObjectSelection.object(key, in: context)
    if let pod = object as? Pod { return PodTarget(pod: pod, choices: 1) }
    guard let selector = Self.selector(of: object) else {
      throw .error(
        "cannot attach to *v1.\(object.kind.rawValue): selector for "
          + "*v1.\(object.kind.rawValue) not implemented")
    }
    let pods = context.state.pods(in: namespace, matching: selector).sorted(by: comesFirst)
    guard let first = pods.first else {
      throw .error("timed out waiting for the condition")
    }
    return PodTarget(pod: first, choices: pods.count)
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
    if let job = object as? Job { return job.spec.selector }
    if let set = object as? DaemonSet { return set.spec.selector }
    if let set = object as? StatefulSet { return set.spec.selector }
    if let service = object as? Service, !service.spec.selector.isEmpty {
      return LabelSelector(matchLabels: service.spec.selector)
    }
    return nil
  }

  /// Assigned before unassigned, running before pending, ready before unready, ready for longer,
  /// restarted more often, older.
  private static func comesFirst(_ left: Pod, _ right: Pod) -> Bool {
    let a = rank(left)
    let b = rank(right)
    if a != b { return a.lexicographicallyPrecedes(b) }
    return left.metadata.name < right.metadata.name
  }

  private static func rank(_ pod: Pod) -> [Int64] {
    let phases: [PodPhase] = [.running, .unknown, .pending]
    let ready = pod.status.conditions["Ready"]
    let isReady = ready?.status == .isTrue
    let restarts = pod.status.containerStatuses.map(\.restartCount).max() ?? 0
    return [
      pod.spec.nodeName.isEmpty ? 1 : 0,
      Int64(pod.status.phase.flatMap(phases.firstIndex) ?? phases.count), isReady ? 0 : 1,
      isReady ? ready?.lastTransitionTime?.milliseconds ?? .max : .max, -Int64(restarts),
      pod.metadata.creationTimestamp?.milliseconds ?? .max,
    ]
  }
}

extension Pod {
  /// Every container, as kubectl lists them: `app, debug (ephem), first (init)`.
  var containerChoices: String {
    let names =
      spec.containers.map(\.name) + spec.ephemeralContainers.map { "\($0.name) (ephem)" }
      + spec.initContainers.map { "\($0.name) (init)" }
    return names.joined(separator: ", ")
  }

  func hasContainer(_ name: String) -> Bool {
    (spec.containers + spec.initContainers + spec.ephemeralContainers).contains { $0.name == name }
  }

  /// The container that is meant when none is named, and what kubectl says about the choice.
  var defaultContainer: (name: String, notes: [String]) {
    let annotated = metadata.annotations["kubectl.kubernetes.io/default-container"]
    if let annotated, hasContainer(annotated) { return (annotated, []) }
    let first = spec.containers.first?.name ?? ""
    let count =
      spec.containers.count + spec.initContainers.count + spec.ephemeralContainers.count
    let note = "Defaulted container \"\(first)\" out of: \(containerChoices)"
    return (first, count > 1 ? [note] : [])
  }

  /// The status of the container of this name, whatever its sort.
  func containerStatus(_ name: String) -> ContainerStatus? {
    let all =
      status.containerStatuses + status.initContainerStatuses + status.ephemeralContainerStatuses
    return all.first { $0.name == name }
  }
}
