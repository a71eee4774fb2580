import Engine
import Objects
import Store

extension PodSync {
  /// Asks every probe that is due, and acts on the answers.
  mutating func runProbes(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    for place in worker.containers.indices where worker.containers[place].isRunning {
      for kind in worker.containers[place].probes.due(at: now) {
        guard let probe = kind.probe(of: worker.containers[place].spec) else { continue }
        let answer = ask(probe, of: worker.containers[place], pod, &worker)
        take(answer, kind, probe, place, pod, &worker)
      }
    }
  }

  /// What a probe said: nil when it passed.
  private func ask(
    _ probe: Probe, of run: ContainerRun, _ pod: Pod, _ worker: inout PodWorker
  ) -> String? {
    guard var sandbox = worker.sandbox else { return "no sandbox" }
    defer { worker.sandbox = sandbox }
    var view = ClusterNetwork(machines: network, state: state, machine: nil)
    if let exec = probe.exec {
      let timeout = Int64(probe.timeoutSeconds ?? 1)
      let outcome = sandbox.execute(
        exec.command, in: run.spec.name, stdin: nil, at: now, network: &view,
        limit: .seconds(timeout))
      if outcome.took > .seconds(timeout) {
        let command = exec.command.joined(separator: " ")
        return "command timed out: \"\(command)\" timed out after \(timeout)s"
      }
      return outcome.exitCode == 0 ? nil : outcome.chunks.map(\.text).joined()
    }
    let address = sandbox.address
    if let http = probe.httpGet {
      let port = number(of: http.port, run.spec)
      let host = "\(http.host ?? address):\(port)"
      let request = HTTPRequest(
        path: http.path ?? "/", headers: ["Host": host, "User-Agent": "kube-probe/1.36"])
      switch sandbox.ask(port: port, .http(request), from: machineAddress, at: now) {
      case .refused:
        return
          "Get \"http://\(host)\(http.path ?? "/")\": dial tcp \(host): connect: connection refused"
      case .answer(let response):
        let status = response.status
        return (200..<400).contains(status) ? nil : "HTTP probe failed with statuscode: \(status)"
      case .closed: return "Get \"http://\(host)\(http.path ?? "/")\": EOF"
      case .unreachable:
        return
          "Get \"http://\(host)\(http.path ?? "/")\": dial tcp \(host): connect: no route to host"
      case .text: return nil
      case .timedOut:
        return "Get \"http://\(host)\(http.path ?? "/")\": context deadline exceeded "
          + "(Client.Timeout exceeded while awaiting headers)"
      }
    }
    guard let tcp = probe.tcpSocket else { return nil }
    let port = number(of: tcp.port, run.spec)
    guard case .refused = sandbox.ask(port: port, .open, from: machineAddress, at: now) else {
      return nil
    }
    return "dial tcp \(address):\(port): connect: connection refused"
  }

  /// The kubelet asks from the node's side of the pod network.
  private var machineAddress: String { "10.244.0.1" }

  private func number(of port: IntOrString, _ container: Container) -> Int {
    switch port {
    case .int(let number): number
    case .string(let name): container.ports.first { $0.name == name }?.containerPort ?? 0
    }
  }

  private mutating func take(
    _ problem: String?, _ kind: ProbeKind, _ probe: Probe, _ place: Int, _ pod: Pod,
    _ worker: inout PodWorker
  ) {
    let run = worker.containers[place]
    if let problem {
      say(pod, run, .warning, "Unhealthy", "\(kind.rawValue) probe failed: \(problem)")
    }
    let hasFailed = worker.containers[place].probes.take(
      kind, passed: problem == nil, probe, at: now)
    let states = worker.containers[place].probes
    switch kind {
    case .startup:
      if states[.startup]?.passes ?? false { worker.containers[place].hasStarted = true }
    case .readiness, .liveness: break
    }
    let isReady = states[.readiness]?.passes ?? true
    worker.containers[place].isReady = worker.containers[place].hasStarted && isReady
    guard hasFailed, kind != .readiness else { return }
    say(
      pod, run, .normal, "Killing",
      "Container \(run.spec.name) failed \(kind.rawValue.lowercased()) probe, will be restarted")
    worker.containers[place].probes.end()
    let grace = probe.terminationGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
    worker.sandbox?.signal(run.spec.name, .terminate, at: now)
    worker.sandbox?.killLater(run.spec.name, at: now + .seconds(Int64(grace)))
  }
}
