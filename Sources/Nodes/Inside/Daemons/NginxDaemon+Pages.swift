import Engine

/// Pages out of folders.
extension NginxDaemon {
  mutating func pages(
    _ exchange: inout NginxExchange, _ location: NginxLocation?, _ rules: NginxRules,
    in context: inout DaemonContext
  ) -> HTTPResponse {
    guard !rules.tryFiles.isEmpty else { return page(exchange, location, rules, in: &context) }
    for word in rules.tryFiles.dropLast() {
      let uri = exchange.expanded(word)
      let place = file(uri, location, rules)
      let isFolder = context.isFolder(place)
      guard uri.hasSuffix("/") ? isFolder : context.isThere(place) && !isFolder else { continue }
      exchange.uri = uri
      return page(exchange, location, rules, in: &context)
    }
    let last = rules.tryFiles.last ?? "=404"
    if last.hasPrefix("=") { return errorPage(Int(last.dropFirst()) ?? 404) }
    if last.hasPrefix("@") {
      let named = exchange.site.locations.first { $0.path == last }
      return answer(&exchange, at: named, in: &context)
    }
    exchange.uri = exchange.expanded(last).split(separator: "?").first.map(String.init) ?? "/"
    let next = exchange.location(for: exchange.uri)
    return answer(&exchange, at: next, in: &context)
  }

  /// The file that a path means.
  private func file(_ uri: String, _ location: NginxLocation?, _ rules: NginxRules) -> String {
    if let alias = rules.alias, let location {
      return FileTree.normalised(alias + uri.dropFirst(location.path.count), from: "/")
    }
    return FileTree.normalised(rules.root + "/" + uri, from: "/")
  }

  private func page(
    _ exchange: NginxExchange, _ location: NginxLocation?, _ rules: NginxRules,
    in context: inout DaemonContext
  ) -> HTTPResponse {
    let place = file(exchange.uri, location, rules)
    guard context.isFolder(place) else {
      return text(of: place, exchange, in: &context)
    }
    guard exchange.uri.hasSuffix("/") else {
      var response = errorPage(301)
      response.headers["Location"] = base(exchange) + exchange.uri + "/"
      return response
    }
    for name in rules.index {
      let path = FileTree.normalised(exchange.expanded(name), from: place)
      if context.isThere(path), !context.isFolder(path) {
        return text(of: path, exchange, in: &context)
      }
    }
    if rules.listsFolders { return list(place, exchange.uri, in: context) }
    let shown = place == "/" ? place : place + "/"
    tell("directory index of \"\(shown)\" is forbidden", exchange, in: &context)
    return errorPage(403)
  }

  private func text(
    of path: String, _ exchange: NginxExchange, in context: inout DaemonContext
  ) -> HTTPResponse {
    do throws(PodSandbox.FileProblem) {
      let text = try context.read(path)
      guard ["GET", "HEAD"].contains(exchange.request.method) else { return errorPage(405) }
      return HTTPResponse(
        headers: [
          "Content-Type": ContentType.of(path), "Accept-Ranges": "bytes",
        ], body: text)
    } catch {
      tell("open() \"\(path)\" failed (2: No such file or directory)", exchange, in: &context)
      return errorPage(404)
    }
  }

  private func list(_ folder: String, _ uri: String, in context: DaemonContext) -> HTTPResponse {
    var text =
      "<html>\r\n<head><title>Index of \(uri)</title></head>\r\n<body>\r\n<h1>Index of \(uri)</h1>"
      + "<hr><pre><a href=\"../\">../</a>\r\n"
    for name in context.names(in: folder) where !name.hasPrefix(".") {
      let path = FileTree.normalised(name, from: folder)
      let shown = context.isFolder(path) ? name + "/" : name
      text += "<a href=\"\(shown)\">\(shown)</a>\r\n"
    }
    return HTTPResponse(
      headers: ["Content-Type": "text/html"], body: text + "</pre><hr></body>\r\n</html>\r\n")
  }
}
