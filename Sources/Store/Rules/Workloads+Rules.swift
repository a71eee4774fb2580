import Objects

extension ReplicaSet: Defaulted, Validated {
  mutating func setDefaults() {
    spec.replicas = spec.replicas ?? ReplicaSetSpec.standard.replicas
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

extension RollingUpdate {
  mutating func takeMissing(from standard: RollingUpdate) {
    maxSurge = maxSurge ?? standard.maxSurge
    maxUnavailable = maxUnavailable ?? standard.maxUnavailable
  }
}

extension Deployment: Defaulted, Validated {
  mutating func setDefaults() {
    let standard = DeploymentSpec.standard
    spec.replicas = spec.replicas ?? standard.replicas
    spec.progressDeadlineSeconds = spec.progressDeadlineSeconds ?? standard.progressDeadlineSeconds
    spec.revisionHistoryLimit = spec.revisionHistoryLimit ?? standard.revisionHistoryLimit
    spec.strategy.type = spec.strategy.type ?? DeploymentStrategy.standard.type
    if spec.strategy.type == .rollingUpdate {
      var rolling = spec.strategy.rollingUpdate ?? RollingUpdate()
      rolling.takeMissing(from: RollingUpdate.standardOfDeployments)
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
