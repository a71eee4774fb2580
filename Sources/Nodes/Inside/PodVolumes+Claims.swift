import Objects
import Store

/// Volumes that a claim stands for.
extension PodVolumes {
  func mount(_ name: String, as volume: Volume) throws(Problem) -> Mounted {
    let namespace = pod.metadata.namespace
    func unclear(_ why: String) -> Problem {
      .unclear(volume: volume.name, why: "error processing PVC \(namespace)/\(name): \(why)")
    }
    guard let claim = state.get(PersistentVolumeClaim.self, name, in: namespace) else {
      throw unclear(
        "failed to fetch PVC from API server: persistentvolumeclaims \"\(name)\" not found")
    }
    if claim.metadata.isDeleting { throw unclear("can't start pod because PVC is being deleted") }
    guard claim.status.phase == .bound, let bound = claim.spec.volumeName else {
      throw unclear("PVC is not bound")
    }
    guard let storage = state.get(PersistentVolume.self, bound) else {
      throw unclear(
        "failed to fetch PV \"\(bound)\" from API server: persistentvolumes \"\(bound)\" not found")
    }
    var mounted = try mount(storage)
    mounted.isFixed = volume.persistentVolumeClaim?["readOnly"]?.bool ?? false
    return mounted
  }

  private func mount(_ storage: PersistentVolume) throws(Problem) -> Mounted {
    let name = storage.metadata.name
    if let host = storage.spec.hostPath {
      var mounted = try mount(host, as: name)
      // A provisioner of folders opens them to everybody.
      mounted.isForEverybody =
        storage.metadata.annotations["pv.kubernetes.io/provisioned-by"] != nil
      return mounted
    }
    if let local = storage.spec.local {
      let path = FileTree.normalised(local.path, from: "/")
      return Mounted(hostPath: path, missing: files.node(path) == nil ? .folder : nil)
    }
    if let nfs = storage.spec.nfs { throw failure(ofNFS: nfs.server, nfs.path, volume: name) }
    if let driver = storage.spec.csi?.driver {
      throw .attach(
        volume: name,
        why: "CSINode \(pod.spec.nodeName) does not contain driver \(driver)")
    }
    return Mounted()
  }
}
