import Engine
import Objects
import Store

extension PodSync {
  /// Gives the pod its address, its volumes and its network, once they can be had.
  mutating func setUp(_ pod: Pod, _ worker: inout PodWorker, _ machine: inout Machine) {
    guard !worker.hasSandbox, now >= worker.sandboxReadyAt else { return }
    // After a reboot a kubelet knows of no pods but its own until the server has told it.
    guard network.hasServer || machine.isStatic(key) else { return }
    guard let network = state.node(machine.name)?.spec.podCIDR else { return }
    guard let volumes = mounted(pod, &worker, machine) else { return }
    let address =
      pod.spec.hostNetwork == true
      ? machine.address : worker.address ?? machine.takePodAddress(network: network)
    worker.address = address
    machine.make(volumes)
    var sandbox = PodSandbox(
      pod: pod, address: address, mounted: volumes, nodeName: machine.name)
    // What was on the machine's disk is still there after it has been without power.
    for (name, tree) in worker.keptVolumes { sandbox.volumes[name] = tree }
    worker.keptVolumes = [:]
    machine.lendFiles(to: &sandbox)
    worker.inside = PodInside(sandbox, of: pod)
    guard worker.hadSandbox else {
      worker.hadSandbox = true
      return
    }
    let message = "Pod sandbox changed, it will be killed and re-created."
    reactions.append(
      .submit(.record(EventNote(.normal, "SandboxChanged", message, about: pod))))
  }

  /// All volumes of the pod; nil as long as one of them cannot be mounted.
  private mutating func mounted(
    _ pod: Pod, _ worker: inout PodWorker, _ machine: Machine
  ) -> [String: PodVolumes.Mounted]? {
    let isDue = worker.mountTries.isDue(at: now)
    guard isDue || worker.mountTries.wakeAt.map({ now >= $0 }) ?? true else { return nil }
    let volumes = PodVolumes(pod: pod, state: state, files: machine.files, now: now)
    let (mounted, problems, waiting) = volumes.mount()
    if isDue {
      guard !problems.isEmpty else {
        worker.mountTries.succeeded()
        return mounted
      }
      let isTriedAgain = problems.contains(where: \.isTriedAgain)
      worker.mountTries.failed(at: now, isTriedAgain: isTriedAgain)
      for problem in problems { tell(problem, pod) }
    }
    if worker.mountTries.complains(at: now), !problems.isEmpty {
      let message =
        "Unable to attach or mount volumes: unmounted volumes=[\(waiting.joined(separator: " "))], "
        + "unattached volumes=[], failed to process volumes=[]: context deadline exceeded"
      reactions.append(
        .submit(.record(EventNote(.warning, "FailedMount", message, about: pod))))
    }
    return nil
  }

  /// Attaching is not the kubelet's own work: the controller that does it reports.
  private mutating func tell(_ problem: PodVolumes.Problem, _ pod: Pod) {
    let note: EventNote
    switch problem {
    case .setUp, .unclear:
      note = EventNote(.warning, "FailedMount", problem.message, about: pod)
    case .attach:
      note = EventNote(
        .warning, "FailedAttachVolume", problem.message, about: pod,
        component: "attachdetach-controller")
    }
    reactions.append(.submit(.record(note)))
  }
}

extension Machine {
  /// Makes what volumes lack on the machine.
  fileprivate mutating func make(_ volumes: [String: PodVolumes.Mounted]) {
    for name in volumes.keys.sorted() {
      guard let volume = volumes[name], let path = volume.hostPath, let missing = volume.missing
      else { continue }
      if missing == .file {
        files.write("", to: path)
      } else {
        files.makeFolder(path)
      }
      if volume.isForEverybody { files.setMode(0o777, of: path) }
    }
  }
}
