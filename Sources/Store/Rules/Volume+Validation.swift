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
      let here = path.member("configMap")
      problems += FieldChecks.required(map.name, at: here.member("name"))
      problems += map.value.keyedProblems(at: here)
    }
    if let secret {
      let here = path.member("secret")
      problems += FieldChecks.required(
        secret["secretName"]?.string, at: here.member("secretName"))
      problems += secret.keyedProblems(at: here)
    }
    if let downwardAPI {
      problems += downwardAPI.downwardProblems(at: path.member("downwardAPI"))
    }
    // What admission gives to nearly every pod is right.
    if let projected, projected != Pod.tokenSources {
      problems += projected.projectedProblems(at: path.member("projected"))
    }
    problems += serverProblems(at: path)
    if persistentVolumeClaim != nil {
      let here = path.member("persistentVolumeClaim").member("claimName")
      problems += FieldChecks.required(claimName, at: here)
    }
    if let limit = emptyDir?.sizeLimit, limit < .zero {
      problems.append(
        .init(
          path.member("emptyDir").member("sizeLimit"),
          .forbidden(why: "SizeLimit field must be a valid resource quantity")))
    }
    return problems
  }

  /// What is wrong with the file server that is named.
  private func serverProblems(at path: FieldPath) -> [FieldProblem] {
    guard let nfs = unlisted["nfs"] else { return [] }
    let path = path.member("nfs")
    let place = nfs["path"]?.string ?? ""
    var problems = FieldChecks.required(nfs["server"]?.string, at: path.member("server"))
    problems += FieldChecks.required(place, at: path.member("path"))
    if !place.isEmpty, !place.hasPrefix("/") {
      let why = "must be an absolute path"
      problems.append(.init(path.member("path"), .invalid(value: "\"\(place)\"", why: why)))
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
}

extension HostPath {
  fileprivate func problems(at here: FieldPath) -> [FieldProblem] {
    StorageRules.problems(path: path, at: here.member("path"))
      + FieldChecks.known(type, among: Words.hostPathTypes, at: here.member("type"))
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
      problems += mount.partProblems(at: here)
      problems += mount.modeProblems(
        at: here, isPrivileged: securityContext?["privileged"]?.bool == true)
    }
    return problems
  }
}
