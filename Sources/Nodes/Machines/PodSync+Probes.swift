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
    let own = probe.terminationGracePeriodSeconds.map { SimSpan.seconds(Int64($0)) }
    stop(
      place, pod, &worker, within: own ?? pod.gracePeriod,
      saying: "Container \(run.spec.name) failed \(kind.rawValue.lowercased()) probe, will be "
        + "restarted")
  }
}
