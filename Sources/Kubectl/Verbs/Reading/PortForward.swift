import Objects
import Store

/// `kubectl port-forward`: ports of this side that lead into a pod.
struct PortForward: Verb {
  static let name = "port-forward"
  static let summary = "Forward one or more local ports to a pod"
  static let usage =
    "port-forward TYPE/NAME  [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]"
  static let takes = WordMeaning.pods
  static let flags = FlagTable(
    """
    address [localhost]
    pod-running-timeout 1m0s
    """)

  private let word: String
  private let ports: [String]
  private let namespace: String?

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.words
    guard words.count > 1 else {
      throw .misuse(
        "TYPE/NAME and list of ports are required for port-forward", verb: Self.name)
    }
    word = words[0]
    ports = Array(words.dropFirst())
    namespace = invocation.namespace
    let addresses = invocation.commaList("address")
    if addresses.contains(where: { $0 != "localhost" && $0 != "127.0.0.1" }) {
      throw .error("podlab forwards ports of localhost only")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let key = try PodTarget.key(of: word, namespace: namespace ?? context.namespace)
    let pod = try PodTarget.find(key, in: context).pod
    let service = context.state[key] as? Service
    var sides: [(local: String, remote: String, text: String)] = []
    for text in ports {
      let (local, remote) =
        if let service { try Self.behind(service, pod, text) } else {
          try Self.named(text, in: pod)
        }
      sides.append((local, remote, text))
    }
    guard pod.status.phase == .running else {
      throw .error(
        "unable to forward port because pod is not running. Current status="
          + (pod.status.phase ?? .unknown).rawValue)
    }
    // Names of ports are looked up first, numbers are read when the pod is known to run.
    var wanted: [ForwardRequest.Port] = []
    for side in sides { wanted.append(try Self.port(side.local, side.remote, side.text)) }
    return .run(.forward(ForwardRequest(pod: pod.key, ports: wanted)))
  }

  // MARK: - Port words

  /// `8080:80` is both ends, `80` both at once, `:80` any free port here.
  private static func split(_ text: String) -> (local: String, remote: String) {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else { return (sides[0], sides[0]) }
    return (sides[0].isEmpty ? "0" : sides[0], sides[1])
  }

  private static func port(
    _ local: String, _ remote: String, _ text: String
  ) throws(Failure) -> ForwardRequest.Port {
    func number(_ digits: String, _ side: String) throws(Failure) -> Int {
      guard let number = Int(digits) else {
        throw .error(
          "error parsing \(side) port '\(digits)': strconv.ParseUint: parsing \"\(digits)\": "
            + "invalid syntax")
      }
      guard (0...65_535).contains(number) else {
        throw .error(
          "error parsing \(side) port '\(digits)': strconv.ParseUint: parsing \"\(digits)\": "
            + "value out of range")
      }
      return number
    }
    guard text.split(separator: ":", omittingEmptySubsequences: false).count <= 2 else {
      throw .error("invalid port format '\(text)'")
    }
    let here = try number(local, "local")
    let there = try number(remote, "remote")
    if there == 0 { throw .error("remote port must be > 0") }
    return ForwardRequest.Port(local: here == 0 ? nil : here, remote: there)
  }

  private static func containerPort(_ name: String, in pod: Pod) -> Int? {
    pod.spec.containers.flatMap(\.ports).first { $0.name == name }?.containerPort
  }

  private static func named(_ text: String, in pod: Pod) throws(Failure) -> (String, String) {
    let (local, remote) = split(text)
    if Int(remote) != nil { return (local, remote) }
    guard let number = containerPort(remote, in: pod) else {
      throw .error("Pod '\(pod.metadata.name)' does not have a named port '\(remote)'")
    }
    return (local == remote ? "\(number)" : local, "\(number)")
  }

  /// A Service's port is looked up in it, and leads to the port that it means in the pod.
  private static func behind(
    _ service: Service, _ pod: Pod, _ text: String
  ) throws(Failure) -> (String, String) {
    let (local, remote) = split(text)
    let name = service.metadata.name
    let found = service.spec.ports.first { $0.name == remote || "\($0.port)" == remote }
    guard let found else {
      if service.spec.clusterIP == "None", Int(remote) != nil { return (local, remote) }
      throw Int(remote) == nil
        ? .error("Service '\(name)' does not have a named port '\(remote)'")
        : .error("Service \(name) does not have a service port \(remote)")
    }
    let here = local == remote ? "\(found.port)" : local
    if service.spec.clusterIP == "None" { return (here, "\(found.port)") }
    switch found.targetPort {
    case .string(let word)?:
      guard let number = containerPort(word, in: pod) else {
        throw .error("Pod '\(pod.metadata.name)' does not have a named port '\(word)'")
      }
      return (here, "\(number)")
    case .int(let number)?: return (here, "\(number == 0 ? found.port : number)")
    case nil: return (here, "\(found.port)")
    }
  }
}
