import Engine
import Objects
import Store

/// The volumes of a pod, as its kubelet mounts them.
struct PodVolumes {
  let pod: Pod
  let state: ClusterState
  /// What the machine itself has.
  var files = FileTree()
  let now: SimTime

  /// One volume that can be mounted.
  struct Mounted: Sendable {
    var tree = FileTree()
    /// The place on the machine that it is; nil for one that goes with the pod.
    var hostPath: String?
    /// What has to be made there first.
    var missing: MachineFiles.Sort?
    /// Whether everybody may write to it once it is made.
    var isForEverybody = false
    /// Whether nobody in the pod can write to it.
    var isFixed = false
  }

  /// Why a volume cannot be mounted, in the words of who tries to.
  enum Problem: Error, Hashable {
    case setUp(volume: String, why: String)
    /// The kubelet cannot even tell what is meant.
    case unclear(volume: String, why: String)
    /// Storage that must first be attached to the machine.
    case attach(volume: String, why: String)

    var message: String {
      switch self {
      case .setUp(let volume, let why): "MountVolume.SetUp failed for volume \"\(volume)\" : \(why)"
      case .unclear(let volume, let why):
        "Unable to attach or mount volumes: unmounted volumes=[\(volume)], unattached volumes=[], "
          + "failed to process volumes=[\(volume)]: \(why)"
      case .attach(let volume, let why):
        "AttachVolume.Attach failed for volume \"\(volume)\" : \(why)"
      }
    }

    /// Whether it takes the kubelet more than another look to notice that it is over.
    var isTriedAgain: Bool {
      if case .unclear = self { false } else { true }
    }
  }

  /// Every volume by its name, and what is in the way of the others, in the pod's order.
  func mount() -> (mounted: [String: Mounted], problems: [Problem], waiting: [String]) {
    var mounted: [String: Mounted] = [:]
    var problems: [Problem] = []
    var waiting: [String] = []
    for volume in pod.spec.volumes {
      do throws(Problem) {
        mounted[volume.name] = try self.mount(volume)
      } catch {
        problems.append(error)
        waiting.append(volume.name)
      }
    }
    return (mounted, problems, waiting)
  }

  /// `fsGroup`: whose the files are besides.
  var group: Int? { ContainerRights(pod: pod.spec.securityContext, container: nil).volumeGroup }

  /// Everybody in the pod may write to what goes with it.
  private var emptyTree: FileTree {
    var tree = FileTree()
    tree.setMode(group == nil ? 0o777 : 0o2777, of: "/")
    if let group { tree.setOwner(0, group: group, of: "/") }
    return tree
  }

  func mount(_ volume: Volume) throws(Problem) -> Mounted {
    if let host = volume.hostPath { return try mount(host, as: volume.name) }
    if volume.emptyDir != nil { return Mounted(tree: emptyTree) }
    if let claim = volume.claimName(in: pod) { return try mount(claim, as: volume) }
    if let files = try shownFiles(volume) {
      return Mounted(tree: FileTree(shown: files, at: now, group: group), isFixed: true)
    }
    if let nfs = volume.unlisted["nfs"] {
      throw failure(
        ofNFS: nfs["server"]?.string ?? "", nfs["path"]?.string ?? "", volume: volume.name)
    }
    if let driver = volume.unlisted["csi"]?["driver"]?.string {
      throw .setUp(
        volume: volume.name,
        why: "kubernetes.io/csi: mounter.SetUpAt failed to get CSI client: driver name \(driver) "
          + "not found in the list of registered CSI drivers")
    }
    return Mounted()
  }

  /// No machine here reaches a file server.
  func failure(ofNFS server: String, _ path: String, volume: String) -> Problem {
    let isAddress = server.allSatisfy { $0.isNumber || $0 == "." }
    let output =
      isAddress
      ? "mount.nfs: Connection timed out"
      : "mount.nfs: Failed to resolve server \(server): Name or service not known"
    return .setUp(
      volume: volume,
      why: "mount failed: exit status 32\nMounting command: mount\nMounting arguments: -t nfs "
        + "\(server):\(path) /var/lib/kubelet/pods/\(pod.metadata.uid)/volumes/kubernetes.io~nfs/"
        + "\(volume)\nOutput: \(output)\n")
  }

  // MARK: - Files of the machine

  func mount(_ host: HostPath, as volume: String) throws(Problem) -> Mounted {
    let path = FileTree.normalised(host.path, from: "/")
    let found = MachineFiles.sort(of: path, in: files)
    if let why = problem(of: host, at: path, found) { throw .setUp(volume: volume, why: why) }
    var mounted = Mounted(hostPath: path)
    if found == nil { mounted.missing = host.type == "FileOrCreate" ? .file : .folder }
    return mounted
  }

  private func problem(
    of host: HostPath, at path: String, _ found: MachineFiles.Sort?
  ) -> String? {
    let wanted: (sort: MachineFiles.Sort, word: String)
    switch host.type {
    case "Directory", "DirectoryOrCreate": wanted = (.folder, "directory")
    case "File", "FileOrCreate": wanted = (.file, "file")
    case "Socket": wanted = (.socket, "socket file")
    case "CharDevice": wanted = (.characterDevice, "character device")
    case "BlockDevice": wanted = (.blockDevice, "block device")
    default: return nil
    }
    if found == wanted.sort { return nil }
    guard found == nil, host.type?.hasSuffix("OrCreate") ?? false else {
      return "hostPath type check failed: \(path) is not a \(wanted.word)"
    }
    guard host.type == "FileOrCreate", files.node(FileTree.parent(of: path)) == nil else {
      return nil
    }
    return "open \(path): no such file or directory"
  }
}
