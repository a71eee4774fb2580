import Engine
import Kubectl
import Nodes
import Objects
import Simulation
import Store

extension Session {
  /// Asks the containers of a pod.
  mutating func perform(_ request: ContainerRequest, input: String?) -> Int32 {
    switch request {
    case .exec(let exec): perform(exec, input: input)
    case .attach(let attach): perform(attach)
    case .logs(let logs): perform(logs)
    case .copy(let copy): perform(copy)
    }
  }

  private func pod(_ address: ContainerAddress) -> Pod? { world.state.pod(address.pod) }

  private mutating func tell(_ notes: [String]) {
    for note in notes { complain(note) }
  }

  // MARK: - exec

  private mutating func perform(_ exec: ExecRequest, input: String?) -> Int32 {
    tell(exec.notes)
    guard let pod = pod(exec.target) else { return 1 }
    do throws(Machines.AccessProblem) {
      let outcome = try world.execute(
        exec.command, in: exec.target.container, of: pod,
        stdin: exec.passesStdin ? input ?? "" : nil)
      for chunk in outcome.chunks { emit(chunk.stream == .out ? .out : .err, chunk.text) }
      if let ended = pass(until: world.now + outcome.took) { return ended }
      guard outcome.exitCode != 0 else { return 0 }
      complain("command terminated with exit code \(outcome.exitCode)")
      return Int32(clamping: outcome.exitCode)
    } catch {
      complain(Self.message(of: error, random: exec.target))
      return 1
    }
  }

  /// kubectl's sentence for a container that cannot be reached by exec.
  private static func message(
    of problem: Machines.AccessProblem, random target: ContainerAddress
  ) -> String {
    switch problem {
    case .kubeletUnreachable(let address):
      return "error: unable to upgrade connection: error dialing backend: dial tcp "
        + "\(address):10250: connect: connection refused"
    case .containerNotRunning(let name):
      return "error: unable to upgrade connection: container not found (\"\(name)\")"
    case .waiting, .noPreviousLife:
      return "error: unable to upgrade connection: container not found (\"\(target.container)\")"
    case .notStarted(let why):
      var seed = SeededRandom(seed: UInt64(target.container.utf8.count))
      return "error: Internal error occurred: Internal error occurred: error executing command in "
        + "container: failed to exec in container: failed to start exec "
        + "\"\(seed.hex(bytes: 32))\": OCI runtime exec failed: exec failed: unable to start "
        + "container process: \(why)"
    }
  }

  // MARK: - logs and attach

  private mutating func perform(_ logs: LogsRequest) -> Int32 {
    tell(logs.notes)
    var shown: [ContainerAddress: Int] = [:]
    for source in logs.sources {
      let status = show(logs, source, &shown)
      if status != 0 { return status }
    }
    guard logs.follows else { return 0 }
    return follow(logs, shown)
  }

  private mutating func show(
    _ logs: LogsRequest, _ source: ContainerAddress, _ shown: inout [ContainerAddress: Int]
  ) -> Int32 {
    guard let pod = pod(source) else { return 1 }
    do throws(Machines.AccessProblem) {
      var lines = try world.machines.logs(
        of: source.container, pod: pod, previous: logs.previous)
      shown[source] = lines.count
      if let since = logs.since { lines = lines.filter { $0.time >= since } }
      if let tail = logs.tail { lines = lines.suffix(max(0, tail)) }
      var text = lines.map { Self.line($0, logs, source) }.joined()
      if let limit = logs.limitBytes { text = String(text.prefix(limit)) }
      put(text)
      return 0
    } catch {
      complain(Self.logsMessage(of: error, source, pod))
      return 1
    }
  }

  private static func line(
    _ line: LogLine, _ logs: LogsRequest, _ source: ContainerAddress
  ) -> String {
    let prefix = logs.showsPrefix ? "[pod/\(source.pod.name)/\(source.container)] " : ""
    let stamp = logs.showsTimestamps ? line.time.rfc3339Nano + " " : ""
    return "\(prefix)\(stamp)\(line.text)\n"
  }

  private static func logsMessage(
    of problem: Machines.AccessProblem, _ source: ContainerAddress, _ pod: Pod
  ) -> String {
    switch problem {
    case .kubeletUnreachable(let address):
      return "Error from server: Get \"https://\(address):10250/containerLogs/"
        + "\(source.pod.namespace)/\(source.pod.name)/\(source.container)\": dial tcp "
        + "\(address):10250: connect: connection refused"
    case .waiting(let reason):
      return "Error from server (BadRequest): container \"\(source.container)\" in pod "
        + "\"\(source.pod.name)\" is waiting to start: \(reason)"
    case .noPreviousLife, .containerNotRunning, .notStarted:
      let identifier =
        pod.status.containerStatuses.first { $0.name == source.container }?.containerID ?? ""
      return "unable to retrieve container logs for \(identifier)"
    }
  }

  /// Shows new lines as they come, until every container has ended.
  private mutating func follow(
    _ logs: LogsRequest, _ known: [ContainerAddress: Int]
  ) -> Int32 {
    var known = known
    let giveUp = world.now + Self.patience
    while world.now < giveUp {
      if let ended = pass(until: world.now + .milliseconds(500)) { return ended }
      var isAlive = false
      for source in logs.sources {
        guard let pod = pod(source) else { continue }
        let phase = pod.status.phase
        isAlive = isAlive || (phase != .succeeded && phase != .failed)
        guard
          let lines = try? world.machines.logs(of: source.container, pod: pod, previous: false)
        else { continue }
        let first = min(known[source] ?? 0, lines.count)
        put(lines[first...].map { Self.line($0, logs, source) }.joined())
        known[source] = lines.count
      }
      if !isAlive { return 0 }
    }
    return 0
  }

  private mutating func perform(_ attach: AttachRequest) -> Int32 {
    let logs = LogsRequest(following: attach)
    let status = perform(logs)
    return status
  }

  // MARK: - cp

  private mutating func perform(_ copy: CopyRequest) -> Int32 {
    tell(copy.notes)
    do throws(HostProblem) {
      switch (copy.source, copy.destination) {
      case (.host(let path), .container(let address, let target)):
        let text = try host.readFile(path)
        guard let pod = pod(address),
          world.writeFile(text, to: target, in: address.container, of: pod)
        else {
          complain("error: \(target): cannot be written")
          return 1
        }
      case (.container(let address, let source), .host(let path)):
        guard let pod = pod(address),
          let text = world.machines.readFile(source, in: address.container, of: pod)
        else {
          complain("tar: \(source): No such file or directory")
          return 1
        }
        try host.writeFile(path, text, false)
      case (.host, .host), (.container, .container):
        complain("error: one of src or dest must be a local file specification")
        return 1
      }
    } catch {
      complain("error: \(error.message)")
      return 1
    }
    return 0
  }
}

extension SimTime {
  /// With nine digits of a second, as the kubelet stamps log lines.
  var rfc3339Nano: String { String(rfc3339Micro.dropLast()) + "000Z" }
}
