import Objects
import Store

/// The volumes of a pod, as its kubelet mounts them.
struct PodVolumes {
  let pod: Pod
  let state: ClusterState
  /// Folders that the machine has because a pod asked for them.
  var folders: [String: FileTree] = [:]

  /// One volume that can be mounted.
  struct Mounted: Sendable {
    var tree = FileTree()
    /// The folder of the machine that it is; nil for one that goes with the pod.
    var hostPath: String?
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

  func mount(_ volume: Volume) throws(Problem) -> Mounted {
    if let host = volume.hostPath { return try mount(host, as: volume.name) }
    if volume.emptyDir != nil { return Mounted() }
    if let claim = volume.claimName(in: pod) { return try mount(claim, as: volume) }
    if let files = try shownFiles(volume) {
      return Mounted(tree: FileTree(shown: files), isFixed: true)
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

  // MARK: - Folders of the machine

  /// Folders that every machine has.
  private static let usual: Set<String> = [
    "/", "/bin", "/boot", "/dev", "/etc", "/etc/kubernetes", "/home", "/lib", "/media", "/mnt",
    "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/var", "/var/lib",
    "/var/lib/kubelet", "/var/log", "/var/log/pods", "/var/run", "/var/tmp",
  ]

  func mount(_ host: HostPath, as volume: String) throws(Problem) -> Mounted {
    let path = FileTree.normalised(host.path, from: "/")
    if let why = problem(of: host, at: path) { throw .setUp(volume: volume, why: why) }
    return Mounted(tree: folders[path] ?? FileTree(), hostPath: path)
  }

  private func problem(of host: HostPath, at path: String) -> String? {
    let isThere = Self.usual.contains(path) || folders[path] != nil
    let wanted: String
    switch host.type {
    case "Directory":
      if isThere { return nil }
      wanted = "directory"
    case "File": wanted = "file"
    case "Socket": wanted = "socket file"
    case "CharDevice": wanted = "character device"
    case "BlockDevice": wanted = "block device"
    default: return nil
    }
    return "hostPath type check failed: \(path) is not a \(wanted)"
  }
}
