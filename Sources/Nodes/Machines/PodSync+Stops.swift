import Engine
import Objects
import Store

/// A container on its way out: first its preStop hook, then TERM, then KILL.
struct ContainerStop: Hashable, Sendable {
  /// When its hook is done.
  var hookEndsAt: SimTime
  /// When its time is up.
  var deadline: SimTime
  /// Whether others must have ended before it.
  var waitsForTurn: Bool
  var isSignalled = false

  /// However little time is left: so long it has between TERM and KILL.
  static let leastTime = SimSpan.seconds(2)

  /// When there is something to do for it; nil once the runtime sees to the rest.
  func nextLook(after now: SimTime) -> SimTime? {
    if isSignalled { return nil }
    return hookEndsAt > now ? hookEndsAt : deadline
  }
}

extension PodSync {
  /// Begins to end one container.
  mutating func stop(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, within grace: SimSpan,
    saying message: String,
    inTurn: Bool = false
  ) {
    let run = worker.containers[place]
    guard run.isRunning, run.stop == nil else { return }
    say(pod, run, .normal, "Killing", message)
    worker.containers[place].probes.end()
    var hookEndsAt = now
    if let hook = run.spec.lifecycle?.preStop, grace > .zero {
      let outcome = runHook(hook, of: run, &worker, limit: grace)
      hookEndsAt = now + min(outcome.took, grace)
      if !outcome.succeeded, outcome.took < grace {
        say(pod, run, .warning, "FailedPreStopHook", "PreStopHook failed")
      }
    }
    worker.containers[place].stop = ContainerStop(
      hookEndsAt: hookEndsAt, deadline: now + grace, waitsForTurn: inTurn)
    advanceStops(&worker)
  }

  /// Sends TERM to those whose time for it has come.
  func advanceStops(_ worker: inout PodWorker) {
    for place in worker.containers.indices {
      let run = worker.containers[place]
      guard run.isRunning, let stop = run.stop, !stop.isSignalled, now >= stop.hookEndsAt else {
        continue
      }
      if stop.waitsForTurn, now < stop.deadline, !worker.isTurn(of: place) { continue }
      worker.containers[place].stop?.isSignalled = true
      let wanted = worker.sandbox?.stopSignal(of: run.spec.name) ?? .terminate
      worker.sandbox?.signal(run.spec.name, wanted, at: now)
      worker.sandbox?.killLater(
        run.spec.name, at: max(stop.deadline, now + ContainerStop.leastTime))
    }
  }

  /// Less time is left than was thought.
  func hurryStops(_ worker: inout PodWorker, until deadline: SimTime) {
    for place in worker.containers.indices {
      let run = worker.containers[place]
      guard run.isRunning, let stop = run.stop, deadline < stop.deadline else { continue }
      worker.containers[place].stop?.deadline = deadline
      if stop.isSignalled {
        worker.sandbox?.killLater(
          run.spec.name, at: max(deadline, now + ContainerStop.leastTime))
      } else {
        worker.containers[place].stop?.hookEndsAt = min(stop.hookEndsAt, deadline)
      }
    }
    advanceStops(&worker)
  }

  // MARK: - Hooks

  /// Runs what is to run right after the start; the kubelet does nothing else for the pod then.
  mutating func runPostStart(_ place: Int, _ pod: Pod, _ worker: inout PodWorker) {
    let run = worker.containers[place]
    guard run.isRunning, let hook = run.spec.lifecycle?.postStart else { return }
    let outcome = runHook(hook, of: run, &worker, limit: PodSandbox.longestExec)
    worker.startHook = PodWorker.StartHook(
      place: place, endsAt: now + outcome.took, succeeded: outcome.succeeded)
    if outcome.took == .zero { finishPostStart(pod, &worker) }
  }

  mutating func finishPostStart(_ pod: Pod, _ worker: inout PodWorker) {
    guard let hook = worker.startHook else { return }
    worker.startHook = nil
    let run = worker.containers[hook.place]
    guard !hook.succeeded else { return }
    say(pod, run, .warning, "FailedPostStartHook", "PostStartHook failed")
    stop(
      hook.place, pod, &worker, within: pod.gracePeriod, saying: "FailedPostStartHook")
  }

  private mutating func runHook(
    _ hook: LifecycleHandler, of run: ContainerRun, _ worker: inout PodWorker, limit: SimSpan
  ) -> (took: SimSpan, succeeded: Bool) {
    if let sleep = hook.sleep { return (min(.seconds(Int64(sleep.seconds)), limit), true) }
    if let http = hook.httpGet {
      return (.zero, isAnswered(http, by: run, &worker))
    }
    guard let command = hook.exec?.command, var sandbox = worker.sandbox else {
      return (.zero, false)
    }
    if let program = command.first, sandbox.execFailure(program, in: run.spec.name) != nil {
      return (.zero, false)
    }
    var view = view(from: home)
    let outcome = sandbox.execute(
      command, in: run.spec.name, stdin: nil, at: now, network: &view, limit: limit)
    worker.sandbox = sandbox
    traffic = view.traffic
    return (outcome.took, outcome.exitCode == 0)
  }
}

extension PodWorker {
  /// Sidecars end after those they serve, and each after those that began after it.
  fileprivate func isTurn(of place: Int) -> Bool {
    containers.indices.allSatisfy { other in
      let run = containers[other]
      return other == place || !run.isRunning || (run.isInit && (!run.isSidecar || other < place))
    }
  }
}

extension Pod {
  /// How long its containers have to end.
  var gracePeriod: SimSpan { .seconds(Int64(spec.terminationGracePeriodSeconds ?? 30)) }
}
