/// `kubectl cluster-info`: where the control plane is.
struct ClusterInfo: Verb {
  static let name = "cluster-info"
  static let summary = "Display cluster information"
  static let usage = "cluster-info [flags]"
  static let flags = FlagTable("")

  /// Where the API server would be, as kubeconfig says it.
  static let server = "https://127.0.0.1:6443"

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show(
      """
      Kubernetes control plane is running at \(Self.server)

      To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.

      """)
  }
}
