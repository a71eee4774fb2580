/// `kubectl top`: needs a metrics server, which the simulated cluster does not run.
struct Top: VerbGroup {
  static let name = "top"
  static let summary = "Display resource (CPU/memory) usage"
  static let usage = "top [flags]"
}

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

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    throw .error("Metrics API not available")
  }
}

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

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    throw .error("Metrics API not available")
  }
}
