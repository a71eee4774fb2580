import Engine
import Objects
import Store

extension PodSync {
  /// Asks every probe that is due, and acts on the answers.
  mutating func runProbes(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    for place in worker.containers.indices where worker.containers[place].isRunning {
      for kind in worker.containers[place].probes.due(at: now) {
        guard let probe = kind.probe(of: worker.containers[place].spec) else { continue }
        let answer = ask(probe, of: worker.containers[place], &worker)
        take(answer, kind, probe, place, pod, &worker)
      }
    }
  }

  private mutating func take(
    _ answer: ProbeAnswer, _ kind: ProbeKind, _ probe: Probe, _ place: Int, _ pod: Pod,
    _ worker: inout PodWorker
  ) {
    let run = worker.containers[place]
    switch answer {
    case .passed: break
    case .failed(let why):
      say(pod, run, .warning, "Unhealthy", "\(kind.rawValue) probe failed: \(why)")
    case .unknown(let why):
      say(
        pod, run, .warning, "Unhealthy",
        "\(kind.rawValue) probe errored and resulted in unknown state: \(why)")
      worker.containers[place].probes.skip(kind, probe, at: now)
      return
    }
    let hasFailed = worker.containers[place].probes.take(
      kind, passed: answer == .passed, probe, at: now)
    let states = worker.containers[place].probes
    switch kind {
    case .startup:
      if states[.startup]?.passes ?? false { worker.containers[place].hasStarted = true }
    case .readiness, .liveness: break
    }
    let isReady = states[.readiness]?.passes ?? true
    worker.containers[place].isReady = worker.containers[place].hasStarted && isReady
    guard hasFailed, kind != .readiness else { return }
    end(place, kind, probe, pod, &worker)
  }

  /// Ends a container that a probe has found wanting; one that was the last of its pod, and does
  /// not start again, takes the pod with it.
  private mutating func end(
    _ place: Int, _ kind: ProbeKind, _ probe: Probe, _ pod: Pod, _ worker: inout PodWorker
  ) {
    let run = worker.containers[place]
    let policy = pod.spec.restartPolicy ?? .always
    let isRestarted = run.isInit || (run.spec.restartPolicy ?? policy) != .never
    let isAlone = worker.containers.indices.allSatisfy {
      let other = worker.containers[$0]
      return $0 == place || !other.isOrdinary
        || (other.phase == .ended && !other.restarts(under: policy))
    }
    guard isRestarted || !isAlone else { return terminate(pod, &worker) }
    let own = probe.terminationGracePeriodSeconds.map { SimSpan.seconds(Int64($0)) }
    stop(
      place, pod, &worker, within: own ?? pod.gracePeriod,
      saying: run.endMessage("failed \(kind.rawValue.lowercased()) probe", restarts: isRestarted))
  }
}

extension ContainerRun {
  /// What is told of it when it is ended for a reason of its own.
  func endMessage(_ reason: String, restarts: Bool) -> String {
    if isInit { return "Init container \(spec.name) \(reason)" }
    return "Container \(spec.name) \(reason)" + (restarts ? ", will be restarted" : "")
  }
}
