/// Every kind of object the API serves. Adding one is a case here, a line in `Kind+Facts.swift` and
/// a file with its type; whatever treats it unlike the others says so where it does.
public enum Kind: String, CaseIterable, Hashable, Sendable {
  case configMap = "ConfigMap"
  case endpoints = "Endpoints"
  case endpointSlice = "EndpointSlice"
  case event = "Event"
  case limitRange = "LimitRange"
  case namespace = "Namespace"
  case node = "Node"
  case persistentVolume = "PersistentVolume"
  case persistentVolumeClaim = "PersistentVolumeClaim"
  case pod = "Pod"
  case resourceQuota = "ResourceQuota"
  case secret = "Secret"
  case service = "Service"
  case serviceAccount = "ServiceAccount"
  case controllerRevision = "ControllerRevision"
  case daemonSet = "DaemonSet"
  case deployment = "Deployment"
  case replicaSet = "ReplicaSet"
  case statefulSet = "StatefulSet"
  case horizontalPodAutoscaler = "HorizontalPodAutoscaler"
  case cronJob = "CronJob"
  case job = "Job"
  case lease = "Lease"
  case networkPolicy = "NetworkPolicy"
  case podDisruptionBudget = "PodDisruptionBudget"
  case priorityClass = "PriorityClass"
  case storageClass = "StorageClass"
  case replicationController = "ReplicationController"
  case componentStatus = "ComponentStatus"
  case ingress = "Ingress"
  case ingressClass = "IngressClass"
  case runtimeClass = "RuntimeClass"
  case csiNode = "CSINode"
  case role = "Role"
  case roleBinding = "RoleBinding"
  case clusterRole = "ClusterRole"
  case clusterRoleBinding = "ClusterRoleBinding"
}

extension Kind: Comparable {
  /// In the order of their names.
  public static func < (left: Kind, right: Kind) -> Bool {
    ranks[left.number] < ranks[right.number]
  }

  public static func == (left: Kind, right: Kind) -> Bool { left.number == right.number }

  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// The place of the case: keys are compared and hashed all the time, and a raw value is text.
  var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  /// Places in the order of names, by number.
  private static let ranks: [Int] = {
    var ranks = [Int](repeating: 0, count: allCases.count)
    let inOrder = allCases.sorted { $0.rawValue < $1.rawValue }
    for (rank, kind) in inOrder.enumerated() { ranks[kind.number] = rank }
    return ranks
  }()
}
