import Objects

/// The record of field managers as the API shows it, worked out when somebody looks.
public enum ManagedFields {
  /// Everybody who manages fields of a stored object, in the server's order.
  public static func entries(of object: any APIObject) -> [FieldManagers.Entry] {
    let managers = object.metadata.managers
    var entries = managers.entries
    let others = entries.reduce(FieldSet()) { $0.union($1.fields) }
    let parts: [(FieldManagers.Trace?, ClusterState.WrittenPart, String)] = [
      (managers.whole, .whole, ""), (managers.status, .status, "status"),
    ]
    for (trace, part, subresource) in parts {
      guard let trace else { continue }
      let all = FieldComparison(
        .object(Members()), object.managed(part), kind: object.kind)
      var entry = FieldManagers.Entry(
        trace.component.rawValue, .update, subresource: subresource,
        apiVersion: object.kind.apiVersion, at: trace.time,
        fields: all.written.removing(unmanaged(of: object)).subtracting(unmanagedList(of: object))
          .subtracting(others))
      if let own = entries.firstIndex(where: { $0.isSameWriter(as: entry) }) {
        entry.fields = entry.fields.union(entries[own].fields)
        entry.time = [entry.time, entries[own].time].compactMap(\.self).max()
        entries[own] = entry
      } else if !entry.fields.isEmpty {
        entries.append(entry)
      }
    }
    return entries.inServerOrder
  }

  /// A pod's list of conditions is begun by its binding, which is nobody's write.
  private static func unmanagedList(of object: any APIObject) -> FieldSet {
    var list = FieldSet()
    if object is Pod { list.insert(["f:status", "f:conditions"]) }
    return list
  }

  /// What is in an object without anybody having written it: admission and the server's own
  /// bookkeeping put it there.
  private static func unmanaged(of object: any APIObject) -> [[String]] {
    guard let pod = object as? Pod else { return [] }
    let conditions = ["f:status", "f:conditions"]
    var paths: [[String]] = [
      ["f:spec", "f:nodeName"], ["f:spec", "f:preemptionPolicy"], ["f:spec", "f:priority"],
      ["f:status", "f:qosClass"], conditions + ["k:{\"type\":\"PodScheduled\"}"],
      ["f:metadata", "f:annotations", "f:kubernetes.io/limit-ranger"],
    ]
    if pod.status.phase == .pending { paths.append(["f:status", "f:phase"]) }
    if pod.spec.serviceAccountName == "default" {
      paths += [["f:spec", "f:serviceAccount"], ["f:spec", "f:serviceAccountName"]]
    }
    let added = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
    if pod.spec.tolerations.allSatisfy({ added.contains($0.key) }) {
      paths.append(["f:spec", "f:tolerations"])
    }
    return paths + tokenPaths(of: pod)
  }

  /// The volume that every pod gets for talking to the API server, and where it is mounted.
  private static func tokenPaths(of pod: Pod) -> [[String]] {
    let names = pod.spec.volumes.map(\.name)
      .filter { $0.hasPrefix(ServiceAccountToken.volumePrefix) }
    guard let name = names.first else { return [] }
    var paths: [[String]] = []
    paths.append(
      pod.spec.volumes.count == 1
        ? ["f:spec", "f:volumes"] : ["f:spec", "f:volumes", "k:{\"name\":\"\(name)\"}"])
    let mount = "/var/run/secrets/kubernetes.io/serviceaccount"
    let lists = [
      ("f:containers", pod.spec.containers), ("f:initContainers", pod.spec.initContainers),
    ]
    for (list, containers) in lists {
      for container in containers {
        let place = ["f:spec", list, "k:{\"name\":\"\(container.name)\"}", "f:volumeMounts"]
        paths.append(
          container.volumeMounts.count == 1 ? place : place + ["k:{\"mountPath\":\"\(mount)\"}"])
      }
    }
    return paths
  }
}
