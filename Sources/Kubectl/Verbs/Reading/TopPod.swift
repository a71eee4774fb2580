import Engine
import Objects
import Store

/// `kubectl top pod`
struct TopPod: Verb {
  static let name = "top pod"
  static let aliases = ["top pods", "top po"]
  static let summary = "Display resource (CPU/memory) usage of pods"
  static let usage = "top pod [NAME | -l label]"
  static let takes = WordMeaning.pods
  static let flags = FlagTable(
    """
    all-namespaces A false
    containers false
    field-selector ''
    no-headers false
    selector l ''
    show-swap false
    sort-by ''
    sum false
    use-protocol-buffers true
    """)

  /// A pod older than this should have been measured.
  private static let patience = SimSpan.minutes(2)

  private let options: TopOptions
  private let selection: ObjectSelection
  private let showsContainers: Bool
  private let showsSum: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    options = try TopOptions(invocation, usage: "pod [NAME | -l label]")
    showsContainers = invocation.has("containers")
    showsSum = invocation.has("sum")
    if options.name != nil, options.labelSelector != nil || invocation["field-selector"] != nil {
      throw .error("only one of NAME or selector can be provided")
    }
    var selection = ObjectSelection(
      kind: .pod, labelSelector: options.labelSelector, namespace: invocation.namespace,
      inAllNamespaces: invocation.has("all-namespaces"))
    selection.fieldSelector = invocation["field-selector"]
    self.selection = selection
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    _ = try options.selector()
    let source = try TopOptions.source(in: context)
    let pods = try pods(in: context)
    var metrics = pods.compactMap(source.metrics)
    if metrics.isEmpty { return try explainNothing(pods, in: context) }
    metrics.sort { left, right in
      let (a, b) = (
        "\(left.pod.namespace)/\(left.pod.name)", "\(right.pod.namespace)/\(right.pod.name)"
      )
      return options.isBefore((a, left.total), (b, right.total))
    }
    var lines = options.hasHeader ? [header] : []
    for pod in metrics { lines += rows(pod) }
    if showsSum { lines += sum(metrics) }
    return .show(TopOptions.view(lines))
  }

  private func pods(in context: Context) throws(Failure) -> [Pod] {
    let room = selection.inAllNamespaces ? "" : selection.namespace(in: context)
    try context.ask(
      .resource(
        .init(
          options.name == nil ? "list" : "get", group: "metrics.k8s.io", "pods", namespace: room,
          objectName: options.name ?? "")))
    guard let name = options.name else {
      return try selection.find(in: context).objects.compactMap { $0 as? Pod }
    }
    let key = ObjectKey.pod(name, in: selection.namespace(in: context))
    guard let pod = context.state.pod(key) else { throw .rejected(.notFound(key)) }
    return [pod]
  }

  /// Young pods have not been measured yet; that an older one has not is told.
  private func explainNothing(_ pods: [Pod], in context: Context) throws(Failure) -> Plan {
    if let name = options.name {
      let room = selection.namespace(in: context)
      throw .plain(
        "Error from server (NotFound): podmetrics.metrics.k8s.io \"\(room)/\(name)\" not found")
    }
    if pods.isEmpty {
      let room = selection.namespace(in: context)
      return .show([
        .note(
          selection.inAllNamespaces
            ? "No resources found" : "No resources found in \(room) namespace.")
      ])
    }
    for pod in pods {
      let age = context.now - (pod.metadata.creationTimestamp ?? context.now)
      guard age > Self.patience else { continue }
      throw .error(
        "Metrics not available for pod \(pod.metadata.namespace)/\(pod.metadata.name), age: "
          + age.goText)
    }
    throw .error("metrics not available yet")
  }

  // MARK: - The table

  private var header: [String] {
    (selection.inAllNamespaces ? ["NAMESPACE"] : []) + (showsContainers ? ["POD"] : [])
      + ["NAME", "CPU(cores)", "MEMORY(bytes)"] + (options.showsSwap ? ["SWAP(bytes)"] : [])
  }

  private func rows(_ pod: PodMetrics) -> [[String]] {
    let room = selection.inAllNamespaces ? [pod.pod.namespace] : []
    guard showsContainers else { return [room + [pod.pod.name] + cells(pod.total)] }
    let containers = pod.containers.sorted {
      options.isBefore(($0.name, $0.usage), ($1.name, $1.usage))
    }
    return containers.map { room + [pod.pod.name, $0.name] + cells($0.usage) }
  }

  private func cells(_ usage: ResourceUsage) -> [String] {
    [usage.cpuText, usage.memoryText] + (options.showsSwap ? ["0Mi"] : [])
  }

  /// kubectl counts the columns by the header, and leaves room for what is not there without one.
  private func sum(_ metrics: [PodMetrics]) -> [[String]] {
    let total = metrics.reduce(into: ResourceUsage.zero) { $0 += $1.total }
    let bare = options.showsSwap ? 4 : 3
    let width = options.hasHeader ? header.count : bare
    let rule = Array(repeating: "", count: width - 2) + ["________", "________"]
    return [rule, Array(repeating: "", count: width - 2) + cells(total)]
  }
}
