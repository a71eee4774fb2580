import Engine

/// `nginx [-g DIRECTIVES] [-c FILE] [-t] [-T] [-v] [-V] [-s SIGNAL]`
enum Nginx: Tool {
  static let names = ["nginx"]
  private static let usualFile = "/etc/nginx/nginx.conf"

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let version = call.environment["NGINX_VERSION"] ?? "1.29.3"
    var file = usualFile
    var isTest = false
    var signal: String?
    var rest = call.arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "-c": file = rest.popFirst().map(call.absolute) ?? file
      case "-g", "-p", "-e": _ = rest.popFirst()
      case "-s": signal = rest.popFirst() ?? ""
      case "-t", "-T": isTest = true
      case "-q": break
      case "-v", "-V":
        call.errors = "nginx version: nginx/\(version)\n"
        if word == "-V" { call.errors += "built by gcc 12.2.0 (Debian 12.2.0-14) \n" }
        return .exit(0)
      default:
        call.errors = "nginx: invalid option: \"\(word.drop { $0 == "-" })\"\n"
        return .exit(1)
      }
    }
    if isTest { return test(file, isShown: call.arguments.contains("-T"), &call) }
    if let signal { return send(signal, &call) }
    call.system.process.title = ["nginx: master process " + call.words.joined(separator: " ")]
    return .serve(Server(NginxDaemon(version: version, file: file)))
  }

  private static func context(_ call: ToolCall) -> DaemonContext {
    DaemonContext(
      sandbox: call.system.sandbox, network: call.system.network, container: call.container,
      process: call.system.process.pid, now: call.now)
  }

  private static func test(
    _ file: String, isShown: Bool, _ call: inout ToolCall
  ) -> ToolOutcome {
    do throws(NginxProblem) {
      let files = try NginxConfiguration.read(file, in: context(call)).files
      call.errors =
        "nginx: the configuration file \(file) syntax is ok\n"
        + "nginx: configuration file \(file) test is successful\n"
      guard isShown else { return .exit(0) }
      call.output = files.map { "# configuration file \($0.path):\n\($0.text)\n" }.joined()
      return .exit(0)
    } catch {
      call.errors =
        stamp("emerg", error.text, call) + "nginx: [emerg] \(error.text)\n"
        + "nginx: configuration file \(file) test failed\n"
      return .exit(1)
    }
  }

  private static func stamp(_ level: String, _ text: String, _ call: ToolCall) -> String {
    let pid = call.system.process.pid
    return "\(call.now.nginxText) [\(level)] \(pid)#\(pid): \(text)\n"
  }

  private static func send(_ word: String, _ call: inout ToolCall) -> ToolOutcome {
    let signals: [String: ProcessSignal] = [
      "stop": .terminate, "quit": .quit, "reload": .hangUp, "reopen": .hangUp,
    ]
    guard let signal = signals[word] else {
      call.errors = "nginx: invalid option: \"-s \(word)\"\n"
      return .exit(1)
    }
    do throws(NginxProblem) {
      _ = try NginxConfiguration.read(usualFile, in: context(call))
    } catch {
      call.errors = stamp("emerg", error.text, call) + "nginx: [emerg] \(error.text)\n"
      return .exit(1)
    }
    call.errors = stamp("notice", "signal process started", call)
    guard let main = call.instance?.processes.first(where: { $0.server != nil }) else {
      let text = "open() \"/run/nginx.pid\" failed (2: No such file or directory)"
      call.errors += stamp("error", text, call) + "nginx: [error] \(text)\n"
      return .exit(1)
    }
    _ = call.system.kill(main.pid, signal)
    return .exit(0)
  }
}

/// What nginx's image does before nginx begins.
enum NginxPreparation {
  private static let site = "/etc/nginx/conf.d/default.conf"
  private static let script = "/docker-entrypoint.sh"

  static func run(_ call: inout ToolCall) {
    guard (call.environment["NGINX_ENTRYPOINT_QUIET_LOGS"] ?? "").isEmpty else {
      fillTemplates(&call)
      return
    }
    call.output +=
      "\(script): /docker-entrypoint.d/ is not empty, will attempt to perform configuration\n"
      + "\(script): Looking for shell scripts in /docker-entrypoint.d/\n"
      + "\(script): Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh\n"
    call.output += "10-listen-on-ipv6-by-default.sh: info: " + judgement(call) + "\n"
    call.output +=
      "\(script): Sourcing /docker-entrypoint.d/15-local-resolvers.envsh\n"
      + "\(script): Launching /docker-entrypoint.d/20-envsubst-on-templates.sh\n"
    fillTemplates(&call)
    call.output +=
      "\(script): Launching /docker-entrypoint.d/30-tune-worker-processes.sh\n"
      + "\(script): Configuration complete; ready for start up\n"
  }

  private static func judgement(_ call: ToolCall) -> String {
    let sandbox = call.system.sandbox
    guard let text = try? sandbox.read(site, in: call.container) else {
      return "\(site) is not a file or does not exist"
    }
    if !mayWrite(sandbox, call.container) {
      return "can not modify \(site) (read-only file system?)"
    }
    let own = ImageRepository.defaultSite(port: 80)
    return text == own
      ? "Getting the checksum of \(site)\n10-listen-on-ipv6-by-default.sh: info: Enabled listen on "
        + "IPv6 in \(site)"
      : "Getting the checksum of \(site)\n10-listen-on-ipv6-by-default.sh: info: \(site) differs "
        + "from the packaged version"
  }

  private static func mayWrite(_ sandbox: PodSandbox, _ container: String) -> Bool {
    guard !sandbox.isReadOnly(site, in: container),
      let node = try? sandbox.find(site, in: container)
    else { return false }
    let isAllowed: Void? = try? sandbox.check(.write, of: node, as: sandbox.user)
    return isAllowed != nil
  }

  /// Files in `/etc/nginx/templates` become files of the configuration, with the environment's
  /// values in them.
  private static func fillTemplates(_ call: inout ToolCall) {
    let folder = "/etc/nginx/templates"
    let variables = call.environment.entries.sorted { $0.name > $1.name }
    for name in call.system.sandbox.names(in: folder, of: call.container)
    where name.hasSuffix(".template") {
      guard var text = try? call.system.sandbox.read("\(folder)/\(name)", in: call.container) else {
        continue
      }
      for (variable, value) in variables {
        text = text.replacing("${\(variable)}", with: value)
        text = text.replacing("$\(variable)", with: value)
      }
      let target = "/etc/nginx/conf.d/" + name.dropLast(".template".count)
      call.output +=
        "20-envsubst-on-templates.sh: Running envsubst on \(folder)/\(name) to \(target)\n"
      try? call.system.sandbox.write(text, to: target, appending: false, in: call.container)
    }
  }
}
