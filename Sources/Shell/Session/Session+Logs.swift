import Engine
import Kubectl
import Nodes
import Objects
import Simulation
import Store

extension Session {
  /// Shows what containers have printed, and goes on showing it if asked to.
  mutating func perform(_ logs: LogsRequest) -> Int32 {
    tell(logs.notes)
    var followed: [FollowedLog] = []
    for source in logs.sources {
      if let refusal = source.refusal {
        guard logs.ignoresErrors else { return emit([.failed(refusal)]) }
        say("error: \(refusal.bareMessage)")
        continue
      }
      do throws(Machines.AccessProblem) {
        followed.append(try show(logs, source.address))
      } catch {
        let message = error.logsMessage(for: source.address, pod(source.address))
        // The kubelet has begun to answer when it notices that the container is gone.
        if case .noPreviousLife = error {
          put(message)
          continue
        }
        guard logs.ignoresErrors else {
          complain(message)
          return 1
        }
        say("error: \(message)")
      }
    }
    return logs.follows ? follow(logs, followed) : 0
  }

  /// Shows the lines there are.
  private mutating func show(
    _ logs: LogsRequest, _ source: ContainerAddress
  ) throws(Machines.AccessProblem) -> FollowedLog {
    guard let pod = pod(source) else { throw .containerNotRunning(source.container) }
    let log = try world.machines.log(of: source.container, pod: pod, previous: logs.previous)
    var lines = log.lines[...]
    if let tail = logs.tail { lines = lines.suffix(max(0, tail)) }
    if let since = logs.since { lines = lines.filter { $0.time >= since }[...] }
    var text = lines.map { logs.text($0.text, at: $0.time, of: source) }.joined()
    var rest = logs.limitBytes
    if let limit = rest {
      rest = max(0, limit - text.utf8.count)
      text = String(decoding: text.utf8.prefix(limit), as: UTF8.self)
    }
    put(text)
    return FollowedLog(
      source: source, uid: pod.metadata.uid, life: log.life, shown: log.lines.count, bytesLeft: rest
    )
  }

  // MARK: - Following

  /// Shows new lines as they come, until every container that is followed has ended.
  private mutating func follow(_ logs: LogsRequest, _ followed: [FollowedLog]) -> Int32 {
    var followed = followed
    let giveUp = world.now + Self.patience
    var heard = world.now
    while true {
      let before = world.now
      var text = ""
      for place in followed.indices {
        let lines = news(of: &followed[place])
        text += followed[place].limited(
          lines.map { logs.text($0.text, at: $0.time, of: followed[place].source) }.joined())
      }
      followed.removeAll(where: \.hasEnded)
      put(text)
      if followed.isEmpty { return 0 }
      if !text.isEmpty { heard = world.now }
      guard world.now < giveUp, world.now - heard < Self.settlingLimit else {
        complain(
          "podlab: \((world.now - heard).goText) of virtual time without another line; giving up")
        return 0
      }
      if let ended = pass(until: world.now + .milliseconds(500)) { return ended }
      linger(after: world.now - before, reading: !text.isEmpty)
    }
  }

  /// The lines of one log that have not been shown yet.
  func news(of log: inout FollowedLog) -> ArraySlice<LogLine> {
    guard let pod = pod(log.source), pod.metadata.uid == log.uid,
      let now = world.machines.log(of: log.source.container, pod: pod, life: log.life)
    else {
      log.hasEnded = true
      return []
    }
    log.hasEnded = !now.isOpen
    let fresh = now.lines.suffix(max(0, now.lines.count - log.shown))
    log.shown = now.lines.count
    return fresh
  }

  /// How far virtual time goes at once while a person looks at what a program does.
  var glance: SimSpan { isWatched ? .seconds(1) : .minutes(1) }

  private var isWatched: Bool {
    manner == .interactive && clock == .stepped && captures.isEmpty && typedBefore == nil
  }

  /// Lets a person read what has come, and press Ctrl-C, before virtual time hurries on: a second
  /// with something to read takes a fifth of one, a minute of silence takes one.
  mutating func linger(after passed: SimSpan, reading: Bool) {
    guard isWatched else { return }
    host.pause(
      reading
        ? min(.milliseconds(passed.milliseconds / 5), .milliseconds(200))
        : .milliseconds(passed.milliseconds / 60))
  }
}

/// A log that is being followed.
struct FollowedLog {
  let source: ContainerAddress
  /// The pod's: another of the same name is not followed.
  let uid: String
  /// The container's life that is followed.
  let life: String?
  /// How many lines of that life have been shown.
  var shown: Int
  /// What may still be shown; nil for everything.
  var bytesLeft: Int?
  var hasEnded = false

  /// As much of a text as may still be shown.
  fileprivate mutating func limited(_ text: String) -> String {
    guard let left = bytesLeft else { return text }
    let shown = String(decoding: text.utf8.prefix(left), as: UTF8.self)
    bytesLeft = left - shown.utf8.count
    hasEnded = hasEnded || bytesLeft == 0
    return shown
  }
}

extension Failure {
  /// The server's sentence alone.
  fileprivate var bareMessage: String {
    if case .rejected(let rejection, _) = self { rejection.message } else { message }
  }
}

extension Machines.AccessProblem {
  /// kubectl's sentence for a log that cannot be had.
  fileprivate func logsMessage(for source: ContainerAddress, _ pod: Pod?) -> String {
    switch self {
    case .kubeletUnreachable(let address):
      return "Error from server: Get \"https://\(address):10250/containerLogs/"
        + "\(source.pod.namespace)/\(source.pod.name)/\(source.container)\": dial tcp "
        + "\(address):10250: connect: connection refused"
    case .waiting(let reason):
      return "Error from server (BadRequest): container \"\(source.container)\" in pod "
        + "\"\(source.pod.name)\" is waiting to start: \(reason)"
    case .noPreviousLife, .containerNotRunning, .runtimeDown, .notStarted:
      let statuses = pod.map { $0.status.containerStatuses + $0.status.initContainerStatuses } ?? []
      let status = statuses.first { $0.name == source.container }
      let identifier = status?.lastState.terminated?.containerID ?? status?.containerID ?? ""
      return "unable to retrieve container logs for \(identifier)"
    }
  }
}
