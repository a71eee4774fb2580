/// `agnhost grpc-health-checking`: answers the health checks of gRPC on one port, and is told on
/// another what to answer.
struct HealthDaemon: Daemon {
  let name = "agnhost"
  let port: Int
  let controlPort: Int
  private var isServing = true

  init(port: Int, controlPort: Int) {
    self.port = port
    self.controlPort = controlPort
  }

  var ports: [Int] { [port, controlPort] }

  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer {
    if context.port == controlPort { return control(request) }
    return request.isSecondVersion ? .answer(health(request)) : .closed
  }

  private func health(_ request: HTTPRequest) -> HTTPResponse {
    var response = HTTPResponse(body: "")
    response.headers["Content-Type"] = GRPCHealth.contentType
    guard request.plainPath == GRPCHealth.path else {
      response.headers["grpc-status"] = GRPCHealth.unimplemented
      return response
    }
    response.headers["grpc-status"] = "0"
    response.body = isServing ? GRPCHealth.serving : "NOT_SERVING"
    return response
  }

  private mutating func control(_ request: HTTPRequest) -> NetworkAnswer {
    guard !request.isSecondVersion else { return .closed }
    switch request.plainPath {
    case "/make-serving": isServing = true
    case "/make-not-serving": isServing = false
    default: return .answer(HTTPResponse(status: 404, body: "404 page not found\n"))
    }
    return .answer(HTTPResponse(body: "\(request.plainPath.dropFirst())\n"))
  }
}

/// The health checks of gRPC, as they travel: https://grpc.io/docs/guides/health-checking
enum GRPCHealth {
  static let path = "/grpc.health.v1.Health/Check"
  static let contentType = "application/grpc"
  static let serving = "SERVING"
  /// The status of a call that a server does not know.
  static let unimplemented = "12"

  /// Asks how a service is; an empty name asks for the server as a whole.
  static func request(for service: String) -> HTTPRequest {
    var request = HTTPRequest(
      method: "POST", path: path, headers: ["Content-Type": contentType], body: service)
    request.isSecondVersion = true
    return request
  }
}
