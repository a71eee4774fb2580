import Engine

/// `curl`, for what people ask of it inside a cluster.
enum Curl: Tool {
  static let names = ["curl"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: short, long: long)
    var transfer = CurlTransfer(options)
    if let unknown = options.unknown {
      let shown = unknown.hasPrefix("--") ? unknown : "-\(unknown)"
      call.errors =
        "curl: option \(shown): is unknown\n"
        + "curl: try 'curl --help' or 'curl --manual' for more information\n"
      return .exit(2)
    }
    if options.has("V") {
      call.output =
        "curl \(CurlTransfer.version) (x86_64-pc-linux-gnu) libcurl/"
        + "\(CurlTransfer.version)\n"
      return .exit(0)
    }
    let urls = options.all("url") + options.rest
    guard let url = urls.first else {
      call.errors = "curl: (2) no URL specified\n"
      return .exit(2)
    }
    guard var address = WebAddress(url), !address.host.isEmpty else {
      let scheme = url.prefix { $0 != ":" }
      return transfer.fail(
        1, "Protocol \"\(scheme)\" not supported or disabled in libcurl", &call)
    }
    for _ in 0...50 {
      switch transfer.next(address, &call) {
      case .done(let outcome): return outcome
      case .goOn(let next): address = next
      }
    }
    return transfer.fail(47, "Maximum (50) redirects followed", &call)
  }

  private static let short = "sSfiIvkLgjNVnao:w:m:H:X:d:A:u:x:b:c:e:F:T:r:4" + "6OG"
  private static let long: [String: String] = [
    "silent": "s", "show-error": "S", "fail": "f", "include": "i", "head": "I", "verbose": "v",
    "insecure": "k", "location": "L", "output": "o:", "write-out": "w:", "max-time": "m:",
    "header": "H:", "request": "X:", "data": "d:", "data-raw": "d:", "data-binary": "d:",
    "data-ascii": "d:", "json": "json:", "user-agent": "A:", "user": "u:", "proxy": "x:",
    "connect-timeout": "connect:", "resolve": "resolve:", "url": "url:", "retry": "retry:",
    "retry-delay": "delay:", "version": "V", "noproxy": "noproxy:", "remote-name": "O", "get": "G",
    "no-progress-meter": "nometer", "cacert": "cacert:", "http1.1": "http1.1", "http1.0": "http1.0",
    "ipv4": "4", "ipv6": "6", "no-buffer": "N", "globoff": "g", "cookie": "b:", "referer": "e:",
    "fail-with-body": "failbody", "retry-connrefused": "retryrefused", "compressed": "compressed",
  ]
}
