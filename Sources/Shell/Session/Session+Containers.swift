import Engine
import Kubectl
import Nodes
import Objects
import Simulation
import Store

extension Session {
  /// Asks the containers of a pod.
  mutating func perform(_ request: ContainerRequest, input: String?) -> Int32 {
    for asked in request.access {
      let decision = world.state.decide(asked, for: requester)
      guard decision.isAllowed else {
        let refusal = Rejection.denied(asked, requester, reason: decision.reason)
        return emit([.failed(.rejected(refusal))])
      }
    }
    switch request {
    case .exec(let exec): return perform(exec, input: input)
    case .attach(let attach): return perform(attach, input: input)
    case .logs(let logs): return perform(logs)
    case .copy(let copy): return perform(copy)
    case .forward(let forward): return perform(forward)
    }
  }

  func pod(_ address: ContainerAddress) -> Pod? { world.state.pod(address.pod) }

  mutating func tell(_ notes: [String]) {
    for note in notes { complain(note) }
  }

  /// Where the input comes from, and whether over a terminal, which is refused where there is none.
  private mutating func connect(
    _ streams: StreamWishes, input: String?
  ) -> (feed: Feed, isTerminal: Bool) {
    guard streams.passesStdin else { return (.nothing, false) }
    let feed = input.map { Feed.text($0) } ?? .typed
    guard streams.wantsTerminal else { return (feed, false) }
    if input == nil, isTypedAtTerminal { return (feed, true) }
    if !streams.isQuiet {
      complain("Unable to use a TTY - input is not a terminal or the right kind of file")
    }
    return (feed, false)
  }

  // MARK: - exec

  private mutating func perform(_ exec: ExecRequest, input: String?) -> Int32 {
    tell(exec.notes)
    guard let pod = pod(exec.target) else { return 1 }
    let (feed, isTerminal) = connect(exec.streams, input: input)
    let before = world.machines.fingerprint(of: pod)
    // What changes something inside can be undone.
    defer { if world.machines.fingerprint(of: pod) != before { changedHardware = true } }
    do throws(Machines.AccessProblem) {
      let command = try world.begin(
        exec.command, in: exec.target.container, of: pod, isTerminal: isTerminal)
      var joined = JoinedCommand(command, feed, isTerminal: isTerminal, at: now)
      let departure = stay(with: &joined)
      world.end(command)
      switch departure {
      case .left(let status): return status
      case .lost: return loseConnection()
      case .ended(0): return 0
      case .ended(let status):
        complain("command terminated with exit code \(status)")
        return Int32(clamping: status)
      }
    } catch {
      complain(error.execMessage(for: exec.target, at: now))
      return 1
    }
  }

  private mutating func loseConnection() -> Int32 {
    complain(
      "error: error reading from error stream: next reader: websocket: close 1006 (abnormal "
        + "closure): unexpected EOF")
    return 1
  }

  // MARK: - attach

  private mutating func perform(_ attach: AttachRequest, input: String?) -> Int32 {
    tell(attach.notes)
    guard let pod = pod(attach.target) else { return 1 }
    if attach.isOwn, pod.hasEnded { return perform(LogsRequest(following: attach.target)) }
    let (feed, isTerminal) = connect(attach.streams, input: input)
    if !attach.streams.isQuiet { tell(AttachRequest.announcement) }
    do throws(Machines.AccessProblem) {
      let command = try world.machines.join(attach.target.container, of: pod)
      var joined = JoinedCommand(command, feed, isTerminal: isTerminal, at: now)
      joined.patience = Self.settlingLimit
      joined.passesEnd = pod.closesInput(of: attach.target.container)
      begin(attach, &joined, pod)
      switch stay(with: &joined) {
      case .left(let status): return status
      case .lost: return loseConnection()
      case .ended:
        if isTerminal, !attach.streams.isQuiet {
          let isEphemeral = pod.spec.ephemeralContainers.contains {
            $0.name == attach.target.container
          }
          say(attach.farewell(isEphemeral: isEphemeral))
        }
        return 0
      }
    } catch {
      let message = error.attachMessage(for: attach.target, at: now)
      guard attach.isOwn else {
        complain("error: \(message)")
        return 1
      }
      complain(
        "warning: couldn't attach to pod/\(attach.target.pod.name), falling back to streaming "
          + "logs: \(message)")
      return perform(LogsRequest(following: attach.target))
    }
  }

  /// What was printed before does not count for whoever joins later.
  private mutating func begin(
    _ attach: AttachRequest, _ joined: inout JoinedCommand, _ pod: Pod
  ) {
    if attach.streams.wantsTerminal {
      if !attach.isOwn { _ = world.takeOutput(of: joined.command) }
      return
    }
    let log = world.machines.log(
      of: attach.target.container, pod: pod, life: joined.command.life)
    joined.log = FollowedLog(
      source: attach.target, uid: pod.metadata.uid, life: joined.command.life,
      shown: attach.isOwn ? 0 : log?.lines.count ?? 0)
  }
}

extension LogsRequest {
  /// All that a container has printed and prints.
  fileprivate init(following address: ContainerAddress) {
    self.init([Source(address)])
    follows = true
  }
}

extension Pod {
  /// Whether a container's input ends with the first one who was attached to it.
  fileprivate func closesInput(of container: String) -> Bool {
    (spec.containers + spec.initContainers + spec.ephemeralContainers).contains {
      $0.name == container && $0.unlisted["stdinOnce"]?.bool == true
    }
  }
}

extension Machines.AccessProblem {
  /// kubectl's sentence for a container that cannot be reached by exec.
  func execMessage(for target: ContainerAddress, at now: SimTime) -> String {
    // The name of what was not started: a new one each time, the same in every replay.
    var names = SeededRandom(seed: UInt64(bitPattern: now.milliseconds))
    switch self {
    case .kubeletUnreachable(let address):
      return "error: unable to upgrade connection: error dialing backend: dial tcp "
        + "\(address):10250: connect: connection refused"
    case .runtimeDown:
      return "error: unable to upgrade connection: rpc error: code = Unavailable desc = connection "
        + "error: desc = \"transport: Error while dialing: dial unix "
        + "/run/containerd/containerd.sock: connect: connection refused\""
    case .containerNotRunning, .waiting, .noPreviousLife:
      return "error: unable to upgrade connection: container not found (\"\(target.container)\")"
    case .notStarted(let why):
      return "error: Internal error occurred: Internal error occurred: error executing command in "
        + "container: failed to exec in container: failed to start exec "
        + "\"\(names.hex(bytes: 32))\": OCI runtime exec failed: exec failed: unable to start "
        + "container process: \(why)"
    }
  }

  /// The same for attach, without `error: ` in front.
  fileprivate func attachMessage(for target: ContainerAddress, at now: SimTime) -> String {
    switch self {
    case .kubeletUnreachable, .runtimeDown, .notStarted:
      String(execMessage(for: target, at: now).dropFirst("error: ".count))
    case .containerNotRunning, .waiting, .noPreviousLife:
      "unable to upgrade connection: container \(target.container) not found in pod "
        + "\(target.pod.name)_\(target.pod.namespace)"
    }
  }
}
