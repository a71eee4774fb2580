/// The files of a machine itself, as far as pods get to see them.
enum MachineFiles {
  /// What every machine has from the beginning.
  static let atFirst: FileTree = {
    var tree = FileTree()
    for folder in folders { tree.makeFolder(folder) }
    for (path, text) in files { tree.write(text, to: path) }
    for path in sockets + characterDevices + blockDevices { tree.write("", to: path) }
    for folder in ["/tmp", "/var/tmp"] { tree.setMode(0o1777, of: folder) }
    tree.settle()
    return tree
  }()

  private static let folders = [
    "/bin", "/boot", "/dev", "/etc", "/etc/cni/net.d", "/etc/kubernetes/manifests", "/home", "/lib",
    "/lib/modules", "/media", "/mnt", "/opt", "/opt/cni/bin", "/proc", "/root", "/run", "/sbin",
    "/srv", "/sys", "/sys/fs/cgroup", "/tmp", "/usr/bin", "/usr/lib", "/var/lib/containerd",
    "/var/lib/kubelet/pods", "/var/log/containers", "/var/log/pods", "/var/run", "/var/tmp",
  ]

  private static let files = [
    ("/etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\nID=debian\n"),
    ("/etc/hosts", "127.0.0.1\tlocalhost\n"), ("/etc/hostname", ""),
    ("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n"), ("/etc/group", "root:x:0:\n"),
    ("/etc/resolv.conf", "nameserver 192.168.0.1\n"), ("/etc/localtime", ""),
    ("/etc/timezone", "Etc/UTC\n"), ("/var/log/syslog", ""),
    ("/var/lib/kubelet/config.yaml", "kind: KubeletConfiguration\n"),
  ]

  private static let sockets = [
    "/run/containerd/containerd.sock", "/var/run/containerd/containerd.sock",
    "/var/lib/kubelet/device-plugins/kubelet.sock", "/run/dbus/system_bus_socket",
  ]
  private static let characterDevices = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/kmsg",
    "/dev/fuse",
  ]
  private static let blockDevices = ["/dev/sda", "/dev/sda1"]

  /// What can lie at a path.
  enum Sort: Hashable {
    case folder
    case file
    case socket
    case characterDevice
    case blockDevice
  }

  static func sort(of path: String, in files: FileTree) -> Sort? {
    if sockets.contains(path) { return .socket }
    if characterDevices.contains(path) { return .characterDevice }
    if blockDevices.contains(path) { return .blockDevice }
    return files.node(files.withoutLinks(path)).map { $0.isFolder ? .folder : .file }
  }
}
