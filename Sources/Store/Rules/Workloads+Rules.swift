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

/// What holds for everything that makes pods from a template.
enum TemplateRules {
  static func problems(
    selector: LabelSelector, template: PodTemplate, replicas: Int?
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let replicas, replicas < 0 {
      problems.append(
        .init(
          FieldPath("spec", "replicas"),
          .invalid(value: "\(replicas)", why: "must be greater than or equal to 0")))
    }
    if selector.isEmpty {
      problems.append(.init(FieldPath("spec", "selector"), .required(why: "")))
    } else if !selector.matches(template.metadata.labels) {
      problems.append(
        .init(
          FieldPath("spec", "template", "metadata", "labels"),
          .invalid(
            value: goMap(template.metadata.labels),
            why: "`selector` does not match template `labels`")
        ))
    }
    let path = FieldPath("spec", "template", "spec")
    problems += template.spec.problems(at: path, labels: template.metadata.labels)
    if let policy = template.spec.restartPolicy, policy != .always {
      problems.append(
        .init(
          path.member("restartPolicy"),
          .unsupported(value: policy.rawValue, supported: ["Always"])))
    }
    return problems
  }

  static func selectorChange(from old: LabelSelector, to new: LabelSelector) -> [FieldProblem] {
    if old == new { return [] }
    return [
      .init(
        FieldPath("spec", "selector"),
        .invalid(value: goText(new), why: "field is immutable"))
    ]
  }

  /// A map as Go prints one with its types, the form the API server's messages have.
  private static func goMap(_ labels: StringMap) -> String {
    "{" + labels.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
  }

  private static func goText(_ selector: LabelSelector) -> String {
    "{\"matchLabels\":\(goMap(selector.matchLabels))}"
  }
}
