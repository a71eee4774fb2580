import Objects

extension ReplicationController: Defaulted, Validated {
  mutating func setDefaults() {
    spec.replicas = spec.replicas ?? ReplicationControllerSpec.standard.replicas
    guard let labels = spec.template?.metadata.labels else { return }
    if spec.selector.isEmpty { spec.selector = labels }
    if metadata.labels.isEmpty { metadata.labels = labels }
    spec.template?.spec.setDefaults()
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += FieldChecks.nonnegative(spec.minReadySeconds, at: path.member("minReadySeconds"))
    if spec.selector.isEmpty {
      problems.append(.init(path.member("selector"), .required(why: "")))
    }
    problems += FieldChecks.nonnegative(spec.replicas, at: path.member("replicas"))
    guard let template = spec.template else {
      return problems + [.init(path.member("template"), .required(why: ""))]
    }
    if !spec.selector.isEmpty {
      problems += TemplateRules.labelProblems(labelSelector, template)
    }
    return problems + TemplateRules.problems(of: template, volumes: [], in: kind)
  }
}
