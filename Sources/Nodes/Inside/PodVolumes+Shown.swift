import Engine
import Objects
import Store

/// Volumes whose files show what the cluster knows: ConfigMaps, Secrets, the pod itself.
extension PodVolumes {
  struct ShownFile: Hashable, Sendable {
    var path: String
    var text: String
    var mode: Int
  }

  /// The files of such a volume; nil for any other.
  func shownFiles(_ volume: Volume) throws(Problem) -> [ShownFile]? {
    do throws(Missing) {
      if let source = volume.configMap {
        return try files(
          of: .configMap(source.name ?? ""), source.items, optional: source.optional ?? false,
          mode: source.defaultMode)
      }
      if let source = volume.secret {
        let name = source["secretName"]?.string ?? ""
        return try files(
          of: .secret(name), Self.items(source), optional: source["optional"]?.bool ?? false,
          mode: Self.mode(source, "defaultMode"))
      }
    } catch {
      throw .setUp(volume: volume.name, why: error.why)
    }
    if let source = volume.downwardAPI {
      return downward(source, mode: Self.mode(source, "defaultMode"))
    }
    guard let projected = volume.projected else { return nil }
    return try files(ofProjected: projected, volume: volume.name)
  }

  private struct Missing: Error { var why: String }

  private func files(
    of source: KeyedData.Source, _ items: [KeyToPath], optional: Bool, mode: Int?
  ) throws(Missing) -> [ShownFile] {
    let data = KeyedData(state: state, namespace: pod.metadata.namespace)
    guard let values = data.values(source, binary: true) else {
      if optional { return [] }
      throw Missing(why: source.missing)
    }
    let mode = mode ?? 0o644
    guard !items.isEmpty else {
      return values.map { ShownFile(path: $0, text: $1, mode: mode) }
    }
    var files: [ShownFile] = []
    for item in items {
      if let text = values[item.key] {
        files.append(ShownFile(path: item.path, text: text, mode: item.mode ?? mode))
      } else if !optional {
        throw Missing(why: source.missingItem(item.key))
      }
    }
    return files
  }

  private static func items(_ source: APIValue) -> [KeyToPath] {
    (source["items"]?.array ?? []).map { item in
      var result = KeyToPath()
      result.key = item["key"]?.string ?? ""
      result.path = item["path"]?.string ?? ""
      result.mode = mode(item, "mode")
      return result
    }
  }

  private static func mode(_ source: APIValue, _ field: String) -> Int? {
    source[field]?.integer.map { Int($0) }
  }

  private func downward(_ source: APIValue, mode: Int?) -> [ShownFile] {
    let fields = DownwardFields(pod: pod)
    return (source["items"]?.array ?? []).compactMap { item in
      guard let path = item["path"]?.string else { return nil }
      let mode = Self.mode(item, "mode") ?? mode ?? 0o644
      if let field = item.value(at: ["fieldRef", "fieldPath"])?.string {
        return ShownFile(path: path, text: fields.value(field) ?? "", mode: mode)
      }
      guard let value = item["resourceFieldRef"] else { return nil }
      var problems: [FieldProblem] = []
      let selector = ResourceFieldSelector(value, at: FieldPath(), problems: &problems)
      guard let container = pod.spec.container(named: selector.containerName) else { return nil }
      let node = state.node(pod.spec.nodeName)
      let text = fields.value(selector, of: container, on: node)
      return ShownFile(path: path, text: text ?? "", mode: mode)
    }
  }

  // MARK: - Several sources in one folder

  private func files(
    ofProjected projected: APIValue, volume: String
  ) throws(Problem) -> [ShownFile] {
    let mode = Self.mode(projected, "defaultMode")
    var files: [ShownFile] = []
    var missing: [String] = []
    for source in projected["sources"]?.array ?? [] {
      do throws(Missing) {
        files += try self.files(ofSource: source, mode: mode)
      } catch {
        missing.append(error.why)
      }
    }
    guard let first = missing.first else { return files }
    let why = missing.count == 1 ? first : "[\(missing.joined(separator: ", "))]"
    throw .setUp(volume: volume, why: why)
  }

  private func files(ofSource source: APIValue, mode: Int?) throws(Missing) -> [ShownFile] {
    if let token = source["serviceAccountToken"] {
      let path = token["path"]?.string ?? "token"
      return [ShownFile(path: path, text: Self.token, mode: mode ?? 0o644)]
    }
    if let downward = source["downwardAPI"] { return self.downward(downward, mode: mode) }
    for (word, isSecret) in [("configMap", false), ("secret", true)] {
      guard let named = source[word] else { continue }
      let name = named["name"]?.string ?? ""
      let isCertificate = name == RootCertificate.configMap && !isSecret
      if isCertificate, state.get(ConfigMap.self, name, in: pod.metadata.namespace) == nil {
        return [ShownFile(path: "ca.crt", text: RootCertificate.text, mode: mode ?? 0o644)]
      }
      return try files(
        of: isSecret ? .secret(name) : .configMap(name), Self.items(named),
        optional: named["optional"]?.bool ?? false, mode: mode)
    }
    return []
  }

  private static let token = "eyJhbGciOiJSUzI1NiJ9.simulated.token\n"

  /// What every namespace has from the start.
  enum RootCertificate {
    static let configMap = "kube-root-ca.crt"
    static let text = "-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n"
  }

  /// The ConfigMaps and Secrets that volumes of a pod show, but for the cluster's certificate,
  /// which does not change.
  static func sources(of pod: Pod) -> [ObjectKey] {
    var sources: [KeyedData.Source] = []
    for volume in pod.spec.volumes {
      if let name = volume.configMap?.name { sources.append(.configMap(name)) }
      if let name = volume.secret?["secretName"]?.string { sources.append(.secret(name)) }
      for source in volume.projected?["sources"]?.array ?? [] {
        if let name = source["secret"]?["name"]?.string { sources.append(.secret(name)) }
        if let name = source["configMap"]?["name"]?.string, name != RootCertificate.configMap {
          sources.append(.configMap(name))
        }
      }
    }
    return Set(sources.map { $0.key(in: pod.metadata.namespace) }).sorted()
  }
}

extension FileTree {
  private struct Shown: Sendable {
    let files: [PodVolumes.ShownFile]
    let now: SimTime
    let group: Int?
    let tree: FileTree
  }

  private static let shown = Memo<Shown>(keeping: 4)

  /// Files behind links into a folder that is exchanged as a whole when what they show changes.
  init(shown files: [PodVolumes.ShownFile], at now: SimTime, group: Int? = nil) {
    self =
      Self.shown.answer {
        $0.now == now && $0.group == group && $0.files == files
      } orElse: {
        let tree = FileTree(filledWith: files, at: now, group: group)
        return Shown(files: files, now: now, group: group, tree: tree)
      }.tree
  }

  private init(filledWith files: [PodVolumes.ShownFile], at now: SimTime, group: Int?) {
    self.init()
    let stamp = Self.stamp(now)
    makeFolder("/" + stamp)
    link("/..data", to: stamp)
    for file in files {
      let path = FileTree.normalised(file.path, from: "/")
      let first = path.split(separator: "/").first.map(String.init) ?? ""
      let place = "/\(stamp)\(path)"
      write(file.text, to: place)
      setMode(group == nil ? file.mode : file.mode | 0o040, of: place)
      if let group { setOwner(0, group: group, of: place) }
      setModified(now, of: place)
      link("/\(first)", to: "..data/\(first)")
    }
    setMode(group == nil ? 0o777 : 0o2777, of: "/")
    if let group {
      for folder in ["/", "/" + stamp] { setOwner(0, group: group, of: folder) }
    }
  }

  /// `..2026_01_01_12_00_50.123000000`: when it was filled.
  private static func stamp(_ now: SimTime) -> String {
    let text = now.rfc3339Micro.dropLast()
    let plain = text.map { "-T:".contains($0) ? "_" : $0 }
    return "..\(String(plain))\(100 + now.milliseconds % 900)"
  }
}
