import Engine
import Objects
import Store

extension PodSync {
  /// Creating and starting a container takes the runtime a moment.
  private static let startTime = SimSpan.milliseconds(150)
  /// The kubelet looks at a pod again once it has seen that its network is there.
  private static let nextLook = SimSpan.seconds(1)

  // MARK: - Containers

  /// Starts what may start: init containers one by one, then all the others.
  mutating func progress(
    _ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine,
    using random: inout SeededRandom
  ) {
    guard worker.hasSandbox else { return }
    let policy = pod.spec.restartPolicy ?? .always
    // Sidecars of a pod that has done its work are not started again.
    guard !isFinished(worker, policy) else { return }
    for place in worker.containers.indices where worker.containers[place].isEphemeral {
      bringUp(place, pod, policy, &worker, &machine, using: &random)
    }
    for place in worker.containers.indices {
      let run = worker.containers[place]
      if run.isInit, !isPassed(place, worker) {
        bringUp(place, pod, policy, &worker, &machine, using: &random)
        if !isPassed(place, worker) { return }
      } else if run.isSidecar || run.isOrdinary {
        bringUp(place, pod, policy, &worker, &machine, using: &random)
      }
      // One after the other: the next begins when this one has started, or cannot.
      switch worker.containers[place].phase {
      case .pulling, .starting: return
      case .running where worker.startHook != nil: return
      case .idle, .pullFailed, .unconfigured, .running, .ended: continue
      }
    }
  }

  /// Whether the containers behind this one may start.
  private func isPassed(_ place: Int, _ worker: PodWorker) -> Bool {
    let run = worker.containers[place]
    guard run.isSidecar else { return run.hasSucceeded }
    // One that has ended at once is seen when the kubelet looks again.
    let hasGone = worker.inside?.exit(of: run.spec.name) != nil
    if run.isRunning, run.hasStarted, !hasGone { return true }
    // A sidecar that starts again holds up nothing that has begun.
    return worker.containers[(place + 1)...].contains { !$0.isEphemeral && $0.hasBegun }
  }

  private mutating func bringUp(
    _ place: Int, _ pod: Pod, _ policy: RestartPolicy, _ worker: inout PodWorker,
    _ machine: inout Machine, using random: inout SeededRandom
  ) {
    switch worker.containers[place].phase {
    case .running: return
    case .idle: prepare(place, pod, &worker, &machine)
    case .pulling(let until, let since, let asked):
      guard now >= until else { return }
      finishPull(place, pod, &worker, &machine, since: since, asked: asked)
    case .pullFailed(let retryAt), .unconfigured(let retryAt):
      guard now >= retryAt else { return }
      worker.containers[place].phase = .idle
      prepare(place, pod, &worker, &machine)
    case .starting(let time):
      guard now >= time else { return }
      start(place, pod, &worker, machine, using: &random)
    case .ended:
      guard worker.containers[place].restarts(under: policy),
        let end = worker.containers[place].endedAt
      else { return }
      restart(place, pod, &worker, &machine, after: end)
    }
  }

  private mutating func restart(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine,
    after end: SimTime
  ) {
    let backOff = worker.containers[place].crashBackOff
    guard now >= backOff.restartTime(after: end) else {
      if let told = worker.containers[place].toldTime(after: end),
        let wait = backOff.wait(after: end), now >= told,
        !worker.containers[place].isToldToBackOff
      {
        worker.containers[place].isToldToBackOff = true
        let name = worker.containers[place].spec.name
        worker.containers[place].waiting = ContainerState.Waiting(
          "CrashLoopBackOff",
          message: "back-off \(wait.goText) restarting failed container=\(name) "
            + "pod=\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))")
      }
      return
    }
    worker.containers[place].crashBackOff.restarted(at: now, after: end)
    prepare(place, pod, &worker, &machine)
  }

  /// The environment must be complete before the container is created.
  mutating func configure(_ place: Int, _ pod: Pod, _ worker: inout PodWorker) {
    let run = worker.containers[place]
    let environment = ContainerEnvironment(pod: pod, state: state, address: worker.address)
    if let problem = environment.problem(of: run.spec) ?? rootProblem(pod, run.spec) {
      say(pod, run, .warning, "Failed", "Error: \(problem)")
      worker.containers[place].waiting = ContainerState.Waiting(
        "CreateContainerConfigError", message: problem)
      let pause = run.failedConfigurations == 0 ? Self.nextLook : MountTries.rest
      worker.containers[place].failedConfigurations += 1
      worker.containers[place].phase = .unconfigured(retryAt: now + pause)
      return
    }
    worker.containers[place].failedConfigurations = 0
    worker.containers[place].phase = .starting(at: now + Self.startTime)
  }

  /// An image that runs as root cannot serve a container that must not.
  private func rootProblem(_ pod: Pod, _ container: Container) -> String? {
    func field(_ name: String) -> APIValue? {
      container.securityContext?[name] ?? pod.spec.securityContext?[name]
    }
    guard field("runAsNonRoot")?.bool == true else { return nil }
    let place =
      "(pod: \"\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))\", container: "
      + "\(container.name))"
    if let user = field("runAsUser")?.integer {
      return user == 0 ? "container's runAsUser breaks non-root policy \(place)" : nil
    }
    guard case .found(let image) = network.catalog.find(ImageName(container.image)) else {
      return nil
    }
    switch image.isRoot {
    case true?: return "container has runAsNonRoot and image will run as root \(place)"
    case false?: return nil
    case nil:
      let user = image.user.split(separator: ":").first.map(String.init) ?? image.user
      return
        "container has runAsNonRoot and image has non-numeric user (\(user)), cannot verify user "
        + "is non-root \(place)"
    }
  }

  /// What a container does at once is done before a probe asks.
  private mutating func runAtOnce(_ sandbox: inout PodSandbox, _ machine: Machine) {
    var view = view(from: machine)
    sandbox.advance(to: now, network: &view)
    traffic = view.traffic
  }

  /// Begins what goes on in a container; one that only waits to be asked is written down.
  private mutating func begin(
    _ run: ContainerRun, _ image: ImageFacts, _ pod: Pod, _ worker: inout PodWorker,
    _ machine: Machine
  ) throws(StartFailure) {
    let name = run.spec.name
    let environment = ContainerEnvironment(pod: pod, state: state, address: worker.address)
      .variables(of: run.spec)
    let isSpoilt = network.spoiltPrograms.contains(name) || machine.spoiltPrograms.contains(name)
    if !isSpoilt, case .resting(var resting) = worker.inside,
      resting.start(run.$spec, image: image, environment: environment, at: now)
    {
      worker.inside = .resting(resting)
      return
    }
    guard var sandbox = worker.sandbox else { return }
    defer { worker.sandbox = sandbox }
    try sandbox.start(run.spec, image: image, environment: environment, at: now)
    if isSpoilt { sandbox.crash(name, at: now) }
    runAtOnce(&sandbox, machine)
  }

  private mutating func start(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ machine: Machine,
    using random: inout SeededRandom
  ) {
    guard worker.hasSandbox else { return }
    var run = worker.containers[place]
    let name = ImageName(run.spec.image)
    guard case .found(let facts) = network.catalog.find(name) else { return }
    if let end = run.end {
      run.previousEnd = end
      run.restartCount += 1
    }
    run.end = nil
    run.endedAt = nil
    run.waiting = nil
    run.isToldToBackOff = false
    run.actual = run.spec.resources
    run.identifier = "containerd://" + random.hex(bytes: 32)
    run.image = name.fullName
    run.imageID = facts.identity(of: name)
    say(pod, run, .normal, "Created", "Container created")
    do throws(StartFailure) {
      try begin(run, facts, pod, &worker, machine)
      // There is something to see at once: a probe to ask, a resize that ends with a new start.
      if run.spec.isAsked || worker.resize.generation != nil {
        reactions.append(.look(.pod(node: machine.name, pod: key), at: now))
      }
      run.phase = .running(since: now)
      run.hasStarted = run.spec.startupProbe == nil
      run.isReady = run.hasStarted && run.spec.readinessProbe == nil
      run.probes.begin(run.spec, at: now, ofPodSince: worker.startTime)
      say(pod, run, .normal, "Started", "Container started")
    } catch {
      fail(&run, pod, error)
    }
    worker.containers[place] = run
    runPostStart(place, pod, &worker)
  }

  private mutating func fail(_ run: inout ContainerRun, _ pod: Pod, _ failure: StartFailure) {
    var end = ContainerState.Terminated()
    end.containerID = run.identifier
    end.exitCode = 128
    end.reason = "StartError"
    end.message = failure.message
    end.startedAt = SimTime(milliseconds: 0)
    end.finishedAt = now.wholeSecond
    run.end = end
    run.endedAt = now
    run.phase = .ended
    run.isReady = false
    run.hasStarted = false
    say(pod, run, .warning, "Failed", "Error: \(failure.message)")
    if run.restarts(under: pod.spec.restartPolicy ?? .always) { tellBackOff(of: run, pod) }
    if run.restarts(under: pod.spec.restartPolicy ?? .always) {
      run.waiting = ContainerState.Waiting("RunContainerError", message: failure.message)
    }
  }
}
