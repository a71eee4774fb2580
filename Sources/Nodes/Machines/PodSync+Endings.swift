import Engine
import Objects
import Store

extension PodSync {
  /// The kubelet asks the runtime once a second: until then even a container that has ended at once
  /// counts as running, and as ready when nothing probes it.
  private static let briefestLife = SimSpan.milliseconds(500)

  /// Takes note of main processes that have ended.
  mutating func collectEnds(_ pod: Pod, _ worker: inout PodWorker) {
    guard let inside = worker.inside else { return }
    for place in worker.containers.indices {
      guard case .running(let since) = worker.containers[place].phase,
        let exit = inside.exit(of: worker.containers[place].spec.name),
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
      end.message = inside.sandbox.terminationMessage(of: run.spec)
      run.end = end
      run.endedAt = exit.finishedAt
      run.phase = .ended
      run.isReady = false
      run.hasStarted = false
      run.waiting = nil
      run.probes.end()
      run.stop = nil
      worker.containers[place] = run
      let willRestart =
        run.restarts(under: pod.spec.restartPolicy ?? .always) && !pod.metadata.isDeleting
      if willRestart { tellBackOff(of: run, pod) }
    }
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

  /// Whether all that is left to do is to end what still runs: the pod is deleted, has failed as a
  /// whole, or has done its work.
  func isEnding(_ pod: Pod, _ worker: PodWorker) -> Bool {
    if pod.metadata.isDeleting || worker.failure != nil || worker.termination != nil { return true }
    return isFinished(worker, pod.spec.restartPolicy ?? .always)
      && worker.containers.contains(where: \.isRunning)
  }

  /// Ends a pod: all ordinary containers at once, then the sidecars, the last one first.
  mutating func terminate(_ pod: Pod, _ worker: inout PodWorker) {
    let grace = grace(of: pod, worker)
    if worker.termination == nil {
      worker.termination = PodWorker.Termination(grace: grace)
      for place in worker.containers.indices {
        let run = worker.containers[place]
        stop(
          place, pod, &worker, within: grace, saying: "Stopping container \(run.spec.name)",
          inTurn: run.isSidecar)
      }
    } else if let known = worker.termination, grace < known.grace {
      worker.termination?.grace = grace
      hurryStops(&worker, until: now + grace)
    }
    advanceStops(&worker)
    collectEnds(pod, &worker)
    for place in worker.containers.indices {
      switch worker.containers[place].phase {
      case .pulling, .pullFailed, .unconfigured, .starting: worker.containers[place].phase = .idle
      case .idle, .running, .ended: continue
      }
    }
  }

  private func grace(of pod: Pod, _ worker: PodWorker) -> SimSpan {
    if worker.failure?.reason == "Evicted" { return .seconds(1) }
    return pod.metadata.deletionGracePeriodSeconds.map { .seconds(Int64($0)) } ?? pod.gracePeriod
  }
}
