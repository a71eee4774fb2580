import Engine
import Objects

/// What an object is in a few words, for lists to choose a name from.
extension Kubectl {
  /// Cells of the kind's own table, such as `Running` and `worker-2` of a pod; none for kinds whose
  /// names say enough.
  public static func notes(on object: any APIObject, at now: SimTime) -> [String] {
    let kind = type(of: object).kind
    guard let columns = noted[kind] else { return [] }
    let header = kind.header(wide: true)
    let cells = object.cells(wide: true, at: now)
    return columns.map { column in
      guard let place = header.firstIndex(of: column.name), place < cells.count else { return "" }
      let cell = cells[place]
      return cell.hasPrefix("<none>") || cell.isEmpty ? "" : cell + column.unit
    }
  }

  /// The columns that tell objects of a kind apart, with what their numbers count.
  private static let noted: [Kind: [(name: String, unit: String)]] = [
    .pod: [("STATUS", ""), ("NODE", "")], .node: [("STATUS", ""), ("ROLES", "")],
    .namespace: [("STATUS", "")], .deployment: [("READY", " ready")],
    .statefulSet: [("READY", " ready")], .daemonSet: [("READY", " ready")],
    .replicaSet: [("READY", " ready")], .job: [("STATUS", ""), ("COMPLETIONS", "")],
    .cronJob: [("SCHEDULE", "")], .service: [("TYPE", ""), ("PORT(S)", "")],
    .persistentVolumeClaim: [("STATUS", ""), ("CAPACITY", "")],
    .persistentVolume: [("STATUS", ""), ("CAPACITY", "")],
    .storageClass: [("PROVISIONER", "")], .secret: [("TYPE", "")],
    .configMap: [("DATA", " keys")], .ingress: [("HOSTS", "")],
    .horizontalPodAutoscaler: [("TARGETS", "")],
  ]
}
