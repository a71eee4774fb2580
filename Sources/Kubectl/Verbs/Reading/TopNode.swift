import Engine
import Objects
import Store

/// `kubectl top node`
struct TopNode: Verb {
  static let name = "top node"
  static let aliases = ["top nodes", "top no"]
  static let summary = "Display resource (CPU/memory) usage of nodes"
  static let usage = "top node [NAME | -l label]"
  static let takes = WordMeaning.nodes
  static let flags = FlagTable(
    """
    no-headers false
    selector l ''
    show-capacity false
    show-swap false
    sort-by ''
    use-protocol-buffers true
    """)

  private let options: TopOptions
  private let showsCapacity: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    options = try TopOptions(invocation, usage: "node [NAME | -l label]")
    showsCapacity = invocation.has("show-capacity")
    if options.name != nil, options.labelSelector != nil {
      throw .error("only one of NAME or --selector can be provided")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let selector = try options.selector()
    let source = try TopOptions.source(in: context)
    let nodes = try nodes(matching: selector, in: context)
    var measured: [(name: String, usage: ResourceUsage, node: Node)] = []
    var silent: [String] = []
    for node in nodes {
      if let metrics = source.metrics(of: node) {
        measured.append((metrics.node, metrics.usage, node))
      } else {
        silent.append(node.metadata.name)
      }
    }
    guard !measured.isEmpty else {
      guard let name = options.name else { throw .error("metrics not available yet") }
      throw .plain(
        "Error from server (NotFound): nodemetrics.metrics.k8s.io "
          + "\"\(name.withControlsQuoted)\" not found")
    }
    measured.sort { options.isBefore(($0.name, $0.usage), ($1.name, $1.usage)) }
    var lines = options.hasHeader ? [header] : []
    lines += measured.map { row($0.usage, of: $0.node) }
    let unknown = Array(repeating: "<unknown>", count: options.showsSwap ? 6 : 4)
    lines += silent.map { [$0] + unknown }
    return .show(TopOptions.view(lines))
  }

  private func nodes(
    matching selector: LabelSelector, in context: Context
  ) throws(Failure) -> [Node] {
    try context.ask(
      .resource(
        .init(
          options.name == nil ? "list" : "get", group: "metrics.k8s.io", "nodes",
          objectName: options.name ?? "")))
    guard let name = options.name else {
      return context.state.all(Node.self).filter { selector.matches($0.metadata.labels) }
    }
    guard let node = context.state.node(name) else { throw .rejected(.notFound(.node(name))) }
    return [node]
  }

  private var header: [String] {
    ["NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"]
      + (options.showsSwap ? ["SWAP(bytes)", "SWAP(%)"] : [])
  }

  private func row(_ usage: ResourceUsage, of node: Node) -> [String] {
    let room = showsCapacity ? node.status.capacity : node.status.allocatable
    // No machine of a cluster has any swap: nothing is known of it.
    let swap = options.showsSwap ? ["<unknown>", "<unknown>"] : []
    return [
      node.metadata.name,
      usage.cpuText, "\(usage.cpuMillis.percent(of: room.cpuMillis))%",
      usage.memoryText, "\(usage.memoryBytes.percent(of: room.memoryBytes))%",
    ] + swap
  }
}
