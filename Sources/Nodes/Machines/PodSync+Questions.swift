import Engine
import Objects
import Store

/// What came of asking a container something.
enum ProbeAnswer: Hashable, Sendable {
  case passed
  case failed(String)
  /// It could not even be asked: that counts neither way.
  case unknown(String)
}

/// The ways in which a kubelet asks the containers of its machine.
extension PodSync {
  mutating func ask(
    _ probe: Probe, of run: ContainerRun, _ worker: inout PodWorker
  ) -> ProbeAnswer {
    let timeout = SimSpan.seconds(Int64(max(1, probe.timeoutSeconds ?? 1)))
    if let exec = probe.exec { return ask(exec.command, within: timeout, of: run, &worker) }
    if let http = probe.httpGet { return ask(http, within: timeout, of: run, &worker) }
    if let tcp = probe.tcpSocket { return ask(tcp, of: run, &worker) }
    if let grpc = probe.grpc { return ask(grpc, within: timeout, &worker) }
    return .unknown("missing probe handler for \(run.spec.name)")
  }

  private mutating func ask(
    _ command: [String], within timeout: SimSpan, of run: ContainerRun, _ worker: inout PodWorker
  ) -> ProbeAnswer {
    guard var sandbox = worker.sandbox else { return .unknown("no sandbox") }
    if let program = command.first,
      let why = sandbox.execFailure(program, in: run.spec.name)
    {
      let identifier = run.identifier?.split(separator: "/").last ?? ""
      return .unknown(
        "rpc error: code = Unknown desc = failed to exec in container: failed to start exec "
          + "\"\(identifier.reversed().map(String.init).joined())\": OCI runtime exec failed: exec "
          + "failed: unable to start container process: \(why)")
    }
    var view = view(from: home)
    let outcome = sandbox.execute(
      command, in: run.spec.name, stdin: nil, at: now, network: &view, limit: timeout)
    worker.sandbox = sandbox
    traffic = view.traffic
    if outcome.took > timeout {
      let words = command.joined(separator: " ")
      return .failed("command timed out: \"\(words)\" timed out after \(timeout.goText)")
    }
    return outcome.exitCode == 0 ? .passed : .failed(outcome.chunks.map(\.text).joined())
  }

  private mutating func ask(
    _ http: HTTPGetAction, within timeout: SimSpan, of run: ContainerRun,
    _ worker: inout PodWorker
  ) -> ProbeAnswer {
    let port: Int
    switch number(of: http.port, run.spec) {
    case .success(let found): port = found
    case .failure(let problem): return .unknown(problem.why)
    }
    let address = http.host ?? worker.address ?? ""
    let isEncrypted = http.scheme == "HTTPS"
    let scheme = isEncrypted ? "https" : "http"
    let get = "Get \"\(scheme)://\(address):\(port)\(Self.path(of: http))\": "
    let request = request(http, port, address, from: "kube-probe")
    switch ask(address, port: port, .http(request), &worker) {
    case .refused: return .failed(get + "dial tcp \(address):\(port): connect: connection refused")
    case .unreachable:
      return .failed(get + "dial tcp \(address):\(port): connect: no route to host")
    case .timedOut: return .failed(get + Self.tooLate)
    case .closed: return .failed(get + "EOF")
    case .answer where isEncrypted:
      return .failed(get + "http: server gave HTTP response to HTTPS client")
    case .answer(let response):
      if response.latency > timeout { return .failed(get + Self.tooLate) }
      return (200..<400).contains(response.status)
        ? .passed : .failed("HTTP probe failed with statuscode: \(response.status)")
    case .text(let text):
      let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return .failed(
        get + "net/http: HTTP/1.x transport connection broken: malformed HTTP response "
          + "\"\(first)\"")
    }
  }

  private static func path(of http: HTTPGetAction) -> String {
    http.path.map { $0.hasPrefix("/") ? $0 : "/" + $0 } ?? "/"
  }

  /// Whether a hook's request is answered: in which status does not matter, and one that asks for
  /// HTTPS is sent again without when the server does not speak it.
  mutating func isAnswered(
    _ http: HTTPGetAction, by run: ContainerRun, _ worker: inout PodWorker
  ) -> Bool {
    guard case .success(let port) = number(of: http.port, run.spec) else { return false }
    let address = http.host ?? worker.address ?? ""
    let request = request(http, port, address, from: "kube-lifecycle")
    if case .answer = ask(address, port: port, .http(request), &worker) { return true }
    return false
  }

  private static let tooLate =
    "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"

  private func request(
    _ http: HTTPGetAction, _ port: Int, _ address: String, from agent: String
  ) -> HTTPRequest {
    var headers: HTTPHeaders = [
      "Host": "\(address):\(port)", "User-Agent": "\(agent)/1.36", "Accept": "*/*",
    ]
    for header in http.httpHeaders {
      guard let name = header["name"]?.string else { continue }
      headers[name] = header["value"]?.string ?? ""
    }
    return HTTPRequest(path: Self.path(of: http), headers: headers)
  }

  private mutating func ask(
    _ tcp: TCPSocketAction, of run: ContainerRun, _ worker: inout PodWorker
  ) -> ProbeAnswer {
    let port: Int
    switch number(of: tcp.port, run.spec) {
    case .success(let found): port = found
    case .failure(let problem): return .unknown(problem.why)
    }
    let address = tcp.host ?? worker.address ?? ""
    switch ask(address, port: port, .open, &worker) {
    case .refused: return .failed("dial tcp \(address):\(port): connect: connection refused")
    case .timedOut: return .failed("dial tcp \(address):\(port): i/o timeout")
    case .unreachable: return .failed("dial tcp \(address):\(port): connect: no route to host")
    case .closed, .answer, .text: return .passed
    }
  }

  /// A server that does not speak gRPC never greets; the connection is given up in time.
  private mutating func ask(
    _ grpc: APIValue, within timeout: SimSpan, _ worker: inout PodWorker
  ) -> ProbeAnswer {
    let address = worker.address ?? ""
    let port = Int(grpc["port"]?.integer ?? 0)
    let request = GRPCHealth.request(for: grpc["service"]?.string ?? "")
    let answer = ask(address, port: port, .http(request), &worker)
    if case .answer(let response) = answer,
      response.headers["Content-Type"] == GRPCHealth.contentType
    {
      guard response.headers["grpc-status"] == "0" else {
        return .failed(
          "error: this server does not implement the grpc health protocol "
            + "(grpc.health.v1.Health): unknown service grpc.health.v1.Health")
      }
      return response.body == GRPCHealth.serving
        ? .passed : .failed("service unhealthy (responded with \"\(response.body)\")")
    }
    let place = "\(address):\(port)"
    return .failed(
      "timeout: failed to connect service \"\(place)\" within \(timeout.goText): context deadline "
        + "exceeded")
  }

  /// The pod itself is asked from the node's side of the pod network, others across the cluster.
  private mutating func ask(
    _ address: String, port: Int, _ request: NetworkRequest, _ worker: inout PodWorker
  ) -> NetworkAnswer {
    // On the machine itself nothing listens but what shares its network.
    let isLocal = address.hasPrefix("127.") || address == "localhost"
    if isLocal, worker.address != nodeAddress { return .refused }
    guard var sandbox = worker.sandbox, address == worker.address || isLocal else {
      let client = NetworkClient(
        address: nodeAddress ?? "", node: state.pod(key)?.spec.nodeName ?? "", isHost: true)
      var view = view(from: home)
      let answer = view.ask(address, port: port, request, from: client, at: now)
      traffic = view.traffic
      return answer
    }
    // The node is the first address of the network that its pods are in.
    let source = AddressRange.gateway(of: worker.address ?? "")
    let answer = sandbox.ask(port: port, request, from: source, at: now)
    worker.sandbox = sandbox
    return answer
  }

  /// The address of the machine that the pod runs on.
  private var nodeAddress: String? { state.pod(key)?.status.hostIP }

  // MARK: - Ports

  private struct PortProblem: Error { var why: String }

  private func number(
    of port: IntOrString, _ container: Container
  ) -> Result<Int, PortProblem> {
    switch port {
    case .int(let number): return .success(number)
    case .string(let name):
      if let port = container.ports.first(where: { $0.name == name }) {
        return .success(port.containerPort)
      }
      if let number = Int(name) { return .success(number) }
      return .failure(PortProblem(why: "strconv.Atoi: parsing \"\(name)\": invalid syntax"))
    }
  }
}

extension Container {
  /// Whether the kubelet has anything to ask of it.
  var isAsked: Bool {
    $lifecycle.isThere || $livenessProbe.isThere || $readinessProbe.isThere
      || $startupProbe.isThere
  }
}
