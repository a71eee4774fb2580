import Engine
import Objects
import Store

extension PodSync {
  /// The kubelet asks the runtime once a second: until then even a container that has ended at once
  /// counts as running, and as ready when nothing probes it.
  private static let briefestLife = SimSpan.milliseconds(500)

  /// Takes note of main processes that have ended.
  mutating func collectEnds(_ pod: Pod, _ worker: inout PodWorker) {
    guard let sandbox = worker.sandbox else { return }
    for place in worker.containers.indices {
      guard case .running(let since) = worker.containers[place].phase,
        let exit = sandbox.exit(of: worker.containers[place].spec.name),
        now - since >= Self.briefestLife
      else { continue }
      var run = worker.containers[place]
      var end = ContainerState.Terminated()
      end.containerID = run.identifier
      end.exitCode = exit.exitCode
      end.reason =
        exit.isOutOfMemory ? "OOMKilled" : exit.exitCode == 0 ? "Completed" : "Error"
      end.startedAt = since.wholeSecond
      end.finishedAt = exit.finishedAt.wholeSecond
      end.message = sandbox.terminationMessage(of: run.spec)
      run.end = end
      run.endedAt = exit.finishedAt
      run.phase = .ended
      run.isReady = false
      run.hasStarted = false
      run.waiting = nil
      run.probes.end()
      worker.containers[place] = run
      let willRestart =
        run.restarts(under: pod.spec.restartPolicy ?? .always) && !pod.metadata.isDeleting
      if willRestart { tellBackOff(of: run, pod) }
    }
    stopSidecarsOfAFinishedPod(pod, &worker)
  }

  /// Whether every ordinary container has ended for good.
  func isFinished(_ worker: PodWorker, _ policy: RestartPolicy) -> Bool {
    worker.containers.allSatisfy {
      !$0.isOrdinary || ($0.phase == .ended && !$0.restarts(under: policy))
    }
  }

  /// Says that a container which has ended must wait before it is started again, if it must.
  mutating func tellBackOff(of run: ContainerRun, _ pod: Pod) {
    guard let end = run.endedAt, run.crashBackOff.restartTime(after: end) > now else { return }
    say(
      pod, run, .warning, "BackOff",
      "Back-off restarting failed container \(run.spec.name) in pod "
        + "\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))")
  }

  /// Once every ordinary container has ended for good, sidecars have nobody left to serve.
  private func stopSidecarsOfAFinishedPod(_ pod: Pod, _ worker: inout PodWorker) {
    let policy = pod.spec.restartPolicy ?? .always
    guard isFinished(worker, policy) else { return }
    for run in worker.containers where !run.isOrdinary && run.isRunning {
      worker.sandbox?.signal(run.spec.name, .terminate, at: now)
      if worker.termination == nil {
        worker.termination = PodWorker.Termination(
          deadline: now + .seconds(Int64(pod.spec.terminationGracePeriodSeconds ?? 30)),
          sidecarsToldAt: now, signalAt: now, isSignalled: true)
      }
    }
    if let termination = worker.termination, now >= termination.deadline {
      for run in worker.containers where run.isRunning {
        worker.sandbox?.signal(run.spec.name, .kill, at: now)
      }
    }
  }

  /// Ends a pod step by step: preStop hooks, TERM, then sidecars, and KILL when time is up.
  mutating func terminate(
    _ pod: Pod, _ worker: inout PodWorker, using random: inout SeededRandom
  ) {
    let grace =
      worker.eviction != nil
      ? 1
      : Int64(
        pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30)
    if worker.termination == nil { begin(pod, &worker, grace: grace) }
    guard var termination = worker.termination else { return }
    let deadline = (pod.metadata.deletionTimestamp ?? now) + .milliseconds(500)
    if pod.metadata.isDeleting {
      termination.deadline = min(termination.deadline, max(deadline, now))
    }
    if !termination.isSignalled, now >= termination.signalAt {
      termination.isSignalled = true
      for run in worker.containers where run.isRunning && !run.isInit {
        worker.sandbox?.signal(run.spec.name, .terminate, at: now)
      }
    }
    if termination.isSignalled, !worker.containers.contains(where: { $0.isRunning && !$0.isInit }) {
      if termination.sidecarsToldAt == nil { termination.sidecarsToldAt = now }
      // In reverse order, each when the one after it has ended.
      if let last = worker.containers.last(where: { $0.isRunning }) {
        worker.sandbox?.signal(last.spec.name, .terminate, at: now)
      }
    }
    if now >= termination.deadline {
      for run in worker.containers where run.isRunning {
        worker.sandbox?.signal(run.spec.name, .kill, at: now)
      }
    }
    worker.termination = termination
    collectEnds(pod, &worker)
    for place in worker.containers.indices {
      switch worker.containers[place].phase {
      case .pulling, .pullFailed, .unconfigured, .starting: worker.containers[place].phase = .idle
      case .idle, .running, .ended: continue
      }
    }
  }

  private mutating func begin(_ pod: Pod, _ worker: inout PodWorker, grace: Int64) {
    var signalAt = now
    for run in worker.containers where run.isRunning {
      say(pod, run, .normal, "Killing", "Stopping container \(run.spec.name)")
      guard let hook = run.spec.lifecycle?.preStop else { continue }
      signalAt = max(signalAt, now + runHook(hook, of: run, &worker).took)
    }
    let end = now + .seconds(grace)
    // Two seconds are left for TERM even when the hook has used up the time.
    worker.termination = PodWorker.Termination(
      deadline: max(end, min(signalAt, end) + .seconds(signalAt > now ? 2 : 0)),
      signalAt: min(signalAt, end))
  }

  // MARK: - Hooks

  mutating func runPostStart(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ machine: Machine
  ) {
    let run = worker.containers[place]
    guard run.isRunning, let hook = run.spec.lifecycle?.postStart else { return }
    guard !runHook(hook, of: run, &worker).succeeded else { return }
    say(pod, run, .warning, "FailedPostStartHook", "PostStartHook failed")
    say(pod, run, .normal, "Killing", "FailedPostStartHook")
    worker.sandbox?.signal(run.spec.name, .kill, at: now)
  }

  private func runHook(
    _ hook: LifecycleHandler, of run: ContainerRun, _ worker: inout PodWorker
  ) -> (took: SimSpan, succeeded: Bool) {
    if let sleep = hook.sleep { return (.seconds(Int64(sleep.seconds)), true) }
    guard let command = hook.exec?.command, var sandbox = worker.sandbox else {
      return (.zero, true)
    }
    var view = ClusterNetwork(machines: network, state: state, machine: nil)
    let outcome = sandbox.execute(
      command, in: run.spec.name, stdin: nil, at: now, network: &view)
    worker.sandbox = sandbox
    return (outcome.took, outcome.exitCode == 0)
  }
}
