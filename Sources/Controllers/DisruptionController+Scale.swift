import Objects
import Store

extension DisruptionController {
  /// How many pods a budget reckons with.
  struct Wanted {
    var expected: Int
    var healthy: Int
  }

  /// Why nobody can say how many pods there should be.
  enum ScaleProblem: Error {
    case noScale(Kind)
    case noController(pod: String)

    var message: String {
      switch self {
      case .noScale(let kind): "\(kind.qualifiedPlural) does not implement the scale subresource"
      case .noController(let pod): "found no controllers for pod \"\(pod)\""
      }
    }
  }

  func wanted(
    by budget: PodDisruptionBudget, of pods: [Pod], in state: ClusterState
  ) throws(ScaleProblem) -> Wanted {
    if let most = budget.spec.maxUnavailable {
      let expected = try scale(of: pods, in: state)
      return Wanted(
        expected: expected, healthy: max(0, expected - most.count(of: expected, roundingUp: true)))
    }
    switch budget.spec.minAvailable {
    case .int(let number): return Wanted(expected: pods.count, healthy: number)
    case .some(let share):
      let expected = try scale(of: pods, in: state)
      return Wanted(expected: expected, healthy: share.count(of: expected, roundingUp: true))
    case nil: return Wanted(expected: 0, healthy: 0)
    }
  }

  /// What the controllers of these pods want together; pods without one do not count.
  private func scale(of pods: [Pod], in state: ClusterState) throws(ScaleProblem) -> Int {
    var seen: Set<String> = []
    var total = 0
    for pod in pods {
      guard let owner = pod.metadata.controller, !seen.contains(owner.uid) else { continue }
      seen.insert(owner.uid)
      guard let found = try scale(of: owner, in: pod.metadata.namespace, state) else {
        throw .noController(pod: pod.metadata.name)
      }
      // Several ReplicaSets of one Deployment are that Deployment once.
      if found.uid != owner.uid {
        if seen.contains(found.uid) { continue }
        seen.insert(found.uid)
      }
      total += found.replicas
    }
    return total
  }

  private func scale(
    of owner: OwnerReference, in namespace: String, _ state: ClusterState
  ) throws(ScaleProblem) -> (uid: String, replicas: Int)? {
    guard let kind = Kind(rawValue: owner.kind) else { return nil }
    let object = state[ObjectKey(kind, namespace: namespace, name: owner.name)]
    if let set = object as? ReplicaSet, set.metadata.uid == owner.uid {
      if let above = set.metadata.controller, above.kind == Kind.deployment.rawValue,
        let deployment = state.get(Deployment.self, above.name, in: namespace),
        deployment.metadata.uid == above.uid
      {
        return (above.uid, deployment.spec.replicas ?? 1)
      }
      return (owner.uid, set.spec.replicas ?? 1)
    }
    if let set = object as? StatefulSet, set.metadata.uid == owner.uid {
      return (owner.uid, set.spec.replicas ?? 1)
    }
    if let deployment = object as? Deployment, deployment.metadata.uid == owner.uid {
      return (owner.uid, deployment.spec.replicas ?? 1)
    }
    if let controller = object as? ReplicationController, controller.metadata.uid == owner.uid {
      return (owner.uid, controller.spec.replicas ?? 1)
    }
    let scalable: [Kind] = [.replicaSet, .statefulSet, .deployment, .replicationController]
    if !scalable.contains(kind) { throw .noScale(kind) }
    return nil
  }
}
