import Objects

extension ReplicaSet: Defaulted, Validated {
  mutating func setDefaults() {
    spec.replicas = spec.replicas ?? 1
    spec.template.spec.setDefaults()
  }

  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + TemplateRules.problems(
        selector: spec.selector, template: spec.template, replicas: spec.replicas)
  }

  func problems(replacing stored: ReplicaSet) -> [FieldProblem] {
    TemplateRules.selectorChange(from: stored.spec.selector, to: spec.selector)
  }
}

extension Deployment: Defaulted, Validated {
  mutating func setDefaults() {
    spec.replicas = spec.replicas ?? 1
    spec.progressDeadlineSeconds = spec.progressDeadlineSeconds ?? 600
    spec.revisionHistoryLimit = spec.revisionHistoryLimit ?? 10
    spec.strategy.type = spec.strategy.type ?? .rollingUpdate
    if spec.strategy.type == .rollingUpdate {
      var rolling = spec.strategy.rollingUpdate ?? RollingUpdate()
      rolling.maxSurge = rolling.maxSurge ?? .string("25%")
      rolling.maxUnavailable = rolling.maxUnavailable ?? .string("25%")
      spec.strategy.rollingUpdate = rolling
    }
    spec.template.spec.setDefaults()
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += TemplateRules.problems(
      selector: spec.selector, template: spec.template, replicas: spec.replicas)
    if spec.strategy.type == .recreate, spec.strategy.rollingUpdate != nil {
      problems.append(
        .init(
          FieldPath("spec", "strategy", "rollingUpdate"),
          .forbidden(why: "may not be specified when strategy `type` is 'Recreate'")))
    }
    return problems
  }

  func problems(replacing stored: Deployment) -> [FieldProblem] {
    TemplateRules.selectorChange(from: stored.spec.selector, to: spec.selector)
  }
}
