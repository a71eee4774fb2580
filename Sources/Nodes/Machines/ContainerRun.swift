import Engine
import Objects

/// One container of a pod, as its kubelet follows it.
struct ContainerRun: Sendable {
  /// Which of the pod's lists it stands in.
  enum Role: String, Sendable {
    case initial = "initContainers"
    case ordinary = "containers"
    /// Put beside the others for a look at them; nobody waits for it, and it never starts again.
    case ephemeral = "ephemeralContainers"
  }

  enum Phase: Hashable, Sendable {
    /// Its turn has not come, or something it needs is missing.
    case idle
    case pulling(until: SimTime, since: SimTime, asked: SimTime)
    case pullFailed(retryAt: SimTime)
    /// Its environment names something that is not there.
    case unconfigured(retryAt: SimTime)
    case starting(at: SimTime)
    case running(since: SimTime)
    case ended
  }

  /// As the pod says, with the resources that the kubelet has granted.
  @Shared var spec: Container
  /// The resources it runs with.
  @Shared var actual = ResourceRequirements()
  let role: Role
  /// Where events about it point.
  let fieldPath: String
  /// As its status shows them; they stay the same for as long as it is there.
  private let mounts: [APIValue]
  var phase = Phase.idle
  /// What the status shows while it waits.
  @Rare var waiting: ContainerState.Waiting?
  /// Its last end, while it has not started again.
  @Rare var end: ContainerState.Terminated?
  /// When it ended, to the millisecond.
  var endedAt: SimTime?
  @Rare var previousEnd: ContainerState.Terminated?
  var restartCount = 0
  var identifier: String?
  var imageID = ""
  var image = ""
  var crashBackOff = CrashBackOff()
  /// The wait until the next try to pull, doubling.
  var pullPause = CrashBackOff.first
  var failedPulls = 0
  var failedConfigurations = 0
  var hasStarted = false
  var isReady = false
  var probes = ProbeStates()
  /// While it is being ended.
  @Rare var stop: ContainerStop?
  /// Whether a wait was already told as CrashLoopBackOff.
  var isToldToBackOff = false

  init(_ spec: Container, as role: Role, waitingFor reason: String) {
    self.spec = spec
    self.role = role
    fieldPath = "spec.\(role.rawValue){\(spec.name)}"
    mounts = spec.volumeMounts.map(Self.mount)
    image = spec.image
    waiting = ContainerState.Waiting(reason)
  }

  var isInit: Bool { role == .initial }
  var isOrdinary: Bool { role == .ordinary }
  var isEphemeral: Bool { role == .ephemeral }

  /// An init container that goes on running beside the others.
  var isSidecar: Bool { isInit && spec.restartPolicy == .always }

  /// Whether it has ended well; what an init container must do before the next one begins.
  var hasSucceeded: Bool { phase == .ended && end?.exitCode == 0 }

  var isRunning: Bool {
    if case .running = phase { true } else { false }
  }

  /// Whether it has been created, or is about to be.
  var hasBegun: Bool {
    switch phase {
    case .pulling, .starting: true
    case .idle, .pullFailed, .unconfigured, .running, .ended: identifier != nil
    }
  }

  /// When its status begins to say CrashLoopBackOff; nil when it is started again before that.
  ///
  /// One that ends at once ends again while its kubelet is still busy with the first end: this once
  /// the kubelet looks a second time soon.
  func toldTime(after end: SimTime) -> SimTime? {
    let began = self.end?.startedAt ?? end
    if restartCount == 1, end - began < .seconds(1), crashBackOff.wait(after: end) != nil {
      return end + .seconds(2)
    }
    return crashBackOff.toldTime(after: end)
  }

  /// Waits belong to what failed: a container whose image has changed begins without any.
  mutating func forgetFailures() {
    crashBackOff = CrashBackOff()
    isToldToBackOff = false
    pullPause = CrashBackOff.first
    failedPulls = 0
  }

  /// Whether it is to start again after its end.
  func restarts(under policy: RestartPolicy) -> Bool {
    if isSidecar { return true }
    if isEphemeral { return false }
    if let isRuled = ruledRestart { return isRuled }
    switch spec.restartPolicy ?? policy {
    case .always: return !isInit || end?.exitCode != 0
    case .onFailure: return end?.exitCode != 0
    case .never: return false
    }
  }

  /// What the container's own rules say to its exit code; nil when none is about it.
  private var ruledRestart: Bool? {
    guard let code = end?.exitCode, code != 0 else { return nil }
    for rule in spec.unlisted["restartPolicyRules"]?.array ?? [] {
      guard rule["action"]?.string == "Restart", let codes = rule["exitCodes"] else { continue }
      let isListed = (codes["values"]?.array ?? []).contains { $0.integer == Int64(code) }
      if isListed == (codes["operator"]?.string != "NotIn") { return true }
    }
    return nil
  }

  func status() -> ContainerStatus {
    var status = ContainerStatus()
    status.name = spec.name
    status.image = image
    status.imageID = imageID
    status.containerID = identifier
    status.restartCount = restartCount
    status.ready = isInit && !isSidecar ? hasSucceeded : isReady && !isEphemeral
    if !isEphemeral { status.started = hasStarted }
    if let previousEnd { status.lastState.terminated = previousEnd }
    switch phase {
    case .running(let since):
      status.state.running = ContainerState.Running(since: since.wholeSecond)
    case .ended where waiting == nil: status.state.terminated = end
    case .ended:
      status.state.waiting = waiting
      status.lastState.terminated = end
    case .idle, .pulling, .pullFailed, .unconfigured, .starting: status.state.waiting = waiting
    }
    if identifier != nil { describeResources(in: &status) }
    status.volumeMounts = mounts
    return status
  }

  /// What the runtime has been told to give it.
  private func describeResources(in status: inout ContainerStatus) {
    let described = Self.described.answer { [actual] in
      $0.resources == actual
    } orElse: { [actual] in
      (actual, actual.value)
    }
    status.resources = described.value
    status.allocatedResources = spec.resources.requests
  }

  /// Containers of one workload have the same resources, and share what is told of them.
  private static let described = Memo<(resources: ResourceRequirements, value: APIValue)>(
    keeping: 16)

  private static func mount(_ mount: VolumeMount) -> APIValue {
    var members = Members([
      ("mountPath", .string(mount.mountPath)), ("name", .string(mount.name)),
    ])
    if mount.readOnly == true {
      members["readOnly"] = true
      let asked = mount.unlisted["recursiveReadOnly"]?.string ?? "Disabled"
      members["recursiveReadOnly"] = asked == "Disabled" ? "Disabled" : "Enabled"
    }
    return .object(members)
  }
}
