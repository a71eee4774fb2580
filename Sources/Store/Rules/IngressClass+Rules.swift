import Objects

extension IngressClass: Defaulted, Validated {
  mutating func setDefaults() {
    guard let scope = spec.parameters?.scope ?? IngressClassParameters.standard.scope else {
      return
    }
    spec.parameters?.scope = scope
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += controllerProblems(at: path.member("controller"))
    if let parameters = spec.parameters {
      problems += Self.problems(of: parameters, at: path.member("parameters"))
    }
    return problems
  }

  func problems(replacing stored: IngressClass) -> [FieldProblem] {
    if spec.controller == stored.spec.controller { return [] }
    return [
      .init(
        FieldPath("spec", "controller"),
        .invalid(value: "\"\(spec.controller ?? "")\"", why: "field is immutable"))
    ]
  }

  /// `example.com/ingress-controller`
  private func controllerProblems(at path: FieldPath) -> [FieldProblem] {
    let controller = spec.controller ?? ""
    if controller.isEmpty { return [.init(path, .required(why: ""))] }
    let parts = controller.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      let why = "must be a domain-prefixed path (such as \"acme.io/foo\")"
      return [.init(path, .invalid(value: "\"\(controller)\"", why: why))]
    }
    guard let why = NameRules.subdomainProblem(parts[0]) else { return [] }
    return [.init(path, .invalid(value: "\"\(parts[0])\"", why: why))]
  }

  private static func problems(
    of parameters: IngressClassParameters, at path: FieldPath
  ) -> [FieldProblem] {
    var problems = FieldChecks.required(parameters.kind, at: path.member("kind"))
    problems += FieldChecks.required(parameters.name, at: path.member("name"))
    let scope = parameters.scope ?? ""
    let namespace = parameters.namespace ?? ""
    if scope == "Cluster", !namespace.isEmpty {
      let why = "`parameters.scope` is set to 'Cluster'"
      problems.append(.init(path.member("namespace"), .forbidden(why: why)))
    } else if scope == "Namespace", namespace.isEmpty {
      let why = "`parameters.scope` is set to 'Namespace'"
      problems.append(.init(path.member("namespace"), .required(why: why)))
    } else {
      problems += FieldChecks.known(
        scope, among: Words.classScopes, at: path.member("scope"))
    }
    return problems
  }
}
