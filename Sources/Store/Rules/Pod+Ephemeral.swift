import Objects

extension Pod {
  /// The stored pod with the ephemeral containers of this one.
  func joined(with stored: Pod) -> Pod {
    var pod = stored
    pod.spec.ephemeralContainers = spec.ephemeralContainers
    return pod
  }

  /// Everything wrong with putting the ephemeral containers of this pod into `stored`: those that
  /// are there stay as they are.
  func problems(joining stored: Pod) -> [FieldProblem] {
    if stored.metadata.annotations["kubernetes.io/config.mirror"] != nil {
      let why = "static pods do not support ephemeral containers"
      return [.init(FieldPath(), .forbidden(why: why))]
    }
    var problems = self.problems()
    let path = FieldPath("spec", "ephemeralContainers")
    for old in stored.spec.ephemeralContainers {
      guard let new = spec.ephemeralContainers.first(where: { $0.name == old.name }) else {
        let why = "existing ephemeral containers \"\(old.name)\" may not be removed\n"
        problems.append(.init(path, .forbidden(why: why)))
        continue
      }
      guard new != old else { continue }
      let difference = UnifiedDifference(
        InnerForm.of(ephemeral: old).lines, InnerForm.of(ephemeral: new).lines)
      let why = "existing ephemeral containers \"\(old.name)\" may not be changed\n"
      problems.append(.init(path, .forbidden(why: why + difference.text)))
    }
    return problems
  }
}

extension PodSpec {
  /// What is wrong with the ephemeral containers; `names` are taken by the others.
  func ephemeralProblems(at path: FieldPath, names: Set<String>) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var names = names
    let volumeNames = Set(volumes.map(\.name))
    let targets = Set((containers + initContainers).map(\.name))
    for (place, container) in ephemeralContainers.enumerated() {
      let here = path.index(place)
      problems += container.problems(
        at: here, volumes: volumeNames, in: .ephemeral, of: self)
      if !container.name.isEmpty, !names.insert(container.name).inserted {
        problems.append(.init(here.member("name"), .duplicate(value: "\"\(container.name)\"")))
      }
      let target = container.unlisted["targetContainerName"]?.string ?? ""
      if !target.isEmpty, !targets.contains(target) {
        problems.append(
          .init(here.member("targetContainerName"), .notFound(value: "\"\(target)\"")))
      }
      for field in container.fieldsNotForEphemeral {
        let why = "cannot be set for an Ephemeral Container"
        problems.append(.init(here.member(field), .forbidden(why: why)))
      }
      for (mount, volume) in container.volumeMounts.enumerated()
      where !(volume.subPath ?? "").isEmpty || !(volume.subPathExpr ?? "").isEmpty {
        let field = (volume.subPath ?? "").isEmpty ? "subPathExpr" : "subPath"
        problems.append(
          .init(
            here.member("volumeMounts").index(mount).member(field),
            .forbidden(why: "cannot be set for an Ephemeral Container")))
      }
    }
    return problems
  }
}

extension Container {
  /// What is set here that only lasting containers may have.
  fileprivate var fieldsNotForEphemeral: [String] {
    let candidates = [
      ("ports", !ports.isEmpty), ("resources", resources != ResourceRequirements()),
      ("livenessProbe", livenessProbe != nil), ("readinessProbe", readinessProbe != nil),
      ("startupProbe", startupProbe != nil), ("lifecycle", lifecycle != nil),
      ("restartPolicy", restartPolicy != nil),
    ]
    return candidates.filter(\.1).map(\.0)
  }
}
