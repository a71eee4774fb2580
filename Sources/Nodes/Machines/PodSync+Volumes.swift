import Engine
import Objects
import Store

extension PodSync {
  /// The kubelet fills volumes anew about once a minute.
  static let volumePeriod = SimSpan.minutes(1)

  /// Lets volumes follow, after a while, the ConfigMaps, Secrets and labels they show. What a
  /// container has mounted with a subPath stays as it was.
  func refreshVolumes(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    guard worker.showsTheCluster, worker.hasSandbox else { return }
    let sources = sources(of: pod, worker)
    guard sources != worker.shownSources else { return }
    guard worker.shownSources != nil else {
      worker.shownSources = sources
      return
    }
    guard let staleSince = worker.staleSince else {
      worker.staleSince = now
      return
    }
    guard now - staleSince >= Self.volumePeriod else { return }
    worker.staleSince = nil
    worker.shownSources = sources
    fill(pod, &worker, machine)
  }

  private func fill(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    let volumes = PodVolumes(pod: pod, state: state, files: machine.files, now: now)
    for volume in pod.spec.volumes {
      // What has gone meanwhile is still shown.
      guard let files = try? volumes.shownFiles(volume) else { continue }
      worker.sandbox?.volumes[volume.name] = FileTree(
        shown: files, at: now, group: volumes.group)
    }
  }

  /// What volumes show: ConfigMaps and Secrets, and the pod's own labels and annotations.
  private func sources(of pod: Pod, _ worker: PodWorker) -> [StringMap] {
    let shown = worker.shownKeys.map { key -> StringMap in
      if let map = state[key] as? ConfigMap { return map.data }
      return (state[key] as? Secret)?.data ?? [:]
    }
    return shown + [pod.metadata.labels, pod.metadata.annotations]
  }
}
