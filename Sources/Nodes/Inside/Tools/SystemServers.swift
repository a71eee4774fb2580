import Engine

/// The programs a cluster is made of: inside their containers they only listen and say so. What
/// they do for the cluster is done by the models of it.
enum SystemServers: Tool {
  static let names = ports.map(\.name)

  private static let ports: [(name: String, ports: [Int])] = [
    ("etcd", [2379, 2380]), ("kube-apiserver", [6443]), ("kube-controller-manager", [10257]),
    ("kube-scheduler", [10259]), ("kube-proxy", [10256]), ("coredns", [53, 8080, 8181, 9153]),
    ("metrics-server", [10250]), ("kindnetd", []),
  ]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let ports = Self.ports.first { $0.name == call.name }?.ports ?? []
    return .serve(
      Server(
        TextDaemon(
          name: call.name, ports: ports, text: "OK\n",
          greeting: greeting(of: call.name, at: call.now))))
  }

  private static func greeting(of name: String, at now: SimTime) -> String {
    switch name {
    case "coredns": return ".:53\n[INFO] plugin/reload: Running configuration\nCoreDNS-1.13.1\n"
    case "etcd":
      return "{\"level\":\"info\",\"ts\":\"\(now.rfc3339Micro)\","
        + "\"msg\":\"serving client traffic\"}\n"
    default:
      let day = now.rfc3339.dropFirst(5).prefix(5).filter { $0 != "-" }
      return "I\(day) \(now.clockText).000000       1 server.go: \"Starting \(name)\"\n"
    }
  }
}
