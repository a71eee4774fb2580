import Objects

/// Which list of a pod a container stands in, as far as the rules for it differ.
enum ContainerPlace: Hashable, Sendable {
  case ordinary
  case initial
  case ephemeral
}

extension Container {
  func problems(
    at path: FieldPath, volumes: Set<String>, in place: ContainerPlace, of spec: PodSpec
  ) -> [FieldProblem] {
    var problems = identityProblems(at: path)
    problems += FieldChecks.word(
      terminationMessagePolicy, among: Words.terminationMessagePolicies,
      at: path.member("terminationMessagePolicy"))
    problems += portProblems(at: path.member("ports"), usesHost: spec.hostNetwork == true)
    for (place, variable) in env.enumerated() {
      problems += variable.problems(at: path.member("env").index(place))
    }
    for (place, source) in envFrom.enumerated() {
      problems += source.problems(at: path.member("envFrom").index(place))
    }
    problems += mountProblems(at: path.member("volumeMounts"), of: volumes)
    problems += resources.problems(at: path.member("resources"))
    problems += resizeProblems(at: path.member("resizePolicy"), spec.restartPolicy)
    problems += securityProblems(at: path.member("securityContext"))
    let grace = spec.terminationGracePeriodSeconds ?? 0
    switch place {
    case .ordinary: return problems + handlerProblems(at: path, grace: grace)
    case .initial: return problems + initialProblems(at: path, grace: grace)
    case .ephemeral: return problems
    }
  }

  private func identityProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.isEmpty {
      problems.append(.init(path.member("name"), .required(why: "")))
    } else if let why = NameRules.labelProblem(name) {
      problems.append(.init(path.member("name"), .invalid(value: "\"\(name)\"", why: why)))
    }
    if image.isEmpty {
      problems.append(.init(path.member("image"), .required(why: "")))
    } else if image.first == " " || image.last == " " {
      let why = "must not have leading or trailing whitespace"
      problems.append(.init(path.member("image"), .invalid(value: "\"\(image)\"", why: why)))
    }
    return problems
  }

  private func portProblems(at path: FieldPath, usesHost: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var names: Set<String> = []
    var taken: Set<String> = []
    for (place, port) in ports.enumerated() {
      let here = path.index(place)
      if let name = port.name, !name.isEmpty {
        let complaints = FieldChecks.portName(name, at: here.member("name"))
        problems += complaints
        if complaints.isEmpty, !names.insert(name).inserted {
          problems.append(.init(here.member("name"), .duplicate(value: "\"\(name)\"")))
        }
      }
      problems +=
        port.containerPort == 0
        ? [.init(here.member("containerPort"), .required(why: ""))]
        : FieldChecks.port(port.containerPort, at: here.member("containerPort"))
      problems += FieldChecks.word(
        port.protocolName, among: Words.protocols, at: here.member("protocol"))
      guard let number = port.hostPort, number != 0 else { continue }
      problems += FieldChecks.port(number, at: here.member("hostPort"))
      let text = "\(port.protocolName ?? "TCP")/\(port.hostIP ?? "")/\(number)"
      if !taken.insert(text).inserted {
        problems.append(.init(here.member("hostPort"), .duplicate(value: "\"\(text)\"")))
      }
      if usesHost, number != port.containerPort {
        let why = "must match `hostPort` when `hostNetwork` is true"
        problems.append(
          .init(
            here.member("containerPort"), .invalid(value: "\(port.containerPort)", why: why)))
      }
    }
    return problems
  }

  private func resizeProblems(at path: FieldPath, _ policy: RestartPolicy?) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var seen: Set<String> = []
    for rule in unlisted["resizePolicy"]?.array ?? [] {
      let name = rule["resourceName"]?.string ?? ""
      let word = rule["restartPolicy"]?.string ?? ""
      if !seen.insert(name).inserted {
        problems.append(.init(path, .duplicate(value: "\"\(name)\"")))
      }
      if !["cpu", "memory"].contains(name) {
        problems.append(.init(path, .unsupported(value: name, supported: ["cpu", "memory"])))
      }
      let words = Words.resizePolicies
      if word.isEmpty {
        problems.append(.init(path, .required(why: "")))
      } else if !words.contains(word) {
        problems.append(.init(path, .unsupported(value: word, supported: words)))
      } else if policy == .never, word != "NotRequired" {
        let why = "must be 'NotRequired' when `restartPolicy` is 'Never'"
        problems.append(.init(path, .invalid(value: "\"\(word)\"", why: why)))
      }
    }
    return problems
  }

  private func securityProblems(at path: FieldPath) -> [FieldProblem] {
    guard let context = securityContext else { return [] }
    var problems = FieldChecks.identity(context["runAsUser"], at: path.member("runAsUser"))
    problems += FieldChecks.identity(context["runAsGroup"], at: path.member("runAsGroup"))
    if context["allowPrivilegeEscalation"]?.bool == false, context["privileged"]?.bool == true {
      let why = "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"
      problems.append(
        .init(path, .invalid(value: InnerForm.of(securityContext: context), why: why)))
    }
    return problems
  }

  /// Only a sidecar goes on beside the others, so that only it can be asked how it is.
  private func initialProblems(at path: FieldPath, grace: Int) -> [FieldProblem] {
    if restartPolicy == .always { return handlerProblems(at: path, grace: grace) }
    var problems: [FieldProblem] = []
    let handlers = [
      ("lifecycle", lifecycle != nil), ("livenessProbe", livenessProbe != nil),
      ("readinessProbe", readinessProbe != nil), ("startupProbe", startupProbe != nil),
    ]
    for (name, isSet) in handlers where isSet {
      let why = "may not be set for init containers without restartPolicy=Always"
      problems.append(.init(path.member(name), .forbidden(why: why)))
    }
    return problems
  }
}

extension ResourceRequirements {
  func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (list, amounts) in [("limits", limits), ("requests", requests)] {
      for (name, amount) in amounts {
        let here = path.member(list).key(name)
        problems += Self.nameProblems(name, at: here)
        if amount < .zero {
          let why = "must be greater than or equal to 0"
          problems.append(.init(here, .invalid(value: "\"\(amount.text)\"", why: why)))
        }
        if Self.isExtended(name), amount.nano % 1_000_000_000 != 0 {
          problems.append(
            .init(here, .invalid(value: "\"\(amount.text)\"", why: "must be an integer")))
        }
        guard list == "requests" else { continue }
        guard let limit = limits[name] else {
          problems += Self.limitProblems(name, at: path.member("limits"))
          continue
        }
        problems += Self.orderProblems(name, amount, limit, at: path.member("requests"))
      }
    }
    return problems + hugePageProblems(at: path)
  }

  private func hugePageProblems(at path: FieldPath) -> [FieldProblem] {
    let names = (limits.map(\.name) + requests.map(\.name))
    guard names.contains(where: { $0.hasPrefix("hugepages-") }),
      !names.contains("cpu"), !names.contains("memory")
    else { return [] }
    return [.init(path, .forbidden(why: "HugePages require cpu or memory"))]
  }

  private static func orderProblems(
    _ name: String, _ amount: Quantity, _ limit: Quantity, at path: FieldPath
  ) -> [FieldProblem] {
    let why: String
    if isExtended(name) || name.hasPrefix("hugepages-"), amount != limit {
      why = "must be equal to \(name) limit of \(limit.text)"
    } else if amount > limit {
      why = "must be less than or equal to \(name) limit of \(limit.text)"
    } else {
      return []
    }
    return [.init(path, .invalid(value: "\"\(amount.text)\"", why: why))]
  }

  /// What a node cannot promise twice is asked for with a limit that says the same.
  private static func limitProblems(_ name: String, at path: FieldPath) -> [FieldProblem] {
    guard isExtended(name) || name.hasPrefix("hugepages-") else { return [] }
    let why = "Limit must be set for non overcommitable resources"
    return [.init(path, .required(why: why))]
  }

  /// Whether it is a device that somebody else than the cluster counts, such as a graphics card.
  private static func isExtended(_ name: String) -> Bool {
    name.contains("/") && !name.contains("kubernetes.io/")
  }

  private static func nameProblems(_ name: String, at path: FieldPath) -> [FieldProblem] {
    if ["cpu", "memory", "ephemeral-storage"].contains(name) || name.hasPrefix("hugepages-") {
      return []
    }
    func invalid(_ why: String) -> FieldProblem {
      .init(path, .invalid(value: "\"\(name)\"", why: why))
    }
    let whys = NameRules.keyProblems(name)
    if !whys.isEmpty { return whys.map(invalid) }
    if name.contains("/") { return [] }
    let standard = "must be a standard resource for containers"
    // Known elsewhere, but nothing that a container can have.
    if ["pods", "storage", "services"].contains(name) { return [invalid(standard)] }
    return [invalid("must be a standard resource type or fully qualified"), invalid(standard)]
  }
}
