import Objects

extension Pod {
  /// The stored pod with what a resize may bring: resources and what a change of them costs.
  func resized(from stored: Pod) -> Pod {
    var pod = stored
    func take(_ list: WritableKeyPath<PodSpec, [Container]>) {
      for place in pod.spec[keyPath: list].indices {
        let name = pod.spec[keyPath: list][place].name
        guard let new = spec[keyPath: list].first(where: { $0.name == name }) else { continue }
        pod.spec[keyPath: list][place].resources = new.resources
        pod.spec[keyPath: list][place].unlisted["resizePolicy"] = new.unlisted["resizePolicy"]
      }
    }
    take(\.containers)
    take(\.initContainers)
    return pod
  }

  /// Everything wrong with resizing `stored` to this.
  func problems(resizing stored: Pod) -> [FieldProblem] {
    if stored.metadata.annotations["kubernetes.io/config.mirror"] != nil {
      return [.init(FieldPath(), .forbidden(why: "static pods cannot be resized"))]
    }
    let path = FieldPath("spec")
    var problems = self.problems()
    let quality = stored.status.qosClass ?? stored.spec.qualityOfService
    if spec.qualityOfService != quality {
      let why = "Pod QOS Class may not change as a result of resizing"
      problems.append(.init(path, .invalid(value: "\"\(quality.rawValue)\"", why: why)))
    }
    for (name, list) in [
      ("initContainers", \PodSpec.initContainers), ("containers", \.containers),
    ] {
      for (place, old) in stored.spec[keyPath: list].enumerated() {
        let new = spec[keyPath: list][place].resources
        let here = path.member(name).index(place).member("resources")
        if name == "containers" || old.restartPolicy == .always {
          problems += new.removals(from: old.resources, at: here)
        }
      }
    }
    return problems + mutabilityProblems(resizing: stored, at: path)
  }

  private func mutabilityProblems(resizing stored: Pod, at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (old, new) in zip(stored.spec.containers, spec.containers)
    where new.resources.besidesSizes != old.resources.besidesSizes {
      problems.append(.init(path, .forbidden(why: "only cpu and memory resources are mutable")))
    }
    for (old, new) in zip(stored.spec.initContainers, spec.initContainers) {
      if old.restartPolicy == .always {
        guard new.resources.besidesSizes != old.resources.besidesSizes else { continue }
        let why = "only cpu and memory resources for sidecar containers are mutable"
        problems.append(.init(path, .forbidden(why: why)))
      } else if new.resources != old.resources {
        let why = "resources for non-sidecar init containers are immutable"
        problems.append(.init(path, .forbidden(why: why)))
      }
    }
    return problems
  }
}

extension ResourceRequirements {
  fileprivate func removals(
    from old: ResourceRequirements, at path: FieldPath
  ) -> [FieldProblem] {
    [("requests", "requests", \ResourceRequirements.requests), ("limits", "limits", \.limits)]
      .compactMap { field, word, list in
        guard old[keyPath: list].contains(where: { self[keyPath: list][$0.name] == nil }) else {
          return nil
        }
        return .init(path.member(field), .forbidden(why: "resource \(word) cannot be removed"))
      }
  }

  /// What of it no resize may touch.
  fileprivate var besidesSizes: ResourceRequirements {
    var rest = self
    for name in ["cpu", "memory"] {
      rest.requests[name] = nil
      rest.limits[name] = nil
    }
    return rest
  }
}
