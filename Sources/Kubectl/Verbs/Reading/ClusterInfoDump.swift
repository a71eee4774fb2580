import Engine
import Manifests
import Objects
import Store

/// `kubectl cluster-info dump`: everything at once, for whoever has to find out what is wrong.
struct ClusterInfoDump: Verb {
  static let name = "cluster-info dump"
  static let summary = "Dump relevant information for debugging and diagnosis"
  static let usage = "cluster-info dump [flags]"
  static let flags = FlagTable(
    """
    all-namespaces A false
    allow-missing-template-keys true
    namespaces []
    output o json
    output-directory ''
    pod-running-timeout 20s
    show-managed-fields false
    template ''
    """)

  /// What is printed of every namespace, in this order.
  private static let kinds = [
    "events", "replicationcontrollers", "services", "daemonsets", "deployments", "replicasets",
    "pods",
  ]

  private let format: OutputFormat
  private let inAllNamespaces: Bool
  private let namespaces: [String]
  private let showsManagedFields: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)
    self.format = format ?? .json()
    inAllNamespaces = invocation.has("all-namespaces")
    namespaces = invocation.commaList("namespaces")
    showsManagedFields = invocation.has("show-managed-fields")
    if let folder = invocation["output-directory"], folder != "-" {
      throw .error(
        "podlab writes no folder of files: leave out --output-directory and send the output to a "
          + "file with >")
    }
  }

  var fileNeeds: [FileNeed] { format.fileNeed.map { [$0] } ?? [] }

  func plan(in context: Context) throws(Failure) -> Plan {
    let format = try format.resolved(in: context)
    var plans = [Plan.show(parts(.node, nil, format, in: context))]
    for room in rooms(in: context) {
      var parts: [Part] = []
      for word in Self.kinds {
        if let kind = try? Kind(kubectlWord: word) {
          parts += self.parts(kind, room, format, in: context)
        }
      }
      plans.append(.show(parts))
      for key in context.state.keys(.pod, in: room) {
        guard let pod = context.state.pod(key) else { continue }
        for container in pod.spec.initContainers + pod.spec.containers {
          plans += logs(of: container.name, pod)
        }
      }
    }
    return .inOrder(plans)
  }

  private func rooms(in context: Context) -> [String] {
    if inAllNamespaces { return context.state.keys(.namespace).map(\.name) }
    if !namespaces.isEmpty { return namespaces }
    return context.namespace == "kube-system"
      ? ["kube-system"] : ["kube-system", context.namespace]
  }

  private func parts(
    _ kind: Kind, _ room: String?, _ format: OutputFormat, in context: Context
  ) -> [Part] {
    let items = context.state.keys(kind, in: room).compactMap { context.state[$0] }
    let list: APIValue = [
      "apiVersion": .string(kind.apiVersion),
      "items": .array(items.map { $0.shown(managedFields: showsManagedFields) }),
      "kind": .string(kind.rawValue + "List"),
      "metadata": ["resourceVersion": .string("\(context.state.revision)")],
    ]
    return format.parts(for: list) ?? []
  }

  private func logs(of container: String, _ pod: Pod) -> [Plan] {
    let place = "container \(container) of pod \(pod.metadata.namespace)/\(pod.metadata.name)"
    var request = LogsRequest([
      LogsRequest.Source(ContainerAddress(pod: pod.key, container: container))
    ])
    request.ignoresErrors = true
    return [
      .show("==== START logs for \(place) ====\n"), .run(.logs(request)),
      .show("==== END logs for \(place) ====\n"),
    ]
  }
}
