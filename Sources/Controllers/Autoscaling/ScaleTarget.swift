import Objects
import Store

/// What an autoscaler scales: something with a number of replicas and a selector.
struct ScaleTarget {
  let object: any APIObject
  let replicas: Int
  let selector: LabelSelector

  /// Why there is nothing to scale.
  struct Problem: Error, Hashable {
    var message: String
  }

  init(_ object: any APIObject) throws(Problem) {
    self.object = object
    if let deployment = object as? Deployment {
      replicas = deployment.spec.replicas ?? 1
      selector = deployment.spec.selector
    } else if let set = object as? ReplicaSet {
      replicas = set.spec.replicas ?? 1
      selector = set.spec.selector
    } else if let set = object as? StatefulSet {
      replicas = set.spec.replicas ?? 1
      selector = set.spec.selector
    } else if let controller = object as? ReplicationController {
      replicas = controller.spec.replicas ?? 1
      selector = controller.labelSelector
    } else {
      throw Problem(message: "the server could not find the requested resource")
    }
  }

  /// What `reference` names in a namespace.
  init(
    _ reference: CrossVersionReference, in namespace: String, of state: ClusterState
  ) throws(Problem) {
    let parts = (reference.apiVersion ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count < 3 else {
      throw Problem(
        message: "unexpected GroupVersion string: \(reference.apiVersion ?? "")")
    }
    let group = parts.count == 2 ? String(parts[0]) : ""
    guard let kind = Kind(rawValue: reference.kind), kind.facts.group == group else {
      throw Problem(message: "no matches for kind \"\(reference.kind)\" in group \"\(group)\"")
    }
    let key = ObjectKey(kind, namespace: namespace, name: reference.name)
    guard let object = state[key] else {
      throw Problem(message: Rejection.notFound(key).message)
    }
    try self.init(object)
  }

  /// The object with another number of replicas.
  func scaled(to replicas: Int) -> any APIObject {
    if var deployment = object as? Deployment {
      deployment.spec.replicas = replicas
      return deployment
    }
    if var set = object as? ReplicaSet {
      set.spec.replicas = replicas
      return set
    }
    if var set = object as? StatefulSet {
      set.spec.replicas = replicas
      return set
    }
    if var controller = object as? ReplicationController {
      controller.spec.replicas = replicas
      return controller
    }
    return object
  }
}
