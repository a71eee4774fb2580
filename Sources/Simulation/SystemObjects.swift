import Controllers
import Engine
import Objects
import Store

/// What is there before anybody creates anything, as on any cluster.
enum SystemObjects {
  static var all: [any APIObject] { namespaces + priorityClasses + [ServerService.service] }

  /// A cluster with the roles and bindings that are there before its first machine is.
  static func furnished(at now: SimTime) -> ClusterState {
    now == .worldBegins ? usual : ClusterState(furnishedWith: BootstrapAccess.objects, at: now)
  }

  private static let usual = ClusterState(
    furnishedWith: BootstrapAccess.objects, at: .worldBegins)

  private static var namespaces: [any APIObject] {
    ["default", Lease.nodesNamespace, "kube-public", "kube-system"].map { name in
      var namespace = Namespace()
      namespace.metadata = ObjectMeta(name: name)
      return namespace
    }
  }

  private static var priorityClasses: [any APIObject] {
    [
      priorityClass(
        "system-cluster-critical", 2_000_000_000,
        "Used for system critical pods that must run in the cluster, but can be moved to another "
          + "node if necessary."),
      priorityClass(
        "system-node-critical", 2_000_001_000,
        "Used for system critical pods that must not be moved from their current node."),
    ]
  }

  private static func priorityClass(
    _ name: String, _ priority: Int, _ description: String
  ) -> PriorityClass {
    var priorityClass = PriorityClass()
    priorityClass.metadata = ObjectMeta(name: name)
    priorityClass.priority = priority
    priorityClass.description = description
    return priorityClass
  }
}
