import Objects

extension PodSpec {
  /// What is wrong with the volumes and their names.
  func volumeProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var seen: Set<String> = []
    for (place, volume) in volumes.enumerated() {
      let here = path.index(place).member("name")
      problems += volume.sourceProblems(at: path.index(place))
      if volume.name.isEmpty {
        problems.append(.init(here, .required(why: "")))
      } else if let why = NameRules.labelProblem(volume.name) {
        problems.append(.init(here, .invalid(value: "\"\(volume.name)\"", why: why)))
      } else if !seen.insert(volume.name).inserted {
        problems.append(.init(here, .duplicate(value: "\"\(volume.name)\"")))
      }
    }
    return problems
  }
}

extension Volume {
  /// What is wrong with where the volume comes from.
  func sourceProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = sources.dropFirst().map { name in
      FieldProblem(
        path.member(name), .forbidden(why: "may not specify more than 1 volume type"))
    }
    if let host = hostPath { problems += host.problems(at: path.member("hostPath")) }
    if let map = configMap {
      problems += Self.required(map.name, at: path.member("configMap").member("name"))
      let here = path.member("configMap").member("items")
      for (place, item) in map.items.enumerated() {
        problems += Self.required(item.key, at: here.index(place).member("key"))
        problems += PathRules.problems(item.path, at: here.index(place).member("path"))
      }
    }
    if let secret {
      let name = secret["secretName"]?.string
      problems += Self.required(name, at: path.member("secret").member("secretName"))
      let here = path.member("secret").member("items")
      for (place, item) in (secret["items"]?.array ?? []).enumerated() {
        problems += Self.required(item["key"]?.string, at: here.index(place).member("key"))
        let text = item["path"]?.string ?? ""
        problems += PathRules.problems(text, at: here.index(place).member("path"))
      }
    }
    if persistentVolumeClaim != nil {
      let here = path.member("persistentVolumeClaim").member("claimName")
      problems += Self.required(claimName, at: here)
    }
    if let limit = emptyDir?.sizeLimit, limit < .zero {
      problems.append(
        .init(
          path.member("emptyDir").member("sizeLimit"),
          .forbidden(why: "SizeLimit field must be a valid resource quantity")))
    }
    return problems
  }

  /// The names of the sources that are set.
  private var sources: [String] {
    let listed = [
      ("emptyDir", emptyDir != nil), ("hostPath", hostPath != nil), ("secret", secret != nil),
      ("persistentVolumeClaim", persistentVolumeClaim != nil), ("downwardAPI", downwardAPI != nil),
      ("configMap", configMap != nil), ("projected", projected != nil),
    ]
    return listed.filter(\.1).map(\.0)
  }

  private static func required(_ text: String?, at path: FieldPath) -> [FieldProblem] {
    (text ?? "").isEmpty ? [.init(path, .required(why: ""))] : []
  }
}

extension HostPath {
  private static let types = [
    "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate",
    "Socket",
  ]

  fileprivate func problems(at here: FieldPath) -> [FieldProblem] {
    var problems = StorageRules.problems(path: path, at: here.member("path"))
    if let type, !Self.types.contains(type) {
      problems.append(
        .init(here.member("type"), .unsupported(value: type, supported: Self.types)))
    }
    return problems
  }
}

extension Container {
  /// What is wrong with where volumes are mounted.
  func mountProblems(at path: FieldPath, of volumes: Set<String>) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var seen: Set<String> = []
    for (place, mount) in volumeMounts.enumerated() {
      let here = path.index(place)
      if mount.name.isEmpty { problems.append(.init(here.member("name"), .required(why: ""))) }
      if !volumes.contains(mount.name) {
        problems.append(.init(here.member("name"), .notFound(value: "\"\(mount.name)\"")))
      }
      if mount.mountPath.isEmpty {
        problems.append(.init(here.member("mountPath"), .required(why: "")))
      } else if !seen.insert(mount.mountPath).inserted {
        problems.append(
          .init(
            here.member("mountPath"),
            .invalid(value: "\"\(mount.mountPath)\"", why: "must be unique")))
      }
      if let part = mount.subPath, !part.isEmpty {
        problems += PathRules.problems(part, at: here.member("subPath"))
        if let other = mount.subPathExpr, !other.isEmpty {
          problems.append(
            .init(
              here.member("subPathExpr"),
              .invalid(
                value: "\"\(other)\"", why: "subPathExpr and subPath are mutually exclusive")))
        }
      }
    }
    return problems
  }
}

/// Paths inside of a volume.
enum PathRules {
  static func problems(_ text: String, at path: FieldPath) -> [FieldProblem] {
    if text.isEmpty { return [.init(path, .required(why: ""))] }
    if text.hasPrefix("/") {
      return [.init(path, .invalid(value: "\"\(text)\"", why: "must be a relative path"))]
    }
    guard text.split(separator: "/").contains("..") else { return [] }
    return [.init(path, .invalid(value: "\"\(text)\"", why: "must not contain '..'"))]
  }
}
