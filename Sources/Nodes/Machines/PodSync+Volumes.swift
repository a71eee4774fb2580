import Engine
import Objects
import Store

extension PodSync {
  /// The kubelet fills volumes anew about once a minute.
  static let volumePeriod = SimSpan.minutes(1)

  /// Lets volumes follow, after a while, the ConfigMaps and labels they show. What a container has
  /// mounted with a subPath stays as it was.
  func refreshVolumes(_ pod: Pod, _ worker: inout PodWorker, _ machine: Machine) {
    guard worker.sandbox != nil, worker.showsTheCluster else { return }
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
    let volumes = PodVolumes(pod: pod, state: state, folders: machine.folders)
    guard volumes.problem == nil else { return }
    let contents = volumes.contents
    let fixed = Set(
      (pod.spec.initContainers + pod.spec.containers).flatMap(\.volumeMounts)
        .filter { $0.subPath != nil }.map(\.name))
    for volume in pod.spec.volumes where !fixed.contains(volume.name) {
      guard volume.configMap != nil || volume.downwardAPI != nil else { continue }
      worker.sandbox?.volumes[volume.name] = contents[volume.name]
    }
  }

  /// What volumes show: the data of ConfigMaps, and the pod's own labels and annotations.
  private func sources(of pod: Pod, _ worker: PodWorker) -> [StringMap] {
    let maps = worker.volumeMaps.sorted().map {
      state.get(ConfigMap.self, $0, in: pod.metadata.namespace)?.data ?? [:]
    }
    return maps + [pod.metadata.labels, pod.metadata.annotations]
  }
}
