import Engine

/// busybox's `httpd`: the pages of a folder, and no log.
struct PageDaemon: WebDaemon {
  let name = "httpd"
  let port: Int
  let bindAddress: String
  let folder: String

  var ports: [Int] { [port] }
  // It leaves TERM to the kernel: as number 1 of its container it does not hear of it.
  var handledSignals: [ProcessSignal] { [.hangUp] }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction { .goesOn }

  func refuse(in context: DaemonContext) -> HTTPResponse {
    error(400, "Unsupported method", in: context)
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    guard ["GET", "HEAD"].contains(request.method) else {
      // Programs could take what is sent to them, if there were any.
      let isKnown = ["POST", "PUT", "DELETE"].contains(request.method)
      return isKnown
        ? error(501, "The requested method is not recognized", in: context)
        : refuse(in: context)
    }
    var place = FileTree.normalised(folder + "/" + request.plainPath, from: "/")
    if context.isFolder(place) {
      guard request.plainPath.hasSuffix("/") else {
        var answer = HTTPResponse(status: 302, headers: headers(in: context, type: "text/html"))
        answer.headers["Location"] = request.plainPath + "/"
        return answer
      }
      place = FileTree.normalised("index.html", from: place)
    }
    guard let text = try? context.read(place), let node = context.node(place) else {
      return self.error(404, "The requested URL was not found", in: context)
    }
    var answer = HTTPResponse(
      headers: headers(in: context, type: ContentType.ofPage(place)), body: text)
    let size = text.utf8.count
    answer.headers["Accept-Ranges"] = "bytes"
    let modified = node.modified ?? .worldBegins
    answer.headers["Last-Modified"] = modified.httpText
    answer.headers["ETag"] =
      "\"\(String(modified.seconds, radix: 16))-\(String(size, radix: 16))\""
    answer.headers["Content-Length"] = "\(size)"
    return answer
  }

  private func headers(in context: DaemonContext, type: String?) -> HTTPHeaders {
    var headers: HTTPHeaders = ["Date": context.now.httpText, "Connection": "close"]
    if let type { headers["Content-type"] = type }
    return headers
  }

  private func error(_ status: Int, _ text: String, in context: DaemonContext) -> HTTPResponse {
    let title = "\(status) \(HTTPResponse.reason(of: status))"
    return HTTPResponse(
      status: status, headers: headers(in: context, type: "text/html"),
      body: "<HTML><HEAD><TITLE>\(title)</TITLE></HEAD>\n<BODY><H1>\(title)</H1>\n\(text)\n"
        + "</BODY></HTML>\n")
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 150 }
}

/// busybox's `httpd`; the images of Apache bring their own program of the same name.
enum PageServer: Tool {
  static let names = ["httpd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "c:d:e:fh:im:p:r:u:v")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    if let text = options["d"] {
      call.output = Self.decoded(text)
      return .exit(0)
    }
    if let text = options["e"] {
      call.output = Self.encoded(text)
      return .exit(0)
    }
    let folder = options["h"].map(call.absolute) ?? call.system.process.folder
    guard call.system.sandbox.entry(folder, in: call.container) == .folder else {
      return call.fail("can't change directory to '\(options["h"] ?? folder)': \(noSuchFile)")
    }
    var port = 80
    var address = "0.0.0.0"
    if let text = options["p"] {
      let parts = text.split(separator: ":").map(String.init)
      guard let number = parts.last.flatMap({ Int($0) }), (1...65535).contains(number) else {
        return call.fail("bad address '\(text)'")
      }
      port = number
      if parts.count > 1 { address = parts[0] }
    }
    let daemon = PageDaemon(port: port, bindAddress: address, folder: folder)
    return options.has("f") ? .serve(Server(daemon)) : inBackground(daemon, &call)
  }

  /// Without `-f` it leaves a process behind that serves, and ends.
  private static func inBackground(
    _ daemon: PageDaemon, _ call: inout ToolCall
  ) -> ToolOutcome {
    guard !call.system.isTaken(daemon.port, by: daemon) else {
      return call.fail("bind: Address already in use")
    }
    let words = call.words
    let child = call.system.fork(ServerProgram()) {
      $0.title = words
      $0.server = Server(daemon)
      $0.descriptors = [:]
    }
    return child == nil ? call.fail("can't fork: Resource temporarily unavailable") : .exit(0)
  }

  /// `a%20b+c`: what a browser writes for `a b c`.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is no letter and no digit, as numbers for a page.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      return isPlain ? "\(character)" : "&#\(byte);"
    }.joined()
  }

  private static let noSuchFile = PodSandbox.FileProblem.missing.rawValue
}
