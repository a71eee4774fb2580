import Engine
import Objects

/// What `/etc/resolv.conf` says: whom to ask for names, and how to complete short ones.
struct ResolverFile: Hashable, Sendable {
  var servers: [String] = []
  var searches: [String] = []
  var options: [String] = []

  /// The address of the cluster's DNS Service, which kubelets are told.
  static let clusterServer = "10.96.0.10"
  /// What the machines ask themselves.
  static let machineServer = "192.168.0.1"
  private static let mostServers = 3
  private static let mostSearches = 32

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.first {
      case "nameserver": servers += words.dropFirst().prefix(1)
      case "search", "domain": searches = Array(words.dropFirst())
      case "options": options += words.dropFirst()
      case .some, nil: break
      }
    }
    servers = Array(servers.prefix(Self.mostServers))
  }

  /// What decides over the file of a pod.
  private struct Cause: Equatable, Sendable {
    let namespace: String
    let policy: String
    let usesHostNetwork: Bool
    let more: APIValue?
  }

  /// The pods of a namespace mostly share theirs.
  private static let known = Memo<(cause: Cause, file: ResolverFile)>(keeping: 16)

  /// What the kubelet writes for a pod.
  init(for pod: Pod) {
    let cause = Cause(
      namespace: pod.metadata.namespace, policy: pod.spec.dnsPolicy ?? "ClusterFirst",
      usesHostNetwork: pod.spec.hostNetwork == true, more: pod.spec.unlisted["dnsConfig"])
    let known = Self.known.answer {
      $0.cause == cause
    } orElse: {
      (cause, ResolverFile(cause))
    }
    self = known.file
  }

  private init(_ cause: Cause) {
    let isCluster =
      cause.policy == "ClusterFirstWithHostNet"
      || (cause.policy == "ClusterFirst" && !cause.usesHostNetwork)
    if isCluster {
      servers = [Self.clusterServer]
      let domain = NameService.domain
      searches = ["\(cause.namespace).svc.\(domain)", "svc.\(domain)", domain]
      options = ["ndots:5"]
    } else if cause.policy != "None" {
      servers = [Self.machineServer]
    }
    let more = cause.more
    servers += (more?["nameservers"]?.array ?? []).compactMap(\.string)
    searches += (more?["searches"]?.array ?? []).compactMap(\.string)
    for option in more?["options"]?.array ?? [] {
      guard let name = option["name"]?.string else { continue }
      let text = option["value"]?.string.map { "\(name):\($0)" } ?? name
      options.removeAll { $0.prefix { $0 != ":" } == name }
      options.append(text)
    }
    servers = Array(Self.unique(servers).prefix(Self.mostServers))
    searches = Array(Self.unique(searches).prefix(Self.mostSearches))
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  var text: String {
    (searches.isEmpty ? "" : "search \(searches.joined(separator: " "))\n")
      + servers.map { "nameserver \($0)\n" }.joined()
      + (options.isEmpty ? "" : "options \(options.joined(separator: " "))\n")
  }

  var dotsOfWholeNames: Int {
    options.last { $0.hasPrefix("ndots:") }.flatMap { Int($0.dropFirst(6)) } ?? 1
  }

  /// How long one server is waited for, and how often it is asked.
  var patience: Int64 {
    func number(_ name: String, _ usual: Int64) -> Int64 {
      options.last { $0.hasPrefix(name) }.flatMap { Int64($0.dropFirst(name.count)) } ?? usual
    }
    return max(0, min(number("timeout:", 5), 30)) * max(0, min(number("attempts:", 2), 5))
  }

  /// The names that are asked for one after the other when a program asks for `name`.
  func candidates(for name: String) -> [String] {
    if name.hasSuffix(".") { return [name] }
    let completed = searches.map { "\(name).\($0)" }
    let dots = name.count { $0 == "." }
    return dots >= dotsOfWholeNames ? [name] + completed : completed + [name]
  }
}
