import Objects
import Store

/// The volumes of a pod, filled from the cluster.
struct PodVolumes {
  let pod: Pod
  let state: ClusterState
  /// Folders that the machine has because a pod asked for them.
  var folders: [String: FileTree] = [:]

  /// Folders that every machine has.
  private static let usual: Set<String> = [
    "/", "/bin", "/boot", "/dev", "/etc", "/etc/kubernetes", "/home", "/lib", "/media", "/mnt",
    "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/var", "/var/lib",
    "/var/lib/kubelet", "/var/log", "/var/log/pods", "/var/run", "/var/tmp",
  ]

  /// Why a volume cannot be set up, in the kubelet's words; nil when all can.
  var problem: String? {
    for volume in pod.spec.volumes {
      if let host = volume.hostPath, let problem = self.problem(of: host) {
        return "MountVolume.SetUp failed for volume \"\(volume.name)\" : \(problem)"
      }
      guard let source = volume.configMap, source.optional != true else { continue }
      let name = source.name ?? ""
      guard let map = state.get(ConfigMap.self, name, in: pod.metadata.namespace) else {
        return "MountVolume.SetUp failed for volume \"\(volume.name)\" : configmap \"\(name)\" "
          + "not found"
      }
      for item in source.items where map.data[item.key] == nil {
        return "MountVolume.SetUp failed for volume \"\(volume.name)\" : configmap references "
          + "non-existent config key: \(item.key)"
      }
    }
    return nil
  }

  private func problem(of host: HostPath) -> String? {
    let path = FileTree.normalised(host.path, from: "/")
    let isThere = Self.usual.contains(path) || folders[path] != nil
    switch host.type {
    case "Directory":
      return isThere ? nil : "hostPath type check failed: \(path) is not a directory"
    case "File": return "hostPath type check failed: \(path) is not a file"
    case "Socket": return "hostPath type check failed: \(path) is not a socket file"
    case nil, .some: return nil
    }
  }

  /// What each volume begins with.
  var contents: [String: FileTree] {
    var contents: [String: FileTree] = [:]
    for volume in pod.spec.volumes { contents[volume.name] = tree(volume) }
    return contents
  }

  private func tree(_ volume: Volume) -> FileTree {
    if let host = volume.hostPath {
      return folders[FileTree.normalised(host.path, from: "/")] ?? FileTree()
    }
    if let source = volume.configMap { return tree(of: source) }
    if volume.projected != nil {
      return FileTree(files: [
        ("/token", "eyJhbGciOiJSUzI1NiJ9.simulated.token\n"),
        ("/ca.crt", "-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n"),
        ("/namespace", pod.metadata.namespace),
      ])
    }
    if let source = volume.downwardAPI { return downward(source) }
    return FileTree()
  }

  private func tree(of source: ConfigMapVolume) -> FileTree {
    let map = state.get(ConfigMap.self, source.name ?? "", in: pod.metadata.namespace)
    let data = map?.data ?? [:]
    var files: [(path: String, text: String)] = data.map { ("/\($0.key)", $0.value) }
    if !source.items.isEmpty {
      files = source.items.compactMap { item in
        data[item.key].map { ("/\(item.path)", $0) }
      }
    }
    // Files are links into a folder that is exchanged as a whole when the map changes.
    var tree = FileTree()
    for file in files {
      let first = file.path.split(separator: "/").first.map(String.init) ?? ""
      tree.write(file.text, to: "/..data\(file.path)")
      tree.link("/\(first)", to: "..data/\(first)")
    }
    return tree
  }

  private func downward(_ source: APIValue) -> FileTree {
    let fields = DownwardFields(pod: pod)
    let items = source["items"]?.array ?? []
    return FileTree(
      files: items.compactMap { item in
        guard let path = item["path"]?.string, let field = item["fieldRef"]?["fieldPath"]?.string
        else { return nil }
        return ("/\(path)", fields.value(field) ?? "")
      })
  }
}
