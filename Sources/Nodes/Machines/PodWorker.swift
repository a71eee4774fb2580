import Engine
import Objects

/// One pod on one machine: what its kubelet knows and what runs in it.
struct PodWorker: Sendable {
  /// A pod that is being ended.
  struct Termination: Sendable {
    /// How long its containers have, from when it was last changed.
    var grace: SimSpan
  }

  /// A postStart hook that runs: the pod is not looked at before it is done.
  struct StartHook: Sendable {
    let place: Int
    let endsAt: SimTime
    let succeeded: Bool
  }

  /// Another one when the mirror of a static pod was put back.
  var uid: String
  let startTime: SimTime
  /// The ConfigMaps and Secrets that volumes show.
  let shownKeys: [ObjectKey]
  /// Whether any volume shows what may change in the cluster.
  let showsTheCluster: Bool
  var address: String?
  /// Nil before it has been set up, and once it was lost.
  var inside: PodInside?
  var hadSandbox = false
  /// Volumes of a sandbox that was lost: they lie on the machine's disk.
  var keptVolumes: [String: FileTree] = [:]
  var containers: [ContainerRun]
  /// A spec that asks for nothing of its containers that they have not been given.
  var agreed: Shared<PodSpec>?
  /// What its containers have been granted.
  var granted: PodClaim
  @Rare var termination: Termination?
  @Rare var startHook: StartHook?
  /// Why the kubelet refused the pod.
  @Rare var rejection: (reason: String, message: String)?
  /// Why all its containers were ended for good: `DeadlineExceeded`, `Evicted`.
  @Rare var failure: (reason: String, message: String)?
  /// What the pod is told when it has to go because its machine runs short of something.
  @Rare var eviction: String?
  var resize = PodResize()
  var mountTries = MountTries()
  /// Since when its files take more than their limit.
  var isOverItsStorageSince: SimTime?
  /// What the volumes that show ConfigMaps, Secrets and labels were filled from.
  var shownSources: [StringMap]?
  /// Since when that is out of date.
  var staleSince: SimTime?
  /// When the network and the volumes are in place.
  var sandboxReadyAt: SimTime

  /// Setting up a pod's network and volumes takes a moment.
  static let sandboxTime = SimSpan.milliseconds(300)

  init(_ pod: Pod, at now: SimTime) {
    uid = pod.metadata.uid
    startTime = now
    shownKeys = PodVolumes.sources(of: pod)
    let showsItself = pod.spec.volumes.contains { $0.downwardAPI != nil }
    showsTheCluster = showsItself || !shownKeys.isEmpty
    sandboxReadyAt = now + Self.sandboxTime
    granted = PodClaim(of: pod.spec)
    let reason = Self.firstReason(pod)
    containers =
      pod.spec.initContainers.map { ContainerRun($0, as: .initial, waitingFor: reason) }
      + pod.spec.containers.map { ContainerRun($0, as: .ordinary, waitingFor: reason) }
  }

  var hasSandbox: Bool { inside != nil }

  /// All that is inside. Looking costs its start when nobody has done so before; who changes it
  /// leaves it awake.
  var sandbox: PodSandbox? {
    get { inside?.sandbox }
    set { inside = newValue.map(PodInside.awake) }
  }

  /// Whether the kubelet is in the middle of bringing its containers up.
  var isBusy: Bool {
    startHook != nil
      || containers.contains {
        switch $0.phase {
        case .pulling, .starting: true
        case .idle, .pullFailed, .unconfigured, .running, .ended: false
        }
      }
  }

  /// What a container waits for that has not been started yet.
  private static func firstReason(_ pod: Pod) -> String {
    pod.spec.initContainers.isEmpty ? "ContainerCreating" : "PodInitializing"
  }

  /// Takes in the ephemeral containers that the pod has been given since.
  mutating func join(_ pod: Pod) {
    for container in pod.spec.ephemeralContainers
    where !containers.contains(where: { $0.spec.name == container.name }) {
      containers.append(
        ContainerRun(container, as: .ephemeral, waitingFor: Self.firstReason(pod)))
    }
  }

  /// Whether it is known at a glance that the pod asks for nothing that it was not given.
  func isAgreed(with pod: Pod) -> Bool { agreed?.isOne(with: pod.$spec) ?? false }

  func isRunning(_ container: String) -> Bool {
    containers.contains { $0.spec.name == container && $0.isRunning }
  }

  /// Whether a container has ended, and nobody has taken note of it yet.
  var hasUnseenEnd: Bool {
    containers.contains { $0.isRunning && inside?.exit(of: $0.spec.name) != nil }
  }

  mutating func signal(_ container: String, _ signal: ProcessSignal, at now: SimTime) {
    sandbox?.signal(container, signal, at: now)
  }

  /// The machine has lost its power: whatever ran is gone.
  mutating func loseContainers(at now: SimTime) {
    for place in containers.indices {
      guard case .running(let since) = containers[place].phase else {
        if case .ended = containers[place].phase { continue }
        containers[place].phase = .idle
        continue
      }
      var end = ContainerState.Terminated()
      end.containerID = containers[place].identifier
      end.exitCode = 255
      end.reason = "Unknown"
      end.startedAt = since.wholeSecond
      end.finishedAt = now.wholeSecond
      containers[place].end = end
      containers[place].endedAt = now
      containers[place].phase = .ended
      containers[place].isReady = false
      containers[place].hasStarted = false
      containers[place].probes.end()
      containers[place].stop = nil
    }
    if case .awake(let sandbox) = inside {
      keptVolumes = sandbox.volumes.filter {
        $0.key != PodSandbox.hostFiles && !sandbox.memoryVolumes.contains($0.key)
          && !sandbox.fixedVolumes.contains($0.key) && !$0.key.contains("/")
      }
    }
    inside = nil
    startHook = nil
    address = nil
    sandboxReadyAt = now + Self.sandboxTime
  }
}
