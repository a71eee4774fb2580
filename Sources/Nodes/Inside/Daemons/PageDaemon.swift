/// busybox's `httpd`: the pages of a folder, and no log.
struct PageDaemon: WebDaemon {
  let name = "httpd"
  let port: Int
  let bindAddress: String
  let folder: String

  var ports: [Int] { [port] }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    guard ["GET", "HEAD"].contains(request.method) else { return error(501, "") }
    var place = FileTree.normalised(folder + "/" + request.plainPath, from: "/")
    if context.isFolder(place) {
      guard request.plainPath.hasSuffix("/") else {
        var answer = error(302, "")
        answer.headers["Location"] = request.plainPath + "/"
        return answer
      }
      place = FileTree.normalised("index.html", from: place)
    }
    do throws(PodSandbox.FileProblem) {
      return HTTPResponse(body: try context.read(place)).complete(
        server: nil, type: ContentType.of(place), at: context.now, isKept: false)
    } catch {
      return self.error(404, "The requested URL was not found")
    }
  }

  private func error(_ status: Int, _ text: String) -> HTTPResponse {
    let title = "\(status) \(HTTPResponse.reason(of: status))"
    return HTTPResponse(
      status: status,
      headers: ["Content-type": "text/html", "Connection": "close"],
      body: "<HTML><HEAD><TITLE>\(title)</TITLE></HEAD>\n<BODY><H1>\(title)</H1>\n\(text)\n"
        + "</BODY></HTML>\n")
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 150 }
}

/// busybox's `httpd`; the images of Apache bring their own program of the same name.
enum PageServer: Tool {
  static let names = ["httpd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options(valued: "phcrum")
    var port = 80
    var address = "0.0.0.0"
    if let text = flags["p"] {
      let parts = text.split(separator: ":")
      port = parts.last.flatMap { Int($0) } ?? 80
      if parts.count > 1 { address = String(parts[0]) }
    }
    let folder = flags["h"].map(call.absolute) ?? call.system.process.folder
    guard call.system.sandbox.entry(folder, in: call.container) == .folder else {
      return call.fail("can't change directory to '\(flags["h"] ?? folder)': \(noSuchFile)")
    }
    return .serve(Server(PageDaemon(port: port, bindAddress: address, folder: folder)))
  }

  private static let noSuchFile = PodSandbox.FileProblem.missing.rawValue
}
