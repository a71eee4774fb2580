/// What the API server and the kubelets say to programs that ask them without proving who they are.
enum APIServerDoor {
  static func answer(_ request: NetworkRequest) -> NetworkAnswer {
    switch request {
    case .open: return .text("")
    case .datagram: return .refused
    case .text: return .closed
    case .http(let asked):
      guard asked.isSecure else {
        return .answer(
          HTTPResponse(
            status: 400, body: "Client sent an HTTP request to an HTTPS server.\n"))
      }
      return .answer(answer(asked))
    }
  }

  private static func answer(_ request: HTTPRequest) -> HTTPResponse {
    switch request.plainPath {
    case "/healthz", "/livez", "/readyz":
      return HTTPResponse(
        headers: ["Content-Type": "text/plain; charset=utf-8"], body: "ok")
    case "/version", "/version/":
      return HTTPResponse(
        headers: ["Content-Type": "application/json"],
        body: "{\n  \"major\": \"1\",\n  \"minor\": \"36\",\n  \"gitVersion\": \"v1.36.2\"\n}")
    case let path:
      let hasName = request.headers["Authorization"] != nil
      let (code, reason, why) =
        hasName
        ? (401, "Unauthorized", "Unauthorized")
        : (
          403, "Forbidden",
          "forbidden: User \\\"system:anonymous\\\" cannot \(request.method.lowercased()) path "
            + "\\\"\(path)\\\""
        )
      return HTTPResponse(
        status: code, headers: ["Content-Type": "application/json"],
        body: "{\n  \"kind\": \"Status\",\n  \"apiVersion\": \"v1\",\n  \"metadata\": {},\n"
          + "  \"status\": \"Failure\",\n  \"message\": \"\(why)\",\n  \"reason\": \"\(reason)\",\n"
          + (hasName ? "" : "  \"details\": {},\n") + "  \"code\": \(code)\n}")
    }
  }
}
