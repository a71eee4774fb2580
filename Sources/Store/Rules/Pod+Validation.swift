import Objects

extension Pod: Validated {
  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + spec.problems(at: FieldPath("spec"), labels: metadata.labels)
  }
}

extension PodSpec {
  func problems(at path: FieldPath, labels: StringMap) -> [FieldProblem] {
    var problems = volumeProblems(at: path.member("volumes"))
    if containers.isEmpty { problems.append(.init(path.member("containers"), .required(why: ""))) }
    var names: Set<String> = []
    let volumeNames = Set(volumes.map(\.name))
    for (list, group) in [("containers", containers), ("initContainers", initContainers)] {
      for (place, container) in group.enumerated() {
        let here = path.member(list).index(place)
        problems += container.problems(at: here, volumes: volumeNames)
        if !container.name.isEmpty, !names.insert(container.name).inserted {
          problems.append(
            .init(here.member("name"), .duplicate(value: "\"\(container.name)\"")))
        }
      }
    }
    return problems
      + ephemeralProblems(at: path.member("ephemeralContainers"), names: names)
  }
}

extension Container {
  func problems(at path: FieldPath, volumes: Set<String>) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.isEmpty {
      problems.append(.init(path.member("name"), .required(why: "")))
    } else if let why = NameRules.labelProblem(name) {
      problems.append(.init(path.member("name"), .invalid(value: "\"\(name)\"", why: why)))
    }
    if image.isEmpty { problems.append(.init(path.member("image"), .required(why: ""))) }
    for (place, port) in ports.enumerated() where !(1...65535).contains(port.containerPort) {
      let here = path.member("ports").index(place).member("containerPort")
      problems.append(
        port.containerPort == 0
          ? .init(here, .required(why: ""))
          : .init(
            here,
            .invalid(value: "\(port.containerPort)", why: "must be between 1 and 65535, inclusive"))
      )
    }
    problems += mountProblems(at: path.member("volumeMounts"), of: volumes)
    return problems + resources.problems(at: path.member("resources"))
  }
}

extension ResourceRequirements {
  func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (name, amount) in requests {
      let here = path.member("requests").key(name)
      if amount < .zero {
        problems.append(
          .init(
            here, .invalid(value: "\"\(amount.text)\"", why: "must be greater than or equal to 0")))
      } else if let limit = limits[name], amount > limit {
        problems.append(
          .init(
            path.member("requests"),
            .invalid(
              value: "\"\(amount.text)\"",
              why: "must be less than or equal to \(name) limit of \(limit.text)")))
      }
    }
    return problems
  }
}
