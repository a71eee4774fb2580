import Engine
import HashTreeCollections
import Objects
import Store

/// One look of a kubelet at one pod: brings what runs closer to what is wanted, and reports.
struct PodSync {
  let key: ObjectKey
  let state: ClusterState
  let now: SimTime
  let isKubeletAlive: Bool
  /// The rest of the cluster, for what the pod's processes connect to.
  var network: Machines
  /// What connections to other pods left behind.
  var traffic: Traffic
  var reactions: [Reaction<Machines.Key>] = []
  /// The machine of a pod whose containers are asked things: what answers may need its other pods.
  var home: Machine?

  /// The network as a pod on a machine sees it, with what this look has done to it so far.
  func view(from machine: Machine?) -> ClusterNetwork {
    ClusterNetwork(machines: network, state: state, machine: machine, traffic: traffic)
  }

  mutating func run(
    on machine: inout Machine, using random: inout SeededRandom
  ) -> [Reaction<Machines.Key>] {
    if machine.isStatic(key), isKubeletAlive, keepMirror(on: &machine) { return reactions }
    // Nobody but the kubelet ends a pod of the machine's own.
    if machine.isStatic(key), state.pod(key) == nil { return [] }
    if dropMirror(on: machine) { return reactions }
    guard let pod = state.pod(key), pod.spec.nodeName == machine.name else {
      machine.workers[key] = nil
      return []
    }
    if machine.workers[key]?.uid != pod.metadata.uid {
      machine.workers[key] = nil
      guard isKubeletAlive else { return [] }
      if pod.hasEnded || pod.metadata.isDeleting { return forget(pod) }
    }
    var worker = machine.workers.take(key) ?? admitted(pod, on: &machine)
    advance(&worker, machine)
    if isKubeletAlive { work(pod, &worker, &machine, using: &random) }
    let mayLook = !reactions.contains { if case .submit(.delete) = $0 { true } else { false } }
    if mayLook, let next = nextLook(worker, pod) {
      reactions.append(.look(.pod(node: machine.name, pod: key), at: max(next, now)))
    }
    if case .awake(let sandbox) = worker.inside { machine.takeFiles(from: sandbox) }
    machine.hasNewUsage = true
    machine.workers.put(worker, under: key)
    return reactions
  }

  /// Lets go on what goes on inside.
  private mutating func advance(_ worker: inout PodWorker, _ machine: Machine) {
    if case .resting(let resting) = worker.inside, resting.nextWake.map({ $0 > now }) ?? true {
      return
    }
    guard var sandbox = worker.sandbox else { return }
    machine.lendFiles(to: &sandbox)
    var view = view(from: machine)
    sandbox.advance(to: now, network: &view)
    worker.sandbox = sandbox
    traffic = view.traffic
  }

  /// A pod that has ended, or that never began here, is only waiting to be let go.
  private func forget(_ pod: Pod) -> [Reaction<Machines.Key>] {
    guard pod.metadata.isDeleting else { return [] }
    return [.submit(.delete(key, DeleteOptions(gracePeriodSeconds: 0, uid: pod.metadata.uid)))]
  }

  private mutating func work(
    _ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine,
    using random: inout SeededRandom
  ) {
    if let hook = worker.startHook, !pod.metadata.isDeleting {
      guard now >= hook.endsAt else { return }
      finishPostStart(pod, &worker)
    }
    if worker.containers.contains(where: { $0.spec.isAsked }) { home = machine }
    takeOver(pod, &worker)
    collectEnds(pod, &worker)
    if worker.rejection == nil {
      if isEnding(pod, worker) {
        terminate(pod, &worker)
      } else {
        resize(pod, &worker, machine)
        setUp(pod, &worker, &machine)
        refreshVolumes(pod, &worker, machine)
        // A startup probe that passes lets the containers behind it begin.
        runProbes(pod, &worker, machine)
        progress(pod, &worker, &machine, using: &random)
        checkDeadline(pod, &worker)
        checkStorage(pod, &worker)
        advanceStops(&worker)
        // Images and hooks hold up the kubelet's look at the pod: it tells when it is through.
        if worker.isBusy { return }
      }
    }
    followServices(worker, &machine)
    report(pod, worker, machine)
    if pod.metadata.isDeleting, !worker.containers.contains(where: \.isRunning) {
      reactions.append(
        .submit(.delete(key, DeleteOptions(gracePeriodSeconds: 0, uid: pod.metadata.uid))))
    }
  }

  /// Images may be changed in place: such a container is ended and started anew.
  private mutating func takeOver(_ pod: Pod, _ worker: inout PodWorker) {
    if worker.isAgreed(with: pod) { return }
    worker.join(pod)
    for place in worker.containers.indices {
      guard let image = pod.spec.ask(place, { $0.image }),
        worker.containers[place].spec.image != image
      else { continue }
      let run = worker.containers[place]
      let granted = run.spec.resources
      if let wanted = pod.spec.ask(place, { $0 }) { worker.containers[place].spec = wanted }
      worker.containers[place].spec.resources = granted
      worker.containers[place].image = image
      worker.containers[place].forgetFailures()
      if run.isRunning {
        // An init container on its way to its end is left to reach it.
        if run.isInit, !run.isSidecar { continue }
        endToStartAnew(
          place, pod, &worker, run.endMessage("definition changed", restarts: true))
      } else if case .pullFailed = run.phase {
        worker.containers[place].phase = .idle
      }
    }
  }

  private mutating func checkDeadline(_ pod: Pod, _ worker: inout PodWorker) {
    guard let seconds = pod.spec.activeDeadlineSeconds,
      now - worker.startTime >= .seconds(Int64(seconds))
    else { return }
    worker.failure = (
      "DeadlineExceeded", "Pod was active on the node longer than the specified deadline"
    )
    reactions.append(
      .submit(
        .record(EventNote(.normal, "DeadlineExceeded", worker.failure?.message ?? "", about: pod))))
    reactions.append(.look(.pod(node: pod.spec.nodeName, pod: key), at: now))
  }

  /// When something inside or around the pod is next due.
  private func nextLook(_ worker: PodWorker, _ pod: Pod) -> SimTime? {
    var times: [SimTime] = []
    if let wake = worker.inside?.nextWake { times.append(max(wake, now + Self.turn)) }
    guard isKubeletAlive, worker.rejection == nil else { return times.min() }
    if worker.hasUnseenEnd { times.append(now + Self.relist) }
    if !worker.hasSandbox, worker.address != nil || worker.sandboxReadyAt > now {
      times.append(worker.sandboxReadyAt)
    }
    if let hook = worker.startHook { times.append(hook.endsAt) }
    for run in worker.containers where run.isRunning {
      if let look = run.stop?.nextLook(after: now) { times.append(look) }
    }
    if worker.termination != nil { return times.min() }
    let policy = pod.spec.restartPolicy ?? .always
    for run in worker.containers {
      switch run.phase {
      case .idle: break
      case .pulling(let until, _, _): times.append(until)
      case .pullFailed(let retryAt), .unconfigured(let retryAt): times.append(retryAt)
      case .starting(let start): times.append(start)
      case .running: if let probe = run.probes.nextAt { times.append(probe) }
      case .ended:
        guard run.restarts(under: policy), let end = run.endedAt else { continue }
        times.append(run.crashBackOff.restartTime(after: end))
        if !run.isToldToBackOff, let told = run.toldTime(after: end) {
          times.append(told)
        }
      }
    }
    if let staleSince = worker.staleSince { times.append(staleSince + Self.volumePeriod) }
    if let resize = worker.resize.nextLook(after: now) { times.append(resize) }
    if let mount = worker.mountTries.wakeAt { times.append(mount) }
    if let seconds = pod.spec.activeDeadlineSeconds {
      times.append(worker.startTime + .seconds(Int64(seconds)))
    }
    // What is due in the past waits for something else than time.
    return times.filter { $0 > now }.min() ?? times.min().map { max($0, now + .milliseconds(100)) }
  }

  /// A process that has just been started runs this much later.
  private static let turn = SimSpan.milliseconds(10)
  /// How long it takes until a container that has just been killed is seen to have ended.
  private static let relist = SimSpan.milliseconds(100)

  mutating func say(
    _ pod: Pod, _ run: ContainerRun, _ type: EventType, _ reason: String, _ message: String
  ) {
    reactions.append(
      .submit(.record(EventNote(type, reason, message, about: pod, fieldPath: run.fieldPath))))
  }
}
