import Engine
import Objects

/// Which cluster a command asks, as whom, and in which namespace, as far as the flags that every
/// verb takes say so; the rest is in the kubeconfig.
public struct Connection: Sendable {
  private let context: String?
  private let cluster: String?
  private let user: String?
  private let server: String?
  private let timeout: String
  /// `--warnings-as-errors`
  public let failsOnWarnings: Bool

  /// `own` are the flags of the verb itself: where one of them has such a name, it means another
  /// thing, as `--user` of `create rolebinding` does.
  init(_ invocation: Invocation, besides own: FlagTable = FlagTable("")) {
    func value(_ flag: String) -> String? { own[flag] == nil ? invocation[flag] : nil }
    context = value("context")
    cluster = value("cluster")
    user = value("user")
    server = value("server")
    timeout = invocation["request-timeout"] ?? "0"
    failsOnWarnings = invocation.has("warnings-as-errors")
  }

  /// Settles the namespace, and says so when there is no server to ask.
  public func open(_ world: inout Context) throws(Failure) {
    guard Int(timeout) != nil || SimSpan(goText: timeout) != nil else {
      throw .error(
        "Invalid timeout value. Timeout must be a single integer in seconds, or an integer "
          + "followed by a corresponding time unit (e.g. 1s | 2m | 3h)")
    }
    let config = world.kubeconfig
    let name = context ?? config.currentContext
    world.namespace = config.namespace(of: name)
    var problems: [String] = []
    if !name.isEmpty, config[.contexts, name] == nil {
      problems.append("context was not found for specified context: \(name)")
    }
    let values = config[.contexts, name]
    let isNamed = cluster != nil
    let cluster = cluster ?? values?["cluster"]?.string ?? ""
    if !cluster.isEmpty, server == nil, config[.clusters, cluster]?["server"]?.string == nil {
      problems.append("no server found for cluster \"\(cluster)\"")
    }
    if problems.isEmpty, let user, config[.users, user] == nil {
      throw .error("auth info \"\(user)\" does not exist")
    }
    guard problems.isEmpty else {
      if isNamed, problems.count == 1 { throw .error(problems[0]) }
      let list = problems.count == 1 ? problems[0] : problems.map { "\n* \($0)" }.joined()
      throw .plain("Error in configuration: \(list)")
    }
    let address = server ?? config[.clusters, cluster]?["server"]?.string ?? "localhost:8080"
    guard address == Kubeconfig.server else {
      let host = address.split(separator: "/").last { $0.contains(":") || $0.contains(".") }
      throw .plain(
        "The connection to the server \(host.map(String.init) ?? address) was refused - did you "
          + "specify the right host or port?")
    }
  }
}

/// A line of kubectl's, understood.
public struct KubectlLine: Sendable {
  public let verb: any Verb
  public let connection: Connection
}
