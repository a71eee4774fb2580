/// Every kind of object the API serves. Adding one is a case here, a file with its type, and what
/// the compiler then lists.
public enum Kind: String, CaseIterable, Hashable, Sendable {
  case configMap = "ConfigMap"
  case endpointSlice = "EndpointSlice"
  case event = "Event"
  case namespace = "Namespace"
  case node = "Node"
  case pod = "Pod"
  case service = "Service"
  case serviceAccount = "ServiceAccount"
  case deployment = "Deployment"
  case replicaSet = "ReplicaSet"
  case lease = "Lease"
  case priorityClass = "PriorityClass"
}

extension Kind: Comparable {
  /// In the order of their names.
  public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
}
