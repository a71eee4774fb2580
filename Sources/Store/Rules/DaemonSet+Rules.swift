import Objects

extension DaemonSet: Defaulted, Validated, Admitted {
  private static let generation = "deprecated.daemonset.template.generation"

  mutating func setDefaults() {
    spec.revisionHistoryLimit =
      spec.revisionHistoryLimit ?? DaemonSetSpec.standard.revisionHistoryLimit
    spec.updateStrategy.type = spec.updateStrategy.type ?? DaemonSetUpdateStrategy.standard.type
    if spec.updateStrategy.type == .rollingUpdate {
      var rolling = spec.updateStrategy.rollingUpdate ?? RollingUpdate()
      rolling.takeMissing(from: RollingUpdate.standardOfDaemonSets)
      spec.updateStrategy.rollingUpdate = rolling
    }
    spec.template.spec.setDefaults()
  }

  /// The API server counts the changes of the template, whatever a writer says.
  mutating func admit(
    into state: inout ClusterState, replacing stored: DaemonSet?, _ admission: inout Admission
  ) throws(Rejection) {
    guard let stored else {
      let given = metadata.annotations[Self.generation].flatMap { Int($0) } ?? 0
      metadata.annotations[Self.generation] = "\(max(given, 1))"
      return
    }
    var count = stored.metadata.annotations[Self.generation].flatMap { Int($0) } ?? 1
    // Whoever made it may have begun with the last number; Go goes on with the first.
    if spec.template != stored.spec.template { count &+= 1 }
    metadata.annotations[Self.generation] = "\(count)"
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += spec.selector.problems(at: FieldPath("spec", "selector"))
    if !spec.selector.isUnreadable {
      problems += TemplateRules.labelProblems(spec.writtenSelector, spec.template)
    }
    problems += TemplateRules.emptyProblems(spec.writtenSelector, of: kind)
    problems += TemplateRules.problems(of: spec.template, volumes: [], in: kind)
    problems += TemplateRules.negative("minReadySeconds", spec.minReadySeconds)
    problems += strategyProblems
    problems += TemplateRules.negative("revisionHistoryLimit", spec.revisionHistoryLimit)
    return problems
  }

  private var strategyProblems: [FieldProblem] {
    guard spec.updateStrategy.type == .rollingUpdate,
      let rolling = spec.updateStrategy.rollingUpdate, let missing = rolling.maxUnavailable,
      let surge = rolling.maxSurge
    else { return [] }
    let path = FieldPath("spec", "updateStrategy", "rollingUpdate")
    var problems = TemplateRules.countProblems(missing, at: path.member("maxUnavailable"))
    problems += TemplateRules.countProblems(surge, at: path.member("maxSurge"))
    switch (missing.isNothing, surge.isNothing) {
    case (false, false):
      problems.append(
        .init(
          path.member("maxSurge"),
          .invalid(value: surge.quoted, why: "may not be set when maxUnavailable is non-zero")))
    case (true, true):
      problems.append(
        .init(
          path.member("maxUnavailable"), .required(why: "cannot be 0 when maxSurge is 0")))
    case (true, false), (false, true): break
    }
    problems += TemplateRules.wholeProblems(missing, at: path.member("maxUnavailable"))
    return problems + TemplateRules.wholeProblems(surge, at: path.member("maxSurge"))
  }

  func problems(replacing stored: DaemonSet) -> [FieldProblem] {
    TemplateRules.selectorChange(from: stored.spec.selector, to: spec.selector)
  }
}
