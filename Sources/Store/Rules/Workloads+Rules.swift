import Objects

extension ReplicaSet: Defaulted, Validated {
  mutating func setDefaults() {
    spec.replicas = spec.replicas ?? ReplicaSetSpec.standard.replicas
    spec.template.spec.setDefaults()
  }

  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + TemplateRules.negative("replicas", spec.replicas)
      + TemplateRules.negative("minReadySeconds", spec.minReadySeconds)
      + TemplateRules.problems(selector: spec.writtenSelector, template: spec.template)
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

  /// What is wrong with it in a Deployment, which may have both.
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    guard let missing = maxUnavailable, let surge = maxSurge else { return [] }
    let place = path.member("maxUnavailable")
    var problems = TemplateRules.countProblems(missing, at: place)
    problems += TemplateRules.countProblems(surge, at: path.member("maxSurge"))
    if missing.isNothing, surge.isNothing {
      problems.append(
        .init(
          place, .invalid(value: missing.quoted, why: "may not be 0 when `maxSurge` is 0")))
    }
    return problems + TemplateRules.wholeProblems(missing, at: place)
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
    problems += TemplateRules.negative("replicas", spec.replicas)
    problems += TemplateRules.problems(selector: spec.writtenSelector, template: spec.template)
    if spec.strategy.type == .recreate, spec.strategy.rollingUpdate != nil {
      problems.append(
        .init(
          FieldPath("spec", "strategy", "rollingUpdate"),
          .forbidden(why: "may not be specified when strategy `type` is 'Recreate'")))
    }
    if spec.strategy.type == .rollingUpdate, let rolling = spec.strategy.rollingUpdate {
      problems += rolling.problems(at: FieldPath("spec", "strategy", "rollingUpdate"))
    }
    problems += TemplateRules.negative("minReadySeconds", spec.minReadySeconds)
    problems += TemplateRules.negative("revisionHistoryLimit", spec.revisionHistoryLimit)
    return problems + deadlineProblems
  }

  private var deadlineProblems: [FieldProblem] {
    guard let deadline = spec.progressDeadlineSeconds else { return [] }
    var problems = TemplateRules.negative("progressDeadlineSeconds", deadline)
    if deadline <= spec.minReadySeconds ?? 0 {
      problems.append(
        .init(
          FieldPath("spec", "progressDeadlineSeconds"),
          .invalid(value: "\(deadline)", why: "must be greater than minReadySeconds")))
    }
    return problems
  }

  func problems(replacing stored: Deployment) -> [FieldProblem] {
    TemplateRules.selectorChange(from: stored.spec.selector, to: spec.selector)
  }
}
