import Engine
import Objects
import Store

extension PodSync {
  /// The kubelet measures the files of its pods about this often.
  private static let storagePeriod = SimSpan.seconds(5)

  /// Evicts a pod whose files take more room than it may have.
  mutating func checkStorage(_ pod: Pod, _ worker: inout PodWorker) {
    // Nobody writes anything while a pod rests.
    guard worker.failure == nil, case .awake(let sandbox) = worker.inside,
      let excess = StorageUsage(pod: pod, sandbox: sandbox).excess
    else {
      worker.isOverItsStorageSince = nil
      return
    }
    let since = worker.isOverItsStorageSince ?? now
    worker.isOverItsStorageSince = since
    guard now - since >= Self.storagePeriod else {
      reactions.append(
        .look(.pod(node: pod.spec.nodeName, pod: key), at: since + Self.storagePeriod))
      return
    }
    worker.failure = ("Evicted", excess)
    reactions.append(.submit(.record(EventNote(.warning, "Evicted", excess, about: pod))))
    reactions.append(.look(.pod(node: pod.spec.nodeName, pod: key), at: now))
  }
}

/// What the files of a pod take, against what they may.
struct StorageUsage {
  let pod: Pod
  let sandbox: PodSandbox

  /// What is exceeded, in the kubelet's words; nil when nothing is.
  var excess: String? {
    for volume in pod.spec.volumes {
      guard let limit = volume.emptyDir?.sizeLimit, let tree = sandbox.volumes[volume.name],
        tree.totalBytes > limit.whole
      else { continue }
      return "Usage of EmptyDir volume \"\(volume.name)\" exceeds the limit \"\(limit.text)\". "
    }
    let limits = pod.spec.containers.compactMap { $0.resources.limits["ephemeral-storage"] }
    if !limits.isEmpty {
      let total = limits.reduce(.zero, +)
      if bytes > total.whole {
        return "Pod ephemeral local storage usage exceeds the total limit of containers "
          + "\(total.text). "
      }
    }
    for container in pod.spec.containers {
      guard let limit = container.resources.limits["ephemeral-storage"],
        let instance = sandbox.containers[container.name], Self.bytes(of: instance) > limit.whole
      else { continue }
      return "Container \(container.name) exceeded its local ephemeral storage limit "
        + "\"\(limit.text)\". "
    }
    return nil
  }

  /// What a container has written, and its log.
  static func bytes(of container: ContainerInstance) -> Int {
    container.root.totalBytes + container.log.bytes
  }

  /// Files of the containers themselves, their logs, and volumes that go with the pod.
  private var bytes: Int {
    Self.volumeBytes(in: sandbox)
      + sandbox.containers.values.reduce(0) { $0 + Self.bytes(of: $1) }
  }

  /// What lies in volumes that go with the pod, on the disk of its machine.
  static func volumeBytes(in sandbox: PodSandbox) -> Int {
    sandbox.diskVolumes.reduce(0) { $0 + (sandbox.volumes[$1]?.totalBytes ?? 0) }
  }
}
