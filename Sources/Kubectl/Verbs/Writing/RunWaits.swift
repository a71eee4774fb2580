import Engine
import Objects
import Store

/// Waits until a pod is ready, or has ended; when that takes too long, what was made is taken away
/// again if it was asked for.
struct StartWait: Waiting {
  private let pod: ObjectKey
  private let timeout: SimSpan
  private let removals: [Write]
  private var deadline: SimTime?

  init(pod: ObjectKey, timeout: SimSpan, removals: [Write] = []) {
    self.pod = pod
    self.timeout = timeout
    self.removals = removals
  }

  mutating func look(at sight: Sight) -> Progress {
    let end = deadline ?? sight.now + timeout
    deadline = end
    guard let found = sight.state.pod(pod) else { return fail(.rejected(.notFound(pod))) }
    let isReady = found.status.phase == .running && found.status.conditions.isTrue("Ready")
    if found.hasEnded || isReady {
      return .end()
    }
    if sight.now >= end { return fail(.error("timed out waiting for the condition")) }
    return .goOn(next: end)
  }

  private func fail(_ failure: Failure) -> Progress {
    Progress(steps: removals.map(Step.write) + [.say(.failed(failure))], status: 1)
  }
}

/// What `kubectl run` does when it has been left: it waits for the pod's end where there is one,
/// takes the pod away if asked to, and ends as the pod did.
struct RunEnding: Waiting {
  let pod: ObjectKey
  let waitsForEnd: Bool
  let timeout: SimSpan
  let removals: [Write]
  private var deadline: SimTime?

  init(pod: ObjectKey, waitsForEnd: Bool, timeout: SimSpan, removals: [Write]) {
    self.pod = pod
    self.waitsForEnd = waitsForEnd
    self.timeout = timeout
    self.removals = removals
  }

  mutating func look(at sight: Sight) -> Progress {
    let end = deadline ?? sight.now + timeout
    deadline = end
    guard waitsForEnd else { return finish() }
    guard let found = sight.state.pod(pod) else {
      return finish(.rejected(.notFound(pod)), status: 1)
    }
    if found.status.phase == .succeeded { return finish() }
    // With OnFailure it is begun again until it ends well.
    if found.status.phase == .failed { return finish(failureOf: found) }
    if sight.now >= end {
      return finish(.error("timed out waiting for the condition"), status: 1)
    }
    return .goOn(next: end)
  }

  private func finish(failureOf pod: Pod) -> Progress {
    let name = "pod \(pod.metadata.namespace)/\(pod.metadata.name)"
    guard let end = pod.status.containerStatuses.first?.state.terminated, end.exitCode != 0 else {
      return finish(.error("\(name) failed with unknown exit code"), status: 1)
    }
    let message = end.message.map { "\n\($0)" } ?? ""
    return finish(
      .plain("\(name) terminated (\(end.reason ?? ""))\(message)"),
      status: Int32(clamping: end.exitCode))
  }

  private func finish(_ failure: Failure? = nil, status: Int32 = 0) -> Progress {
    var steps = removals.map(Step.write)
    if let failure { steps.append(.say(.failed(failure))) }
    return Progress(steps: steps, status: status)
  }
}
