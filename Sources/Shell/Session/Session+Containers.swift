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
    case .attach(let attach): perform(attach, input: input)
    case .logs(let logs): perform(logs)
    case .copy(let copy): perform(copy)
    case .forward(let forward): perform(forward)
    }
  }

  func pod(_ address: ContainerAddress) -> Pod? { world.state.pod(address.pod) }

  mutating func tell(_ notes: [String]) {
    for note in notes { complain(note) }
  }

  // MARK: - exec

  private mutating func perform(_ exec: ExecRequest, input: String?) -> Int32 {
    tell(exec.notes)
    guard let pod = pod(exec.target) else { return 1 }
    do throws(Machines.AccessProblem) {
      let outcome = try world.execute(
        exec.command, in: exec.target.container, of: pod,
        stdin: exec.streams.passesStdin ? input ?? "" : nil)
      for chunk in outcome.chunks { emit(chunk.stream == .out ? .out : .err, chunk.text) }
      if let ended = pass(until: world.now + outcome.took) { return ended }
      guard outcome.exitCode != 0 else { return 0 }
      complain("command terminated with exit code \(outcome.exitCode)")
      return Int32(clamping: outcome.exitCode)
    } catch {
      complain(error.execMessage(for: exec.target, at: now))
      return 1
    }
  }

  // MARK: - attach

  private mutating func perform(_ attach: AttachRequest, input: String?) -> Int32 {
    tell(attach.notes)
    var logs = LogsRequest([LogsRequest.Source(attach.target)])
    logs.follows = true
    if attach.isOwn, pod(attach.target)?.hasEnded ?? true { return perform(logs) }
    if !attach.streams.isQuiet { tell(AttachRequest.announcement) }
    // Whoever joins later sees what is printed from then on.
    if !attach.isOwn { logs.tail = 0 }
    return perform(logs)
  }
}

extension Pod {
  var hasEnded: Bool { status.phase == .succeeded || status.phase == .failed }
}

extension Machines.AccessProblem {
  /// kubectl's sentence for a container that cannot be reached by exec or attach.
  func execMessage(for target: ContainerAddress, at now: SimTime) -> String {
    // The name of what was not started: a new one each time, the same in every replay.
    var names = SeededRandom(seed: UInt64(bitPattern: now.milliseconds))
    return switch self {
    case .kubeletUnreachable(let address):
      "error: unable to upgrade connection: error dialing backend: dial tcp "
        + "\(address):10250: connect: connection refused"
    case .containerNotRunning(let name):
      "error: unable to upgrade connection: container not found (\"\(name)\")"
    case .waiting, .noPreviousLife:
      "error: unable to upgrade connection: container not found (\"\(target.container)\")"
    case .notStarted(let why):
      "error: Internal error occurred: Internal error occurred: error executing command in "
        + "container: failed to exec in container: failed to start exec "
        + "\"\(names.hex(bytes: 32))\": OCI runtime exec failed: exec failed: unable to start "
        + "container process: \(why)"
    }
  }
}
