import Objects

extension Job: Defaulted, Validated, Admitted {
  private static let uidLabel = "batch.kubernetes.io/controller-uid"
  private static let nameLabel = "batch.kubernetes.io/job-name"

  mutating func setDefaults() {
    if spec.completions == nil, spec.parallelism == nil { spec.completions = 1 }
    let standard = JobSpec.standard
    spec.parallelism = spec.parallelism ?? standard.parallelism
    spec.backoffLimit =
      spec.backoffLimit
      ?? (spec.backoffLimitPerIndex == nil ? standard.backoffLimit : Int(Int32.max))
    spec.completionMode = spec.completionMode ?? standard.completionMode
    spec.suspend = spec.suspend ?? standard.suspend
    spec.manualSelector = spec.manualSelector ?? standard.manualSelector
    spec.podReplacementPolicy =
      spec.podReplacementPolicy
      ?? (spec.podFailurePolicy == nil ? standard.podReplacementPolicy : .failed)
    spec.setTemplateDefaults()
    takeLabelsOfTemplate()
  }

  /// A Job without labels has those of its pods.
  private mutating func takeLabelsOfTemplate() {
    if metadata.labels.isEmpty { metadata.labels = spec.template.metadata.labels }
  }

  /// A new Job gets a selector that no other one has, and the labels to go with it.
  mutating func admit(
    into state: inout ClusterState, replacing stored: Job?, _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil else { return }
    status = JobStatus()
    guard spec.manualSelector != true else { return }
    for (label, value) in generatedLabels where spec.template.metadata.labels[label] == nil {
      spec.template.metadata.labels[label] = value
    }
    var selector = spec.selector ?? LabelSelector()
    selector.matchLabels[Self.uidLabel] = selector.matchLabels[Self.uidLabel] ?? metadata.uid
    spec.selector = selector
    takeLabelsOfTemplate()
  }

  /// The labels that tell its pods from all others, in their older and their newer form.
  private var generatedLabels: StringMap {
    [
      "controller-uid": metadata.uid, "job-name": metadata.name, Self.uidLabel: metadata.uid,
      Self.nameLabel: metadata.name,
    ]
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += selectorProblems
    let path = FieldPath("spec")
    problems += spec.selector?.problems(at: path.member("selector")) ?? []
    problems += spec.problems(at: path)
    if let selector = spec.selector, !selector.matches(spec.template.metadata.labels) {
      problems.append(
        .init(
          FieldPath("spec", "template", "metadata", "labels"),
          .invalid(
            value: TemplateRules.goMap(spec.template.metadata.labels),
            why: "`selector` does not match template `labels`")))
    }
    return problems
  }

  private var selectorProblems: [FieldProblem] {
    guard let selector = spec.selector else {
      return [.init(FieldPath("spec", "selector"), .required(why: ""))]
    }
    if spec.manualSelector == true { return [] }
    var problems: [FieldProblem] = []
    let labels = spec.template.metadata.labels
    let path = FieldPath("spec", "template", "metadata", "labels")
    for (label, value) in generatedLabels where labels[label] != value {
      problems.append(
        .init(
          path.key(label),
          .invalid(value: TemplateRules.goMap(labels), why: "must be '\(value)'")))
    }
    if !selector.matches([Self.uidLabel: metadata.uid, Self.nameLabel: metadata.name]) {
      problems.append(
        .init(
          FieldPath("spec", "selector"),
          .invalid(value: GoText.of(selector.value), why: "`selector` not auto-generated")))
    }
    return problems
  }

  func problems(replacing stored: Job) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if !mayChangeCompletions(of: stored) {
      problems += Self.change(
        "completions", stored.spec.completions.map(\.value), spec.completions.map(\.value))
    }
    problems += Self.change(
      "selector", stored.spec.selector.map(\.value), spec.selector.map(\.value))
    if comparableTemplate(of: stored) != spec.template {
      problems.append(
        .init(
          FieldPath("spec", "template"),
          .invalid(value: InnerForm.of(spec.template).compact, why: "field is immutable")))
    }
    problems += Self.change(
      "completionMode", stored.spec.completionMode.map(\.value), spec.completionMode.map(\.value))
    problems += Self.change(
      "podFailurePolicy", stored.spec.podFailurePolicy.map(\.value),
      spec.podFailurePolicy.map(\.value))
    problems += Self.change(
      "backoffLimitPerIndex", stored.spec.backoffLimitPerIndex.map(\.value),
      spec.backoffLimitPerIndex.map(\.value))
    problems += Self.change(
      "managedBy", stored.spec.managedBy.map(\.value), spec.managedBy.map(\.value))
    problems += Self.change(
      "successPolicy", stored.spec.successPolicy.map(\.value), spec.successPolicy.map(\.value))
    return problems
  }

  /// An Indexed Job may grow and shrink when all its indexes run at once.
  private func mayChangeCompletions(of stored: Job) -> Bool {
    guard spec.completionMode == .indexed, spec.completions != nil else { return false }
    return spec.completions == spec.parallelism
      && stored.spec.completions == stored.spec.parallelism
  }

  /// The stored template, with what may change while the Job is suspended and has not begun.
  private func comparableTemplate(of stored: Job) -> PodTemplate {
    var template = stored.spec.template
    let hasBegun = stored.status.startTime != nil
    guard stored.spec.suspend == true, !hasBegun else { return template }
    let new = spec.template
    template.metadata.labels = new.metadata.labels
    template.metadata.annotations = new.metadata.annotations
    template.spec.nodeSelector = new.spec.nodeSelector
    template.spec.affinity = new.spec.affinity
    template.spec.tolerations = new.spec.tolerations
    template.spec.schedulingGates = new.spec.schedulingGates
    return template
  }

  private static func change(
    _ name: String, _ old: APIValue?, _ new: APIValue?
  ) -> [FieldProblem] {
    if old == new { return [] }
    let value = new.map(GoText.of) ?? "null"
    return [.init(FieldPath("spec", name), .invalid(value: value, why: "field is immutable"))]
  }
}

extension JobSpec {
  /// What holds for the template of a Job as for that of a CronJob.
  mutating func setTemplateDefaults() {
    template.spec.setDefaults()
    guard let policy = podFailurePolicy else { return }
    for rule in policy.rules.indices {
      let patterns = policy.rules[rule].onPodConditions
      for place in patterns.indices {
        podFailurePolicy?.rules[rule].onPodConditions[place].status =
          patterns[place].status ?? PodConditionPattern.standard.status
      }
    }
  }
}
