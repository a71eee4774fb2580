import Objects

/// `kubectl cluster-info`: where the control plane is.
struct ClusterInfo: Verb {
  static let name = "cluster-info"
  static let summary = "Display cluster information"
  static let usage = "cluster-info [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show(
      """
      Kubernetes control plane is running at \(Kubeconfig.server)

      To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.

      """)
  }
}
