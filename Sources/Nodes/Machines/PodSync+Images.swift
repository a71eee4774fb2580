import Engine
import Objects
import Store

/// Images: whether they are pulled, how long that takes, and what is told when it fails.
extension PodSync {
  /// What registry and node have to say to each other, with a small image in it.
  private static let greetingTime = SimSpan.milliseconds(400)
  private static let smallBytes = 40_000_000
  /// What comes from a registry nearby in a millisecond, unpacking included.
  private static let bytesEachMillisecond = 600_000

  private func pullTime(_ name: ImageName, isPresent: Bool) -> SimSpan {
    guard !isPresent, case .found(let facts) = network.catalog.find(name) else {
      return Self.greetingTime
    }
    let rest = max(0, facts.sizeBytes - Self.smallBytes)
    return Self.greetingTime + .milliseconds(Int64(rest / Self.bytesEachMillisecond))
  }

  /// Gets the image and what the environment needs, then lets the container start.
  mutating func prepare(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine
  ) {
    let run = worker.containers[place]
    let name = ImageName(run.spec.image)
    if let problem = name.problem {
      let message = "Failed to apply default image tag \"\(run.spec.image)\": \(problem)"
      if run.waiting?.reason != "InvalidImageName" {
        say(pod, run, .warning, "InspectFailed", message)
        say(pod, run, .warning, "Failed", "Error: InvalidImageName")
      }
      worker.containers[place].waiting = ContainerState.Waiting(
        "InvalidImageName", message: message)
      return
    }
    let policy = run.spec.imagePullPolicy ?? .ifNotPresent
    let isPresent = machine.images[name.fullName] != nil
    if policy == .never, !isPresent {
      refuseToPull(place, pod, &worker)
      return
    }
    // What was pulled with a password is not for pods that do not know it.
    let isOpen = isPresent && network.catalog.opens(name, with: credentials(of: pod))
    if isPresent, policy == .never || (policy == .ifNotPresent && isOpen) {
      say(
        pod, run, .normal, "Pulled",
        "Container image \"\(run.spec.image)\" already present on machine and can be accessed by "
          + "the pod")
      configure(place, pod, &worker)
      return
    }
    tellMissingSecrets(pod, run)
    say(pod, run, .normal, "Pulling", "Pulling image \"\(run.spec.image)\"")
    // One after the other, as a kubelet does that was not told to pull in parallel.
    let begins = max(now, machine.pullsEndAt)
    machine.pullsEndAt = begins + pullTime(name, isPresent: isPresent)
    worker.containers[place].phase = .pulling(
      until: machine.pullsEndAt, since: begins, asked: now)
  }

  private mutating func refuseToPull(_ place: Int, _ pod: Pod, _ worker: inout PodWorker) {
    let run = worker.containers[place]
    let message = "Container image \"\(run.spec.image)\" is not present with pull policy of Never"
    if run.waiting?.reason != "ErrImageNeverPull" {
      say(pod, run, .warning, "ErrImageNeverPull", message)
      say(pod, run, .warning, "Failed", "Error: ErrImageNeverPull")
    }
    worker.containers[place].waiting = ContainerState.Waiting(
      "ErrImageNeverPull", message: message)
  }

  mutating func finishPull(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine,
    since: SimTime, asked: SimTime
  ) {
    let run = worker.containers[place]
    let name = ImageName(run.spec.image)
    guard network.isRegistryAnswering else {
      failPull(place, pod, &worker, name.unreachable)
      return
    }
    switch network.catalog.find(name) {
    case .found(let facts):
      guard network.catalog.opens(name, with: credentials(of: pod)) else {
        let message = "failed to pull and unpack image \"\(name.fullName)\": \(name.unauthorized)"
        failPull(place, pod, &worker, message)
        return
      }
      machine.images[name.fullName] = facts.sizeBytes
      say(
        pod, run, .normal, "Pulled",
        "Successfully pulled image \"\(run.spec.image)\" in \((now - since).goText) "
          + "(\((now - asked).goText) including waiting). Image size: \(facts.sizeBytes) bytes.")
      configure(place, pod, &worker)
    case .missing(let why):
      let message = "failed to pull and unpack image \"\(name.fullName)\": \(why)"
      failPull(place, pod, &worker, message)
    }
  }

  /// ErrImagePull at once, ImagePullBackOff while it waits, ever longer.
  private mutating func failPull(
    _ place: Int, _ pod: Pod, _ worker: inout PodWorker, _ why: String
  ) {
    let run = worker.containers[place]
    let isFirst = run.failedPulls == 0
    let error = why.contains("not found") ? "rpc error: code = NotFound desc = \(why)" : why
    say(pod, run, .warning, "Failed", "Failed to pull image \"\(run.spec.image)\": \(error)")
    say(pod, run, .warning, "Failed", "Error: ErrImagePull")
    if isFirst {
      say(pod, run, .normal, "BackOff", "Back-off pulling image \"\(run.spec.image)\"")
      say(pod, run, .warning, "Failed", "Error: ImagePullBackOff")
    }
    // A status tells what the look before it has found: a failure, or the wait after one.
    let isWaitTold = run.failedPulls % 2 == 1
    worker.containers[place].waiting =
      isWaitTold
      ? ContainerState.Waiting(
        "ImagePullBackOff",
        message: "Back-off pulling image \"\(run.spec.image)\": ErrImagePull: \(error)")
      : ContainerState.Waiting("ErrImagePull", message: error)
    worker.containers[place].failedPulls += 1
    worker.containers[place].phase = .pullFailed(
      retryAt: now + CrashBackOff.nap(through: run.pullPause))
    worker.containers[place].pullPause = min(run.pullPause * 2, CrashBackOff.longest)
  }

  // MARK: - Credentials

  /// The names of the secrets that a pull may use.
  private func secretNames(of pod: Pod) -> [String] {
    (pod.spec.unlisted["imagePullSecrets"]?.array ?? []).compactMap { $0["name"]?.string }
  }

  private func credentials(of pod: Pod) -> [PullCredential] {
    let data = KeyedData(state: state, namespace: pod.metadata.namespace)
    return secretNames(of: pod).flatMap { name in
      let text = data.values(.secret(name))?[".dockerconfigjson"] ?? ""
      return PullCredential.read(dockerConfiguration: text)
    }
  }

  private mutating func tellMissingSecrets(_ pod: Pod, _ run: ContainerRun) {
    let missing = secretNames(of: pod).filter {
      state.get(Secret.self, $0, in: pod.metadata.namespace) == nil
    }
    guard !missing.isEmpty else { return }
    reactions.append(
      .submit(
        .record(
          EventNote(
            .warning, "FailedToRetrieveImagePullSecret",
            "Unable to retrieve some image pull secrets (\(missing.joined(separator: ", "))); "
              + "attempting to pull the image may not succeed.", about: pod))))
  }
}
