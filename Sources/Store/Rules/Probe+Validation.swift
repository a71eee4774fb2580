import Objects

extension Container {
  /// What is wrong with the probes and hooks; `grace` is what the pod has for its end.
  func handlerProblems(at path: FieldPath, grace: Int) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let hooks = path.member("lifecycle")
    if let hook = lifecycle?.postStart {
      problems += hook.problems(at: hooks.member("postStart"), grace: grace)
    }
    if let hook = lifecycle?.preStop {
      problems += hook.problems(at: hooks.member("preStop"), grace: grace)
    }
    if let probe = livenessProbe {
      problems += probe.problems(at: path.member("livenessProbe"))
      problems += probe.successProblems(at: path.member("livenessProbe"))
    }
    if let probe = readinessProbe {
      let here = path.member("readinessProbe")
      problems += probe.problems(at: here)
      if let seconds = probe.terminationGracePeriodSeconds {
        problems.append(
          .init(
            here.member("terminationGracePeriodSeconds"),
            .invalid(value: "\(seconds)", why: "must not be set for readinessProbes")))
      }
    }
    if let probe = startupProbe {
      problems += probe.problems(at: path.member("startupProbe"))
      problems += probe.successProblems(at: path.member("startupProbe"))
    }
    return problems
  }
}

extension Probe {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var handler = LifecycleHandler()
    handler.exec = exec
    handler.httpGet = httpGet
    handler.tcpSocket = tcpSocket
    var problems = handler.problems(at: path, grace: 0, grpc: grpc)
    for (name, value) in [
      ("initialDelaySeconds", initialDelaySeconds), ("timeoutSeconds", timeoutSeconds),
      ("periodSeconds", periodSeconds), ("successThreshold", successThreshold),
      ("failureThreshold", failureThreshold),
    ] {
      problems += FieldChecks.nonnegative(value, at: path.member(name))
    }
    if let seconds = terminationGracePeriodSeconds, seconds <= 0 {
      problems.append(
        .init(
          path.member("terminationGracePeriodSeconds"),
          .invalid(value: "\(seconds)", why: "must be greater than 0")))
    }
    return problems
  }

  /// Once is enough for what does not come and go.
  fileprivate func successProblems(at path: FieldPath) -> [FieldProblem] {
    guard let successThreshold, successThreshold != 1 else { return [] }
    return [
      .init(
        path.member("successThreshold"),
        .invalid(value: "\(successThreshold)", why: "must be 1"))
    ]
  }
}

extension LifecycleHandler {
  fileprivate func problems(
    at path: FieldPath, grace: Int, grpc: APIValue? = nil
  ) -> [FieldProblem] {
    var handlers: [(name: String, problems: [FieldProblem])] = []
    if let exec {
      let here = path.member("exec").member("command")
      handlers.append(("exec", exec.command.isEmpty ? [.init(here, .required(why: ""))] : []))
    }
    if let httpGet {
      handlers.append(("httpGet", httpGet.problems(at: path.member("httpGet"))))
    }
    if let tcpSocket {
      let here = path.member("tcpSocket").member("port")
      handlers.append(("tcpSocket", FieldChecks.port(tcpSocket.port, at: here)))
    }
    if let grpc {
      let here = path.member("grpc").member("port")
      handlers.append(("grpc", FieldChecks.port(Int(grpc["port"]?.integer ?? 0), at: here)))
    }
    if let sleep {
      handlers.append(("sleep", sleep.problems(at: path.member("sleep"), grace: grace)))
    }
    guard let first = handlers.first else {
      return [.init(path, .required(why: "must specify a handler type"))]
    }
    let others = handlers.dropFirst().map {
      FieldProblem(
        path.member($0.name), .forbidden(why: "may not specify more than 1 handler type"))
    }
    return first.problems + others
  }
}

extension SleepAction {
  fileprivate func problems(at path: FieldPath, grace: Int) -> [FieldProblem] {
    if (0...grace).contains(seconds) { return [] }
    let why = "must be non-negative and less than terminationGracePeriodSeconds (\(grace))"
    return [.init(path, .invalid(value: "\(seconds)", why: why))]
  }
}

extension HTTPGetAction {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = FieldChecks.required(self.path, at: path.member("path"))
    problems += FieldChecks.port(port, at: path.member("port"))
    problems += FieldChecks.known(scheme, among: Words.schemes, at: path.member("scheme"))
    for header in httpHeaders {
      let name = header["name"]?.string ?? ""
      let isPlain = name.utf8.allSatisfy { byte in
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte)
      }
      if isPlain, !name.isEmpty { continue }
      let why =
        "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', "
        + "regex used for validation is '[-A-Za-z0-9]+')"
      problems.append(
        .init(path.member("httpHeaders"), .invalid(value: "\"\(name)\"", why: why)))
    }
    return problems
  }
}
