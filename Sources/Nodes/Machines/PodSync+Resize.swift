import Engine
import HashTreeCollections
import Objects
import Store

extension PodSync {
  /// Grants the pod other resources when it asks for them and there is room, and gives them to its
  /// containers.
  mutating func resize(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    let changed = worker.isAgreed(with: pod) ? [] : differing(pod, worker)
    if changed.isEmpty {
      worker.agreed = pod.$spec
      worker.resize.refusal = nil
      worker.resize.refusedAt = nil
    } else if let refusal = refusal(ofResizing: pod, machine) {
      refuse(refusal, pod, &worker)
    } else {
      worker.resize.refusal = nil
      worker.resize.refusedAt = nil
      for place in changed {
        guard let wanted = pod.spec.ask(place, { $0.resources }) else { continue }
        worker.containers[place].spec.resources = wanted
      }
      worker.granted = PodClaim(of: pod.spec)
      begin(resizing: pod, &worker, changed)
      retryOthers(on: machine)
    }
    settle(pod, &worker)
  }

  /// The containers that are to have other resources than they were given, by their places.
  private func differing(_ pod: Pod, _ worker: PodWorker) -> [Int] {
    worker.containers.indices.filter { place in
      pod.spec.ask(place) { $0.resources != worker.containers[place].spec.resources } ?? false
    }
  }

  // MARK: - Room

  private func refusal(ofResizing pod: Pod, _ machine: Machine) -> PodResize.Refusal? {
    let room = state.node(machine.name)?.status.allocatable ?? [:]
    let generation = pod.metadata.generation
    let claim = PodClaim(of: pod.spec)
    for supply in [PodClaim.Supply.cpu, .memory] {
      let (name, wanted) = (supply.rawValue, claim[supply])
      guard let total = room[name].map(supply.amount), wanted > total else { continue }
      let message =
        "Node didn't have enough capacity: \(name), requested: \(wanted), capacity: \(total)"
      return .init(reason: .infeasible, message: message, generation: generation)
    }
    let granted = granted(to: others(on: machine), on: machine)
    return lack(for: claim, in: room, beside: granted).map {
      .init(reason: .deferred, message: $0.message, generation: generation)
    }
  }

  private mutating func refuse(
    _ refusal: PodResize.Refusal, _ pod: Pod, _ worker: inout PodWorker
  ) {
    guard refusal != worker.resize.refusal else { return }
    worker.resize.refusedAt = worker.resize.refusedAt ?? now
    worker.resize.refusal = refusal
    let reason = refusal.reason.rawValue
    let summary = PodResize.summary(of: pod, refusal.generation, error: refusal.message)
    tell(.warning, "Resize\(reason)", "Pod resize \(reason): \(summary)", pod)
  }

  /// Others may wait for what this pod has given back.
  private mutating func retryOthers(on machine: Machine) {
    reactions += machine.waitingForResources.filter { $0 != key }.map {
      .look(.pod(node: machine.name, pod: $0), at: now)
    }
  }

  private mutating func tell(_ type: EventType, _ reason: String, _ message: String, _ pod: Pod) {
    reactions.append(.submit(.record(EventNote(type, reason, message, about: pod))))
  }

  // MARK: - Containers

  private mutating func begin(resizing pod: Pod, _ worker: inout PodWorker, _ changed: [Int]) {
    worker.resize.generation = pod.metadata.generation
    worker.resize.error = nil
    let summary = PodResize.summary(of: pod, pod.metadata.generation)
    tell(.normal, "ResizeStarted", "Pod resize started: \(summary)", pod)
    worker.resize.settlesAt = now + PodResize.actuation
    for place in changed where worker.containers[place].isRunning {
      let run = worker.containers[place]
      guard run.mustRestart(for: run.spec.resources) else { continue }
      endToStartAnew(
        place, pod, &worker, "Container \(run.spec.name) resize requires restart")
    }
  }

  /// Lets the runtime do what it was told, and says when all is done.
  private mutating func settle(_ pod: Pod, _ worker: inout PodWorker) {
    guard let generation = worker.resize.generation,
      worker.resize.settlesAt.map({ now >= $0 }) ?? true
    else { return }
    worker.resize.settlesAt = nil
    for place in worker.containers.indices where worker.containers[place].isRunning {
      let run = worker.containers[place]
      guard run.actual != run.spec.resources, !run.mustRestart(for: run.spec.resources) else {
        continue
      }
      if let problem = problem(limiting: run, worker) {
        fail(problem, pod, &worker)
        return
      }
      worker.containers[place].actual = run.spec.resources
      worker.sandbox?.setLimits(run.spec.resources.limits, of: run.spec.name)
    }
    let policy = pod.spec.restartPolicy ?? .always
    let isDone = worker.containers.allSatisfy { run in
      let isOver = run.phase == .ended && !run.restarts(under: policy)
      return run.identifier == nil || isOver || run.actual == run.spec.resources
    }
    guard isDone else { return }
    worker.resize.generation = nil
    worker.resize.error = nil
    var granted = pod
    for place in granted.spec.containers.indices {
      let name = granted.spec.containers[place].name
      guard let run = worker.containers.first(where: { $0.spec.name == name }) else { continue }
      granted.spec.containers[place].resources = run.spec.resources
    }
    let summary = PodResize.summary(of: granted, generation)
    tell(.normal, "ResizeCompleted", "Pod resize completed: \(summary)", pod)
  }

  /// Memory that a container holds is not taken from it.
  private func problem(limiting run: ContainerRun, _ worker: PodWorker) -> String? {
    guard let limit = run.spec.resources.limits["memory"]?.whole,
      let used = worker.sandbox?.containers[run.spec.name]?.meter.memoryBytes(at: now),
      limit < run.actual.limits["memory"]?.whole ?? .max, used >= limit
    else { return nil }
    return "attempting to set container \"\(run.spec.name)\" memory limit (\(limit)) below current "
      + "usage (\(used))"
  }

  private mutating func fail(_ problem: String, _ pod: Pod, _ worker: inout PodWorker) {
    guard worker.resize.error == nil else { return }
    worker.resize.error = problem
    let summary = PodResize.summary(of: pod, pod.metadata.generation, error: problem)
    tell(.warning, "ResizeError", "Pod resize error: \(summary)", pod)
  }

  /// Ends a container because of a change of the pod; it is started anew as changed.
  mutating func endToStartAnew(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ message: String
  ) {
    stop(place, pod, &worker, within: pod.gracePeriod, saying: message)
  }
}

extension Machine {
  /// The pods that wait for other pods to give back resources, who matters most first.
  var waitingForResources: [ObjectKey] {
    let waiting = workers.keys.filter { workers[$0]?.resize.refusal?.reason == .deferred }
    return waiting.sorted { first, second in
      let (one, other) = (workers[first], workers[second])
      let (since, otherSince) = (one?.resize.refusedAt, other?.resize.refusedAt)
      guard let since, let otherSince, since != otherSince else { return first < second }
      return since < otherSince
    }
  }
}
