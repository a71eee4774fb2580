import Engine
import HashTreeCollections
import Objects
import Store

/// Pods that the kubelet runs from files of its machine.
extension PodSync {
  /// What the cluster shows of a static pod may be deleted: the pod itself goes on, and the kubelet
  /// puts the mirror back. True when that is all there is to do now.
  mutating func keepMirror(on machine: inout Machine) -> Bool {
    guard let mirror = state.pod(key) else {
      reactions.append(.look(.kubelet(node: machine.name), at: now))
      return true
    }
    // Of a file that has changed the old pod ends first, as any other does.
    if isOutdated(mirror, on: machine) {
      guard !mirror.metadata.isDeleting else { return false }
      end(mirror)
      return true
    }
    guard !mirror.metadata.isDeleting else {
      let options = DeleteOptions(gracePeriodSeconds: 0, uid: mirror.metadata.uid)
      reactions.append(.submit(.delete(key, options)))
      return true
    }
    machine.workers[key]?.uid = mirror.metadata.uid
    return false
  }

  private func isOutdated(_ mirror: Pod, on machine: Machine) -> Bool {
    let file = machine.staticPods.first { $0.key == key }
    return file.map {
      $0.metadata.annotations[StaticPod.hashName] != mirror.metadata.annotations[StaticPod.hashName]
    } ?? false
  }

  /// Ends what the cluster still shows of a file that has been taken away. True when that is all
  /// there is to do now.
  mutating func dropMirror(on machine: Machine) -> Bool {
    guard isKubeletAlive, !machine.isStatic(key), let mirror = state.pod(key),
      mirror.spec.nodeName == machine.name, !mirror.metadata.isDeleting,
      mirror.metadata.annotations[StaticPod.mirrorName] != nil
    else { return false }
    end(mirror)
    return true
  }

  private mutating func end(_ mirror: Pod) {
    reactions.append(.submit(.delete(key, DeleteOptions(uid: mirror.metadata.uid))))
    reactions.append(.look(.pod(node: mirror.spec.nodeName, pod: key), at: now))
  }
}
