import Objects
import Store

/// The volumes of a pod, filled from the cluster.
struct PodVolumes {
  let pod: Pod
  let state: ClusterState

  /// Why a volume cannot be set up, in the kubelet's words; nil when all can.
  var problem: String? {
    for volume in pod.spec.volumes {
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

  /// What each volume begins with.
  var contents: [String: FileTree] {
    var contents: [String: FileTree] = [:]
    for volume in pod.spec.volumes { contents[volume.name] = tree(volume) }
    return contents
  }

  private func tree(_ volume: Volume) -> FileTree {
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
