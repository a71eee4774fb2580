/// Makes settings of directives, or says what is wrong with them.
struct NginxSettingsReader {
  private(set) var settings = NginxSettings()
  /// Whether a host that is written down has an address.
  let isKnown: (String) -> Bool

  init(isKnown: @escaping (String) -> Bool) { self.isKnown = isKnown }

  /// Where directives that are not acted on may stand is not checked; that they exist is.
  private static let others: Set<String> = [
    "user", "worker_processes", "error_log", "pid", "events", "worker_connections", "types",
    "sendfile", "tcp_nopush", "tcp_nodelay", "keepalive_timeout", "keepalive_requests", "gzip",
    "gzip_types", "gzip_vary", "gzip_proxied", "gzip_min_length", "gzip_comp_level",
    "client_max_body_size", "client_body_buffer_size", "client_header_timeout",
    "client_body_timeout", "send_timeout", "server_tokens", "charset", "expires", "etag",
    "proxy_http_version", "proxy_connect_timeout", "proxy_read_timeout", "proxy_send_timeout",
    "proxy_buffering", "proxy_buffer_size", "proxy_buffers", "proxy_redirect",
    "proxy_pass_request_headers", "proxy_next_upstream", "proxy_cache_bypass", "proxy_ssl_verify",
    "proxy_pass_header", "proxy_hide_header", "proxy_intercept_errors", "proxy_set_body",
    "proxy_cache", "proxy_cache_path", "proxy_cache_valid", "limit_req", "limit_req_zone",
    "limit_conn", "limit_conn_zone", "limit_rate", "worker_rlimit_nofile", "multi_accept", "use",
    "set", "if", "internal", "resolver", "resolver_timeout", "server_names_hash_bucket_size",
    "types_hash_max_size", "ssl_certificate", "ssl_certificate_key", "ssl_protocols",
    "ssl_ciphers", "ssl_session_cache", "ssl_session_timeout", "ssl_prefer_server_ciphers",
    "real_ip_header", "set_real_ip_from", "map", "geo", "split_clients", "load_module", "env",
    "open_file_cache", "log_not_found", "port_in_redirect", "absolute_redirect",
    "server_name_in_redirect", "large_client_header_buffers", "client_header_buffer_size",
    "reset_timedout_connection", "aio", "directio", "fastcgi_pass", "fastcgi_param",
    "fastcgi_index", "uwsgi_pass", "auth_basic", "auth_basic_user_file", "satisfy",
    "sub_filter", "sub_filter_once", "master_process", "daemon", "lingering_close", "mirror",
    "client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path", "uwsgi_temp_path",
    "scgi_temp_path", "disable_symlinks", "merge_slashes", "variables_hash_max_size",
    "worker_shutdown_timeout", "http2", "limit_except", "keepalive", "least_conn", "ip_hash",
    "random", "zone", "hash", "stream", "mail",
  ]

  mutating func read(_ directives: [NginxDirective]) throws(NginxProblem) {
    var hasEvents = false
    for directive in directives {
      switch directive.name {
      case "http": try readHTTP(directive)
      case "events": hasEvents = true
      case "server", "location", "listen", "upstream":
        throw NginxProblem(
          "\"\(directive.name)\" directive is not allowed here", directive.place)
      default: try check(directive)
      }
    }
    guard hasEvents else {
      throw NginxProblem("no \"events\" section in configuration")
    }
  }

  private mutating func readHTTP(_ http: NginxDirective) throws(NginxProblem) {
    var rules = NginxRules()
    // Groups and formats may stand behind what names them.
    for directive in http.block ?? [] {
      if directive.name == "upstream" { try readUpstream(directive) }
      if directive.name == "log_format", directive.arguments.count > 1 {
        settings.formats[directive.arguments[0]] = directive.arguments.dropFirst()
          .filter { !$0.hasPrefix("escape=") }.joined()
      }
    }
    for directive in http.block ?? [] {
      switch directive.name {
      case "server", "upstream", "log_format": break
      case "location":
        throw NginxProblem("\"location\" directive is not allowed here", directive.place)
      default: if try !rules.take(directive) { try check(directive) }
      }
    }
    for directive in http.block ?? [] where directive.name == "server" {
      try readSite(directive, rules)
    }
  }

  private func check(_ directive: NginxDirective) throws(NginxProblem) {
    guard Self.others.contains(directive.name) else {
      throw NginxProblem("unknown directive \"\(directive.name)\"", directive.place)
    }
  }

  private mutating func readUpstream(_ directive: NginxDirective) throws(NginxProblem) {
    guard let name = directive.arguments.first else {
      throw NginxProblem(
        "invalid number of arguments in \"upstream\" directive", directive.place)
    }
    var servers: [String] = []
    for inner in directive.block ?? [] where inner.name == "server" {
      guard let server = inner.arguments.first else { continue }
      let host = server.split(separator: ":").first.map(String.init) ?? ""
      guard isKnown(host) else {
        throw NginxProblem("host not found in upstream \"\(server)\"", inner.place)
      }
      servers.append(server)
    }
    guard !servers.isEmpty else {
      throw NginxProblem("no servers are inside upstream", directive.place)
    }
    settings.upstreams[name] = servers
  }

  // MARK: - Sites

  private mutating func readSite(
    _ directive: NginxDirective, _ outer: NginxRules
  ) throws(NginxProblem) {
    var site = NginxSettings.Site(rules: outer)
    for inner in directive.block ?? [] {
      switch inner.name {
      case "listen": site.listens += try listen(inner).map { [$0] } ?? []
      case "server_name": site.names += inner.arguments
      case "location": break
      case "server", "http", "upstream", "events":
        throw NginxProblem("\"\(inner.name)\" directive is not allowed here", inner.place)
      default: if try !site.rules.take(inner) { try check(inner) }
      }
    }
    if site.listens.isEmpty { site.listens = [.init(port: 80, isDefault: false)] }
    for inner in directive.block ?? [] where inner.name == "location" {
      try readLocation(inner, site.rules, into: &site)
    }
    settings.sites.append(site)
  }

  /// `80`, `0.0.0.0:80`, `[::]:80`; what is not reached by IPv4 is passed over.
  private func listen(
    _ directive: NginxDirective
  ) throws(NginxProblem) -> NginxSettings.Site.Listen? {
    guard let first = directive.arguments.first else {
      throw NginxProblem("invalid number of arguments in \"listen\" directive", directive.place)
    }
    if first.hasPrefix("unix:") || first.hasPrefix("[") { return nil }
    let text = first.split(separator: ":").last.map(String.init) ?? ""
    let isHost = !first.contains(":") && first.contains(".")
    guard let port = isHost ? 80 : Int(text), (1...65_535).contains(port) else {
      let why =
        Int(text) == nil
        ? "host not found in \"\(first)\" of the \"listen\" directive"
        : "invalid port in \"\(first)\" of the \"listen\" directive"
      throw NginxProblem(why, directive.place)
    }
    return .init(port: port, isDefault: directive.arguments.contains("default_server"))
  }

  private func readLocation(
    _ directive: NginxDirective, _ outer: NginxRules, into site: inout NginxSettings.Site
  ) throws(NginxProblem) {
    var words = directive.arguments[...]
    guard let last = words.last else {
      throw NginxProblem("invalid number of arguments in \"location\" directive", directive.place)
    }
    let sign = words.count > 1 ? words.popFirst() ?? "" : ""
    let match: NginxLocation.Match
    switch sign {
    case "=": match = .exactly
    case "~": match = .pattern(ignoresCase: false)
    case "~*": match = .pattern(ignoresCase: true)
    case "^~": match = .beginning(isFinal: true)
    case "": match = last.hasPrefix("@") ? .named : .beginning(isFinal: false)
    default: throw NginxProblem("invalid location modifier \"\(sign)\"", directive.place)
    }
    var rules = outer
    rules.answer = nil
    rules.tryFiles = []
    rules.rewrites = []
    var inner: [NginxDirective] = []
    for part in directive.block ?? [] {
      switch part.name {
      case "location": inner.append(part)
      case "proxy_pass":
        rules.proxy = try proxy(part)
      case "listen", "server_name", "server":
        throw NginxProblem("\"\(part.name)\" directive is not allowed here", part.place)
      default: if try !rules.take(part) { try check(part) }
      }
    }
    site.locations.append(NginxLocation(match: match, path: last, rules: rules))
    for part in inner { try readLocation(part, rules, into: &site) }
  }

  private func proxy(_ directive: NginxDirective) throws(NginxProblem) -> String {
    guard let target = directive.arguments.first else {
      throw NginxProblem(
        "invalid number of arguments in \"proxy_pass\" directive", directive.place)
    }
    guard target.hasPrefix("http://") || target.hasPrefix("https://") else {
      throw NginxProblem("invalid URL prefix", directive.place)
    }
    let rest = target.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let host = rest.split(separator: ":").first.map(String.init) ?? ""
    guard settings.upstreams[String(rest)] != nil || host.contains("$") || isKnown(host) else {
      throw NginxProblem("host not found in upstream \"\(host)\"", directive.place)
    }
    return target
  }
}

extension NginxRules {
  /// Takes a directive that it knows; false for all others.
  mutating func take(_ directive: NginxDirective) throws(NginxProblem) -> Bool {
    let words = directive.arguments
    func wants(_ counts: ClosedRange<Int>) throws(NginxProblem) {
      guard counts.contains(words.count) else {
        throw NginxProblem(
          "invalid number of arguments in \"\(directive.name)\" directive", directive.place)
      }
    }
    switch directive.name {
    case "root":
      try wants(1...1)
      root = words[0].hasPrefix("/") ? words[0] : "/etc/nginx/" + words[0]
      alias = nil
    case "alias":
      try wants(1...1)
      alias = words[0]
    case "index": index = words
    case "try_files":
      try wants(2...100)
      tryFiles = words
    case "return":
      try wants(1...2)
      answer = try Self.answer(directive)
    case "rewrite":
      try wants(2...3)
      rewrites.append(words)
    case "error_page":
      try wants(2...100)
      let shown = words.first { $0.hasPrefix("=") }.map { Int($0.dropFirst()) ?? 200 }
      errorPages.append(
        ErrorPage(
          statuses: words.compactMap { Int($0) }, shown: shown, path: words.last ?? "/"))
    case "deny", "allow":
      try wants(1...1)
      gates.append(Gate(isOpen: directive.name == "allow", who: words[0]))
    default: return takeSmall(directive)
    }
    return true
  }

  private static func answer(_ directive: NginxDirective) throws(NginxProblem) -> Answer {
    let words = directive.arguments
    if let status = Int(words[0]) {
      return Answer(status: status, text: words.count > 1 ? words[1] : nil)
    }
    guard words.count == 1, words[0].contains("://") else {
      throw NginxProblem("invalid return code \"\(words[0])\"", directive.place)
    }
    return Answer(status: 302, text: words[0])
  }

  /// Headers, logs and switches.
  private mutating func takeSmall(_ directive: NginxDirective) -> Bool {
    let words = directive.arguments
    switch directive.name {
    case "add_header" where words.count > 1:
      headers.append(Header(name: words[0], value: words[1], isAlways: words.count > 2))
    case "proxy_set_header" where words.count == 2:
      proxyHeaders.append(Header(name: words[0], value: words[1], isAlways: true))
    case "default_type": defaultType = words.first ?? defaultType
    case "autoindex": listsFolders = words == ["on"]
    case "stub_status": showsStatus = true
    case "access_log":
      logFormat = words.first == "off" ? nil : words.count > 1 ? words[1] : "combined"
    default: return false
    }
    return true
  }
}
