import Objects

/// What holds for everything that makes pods from a template.
enum TemplateRules {
  /// A Deployment speaks of the ReplicaSet that its template goes to.
  static func problems(selector: LabelSelector?, template: PodTemplate) -> [FieldProblem] {
    let problems = selectorProblems(selector, of: .deployment)
    if let selector, selector.isUnreadable {
      let why = "invalid label selector"
      let path = FieldPath("spec", "selector")
      return problems + [.init(path, .invalid(value: goText(selector), why: why))]
    }
    return problems + labelProblems(selector, template)
      + Self.problems(of: template, volumes: [], in: .replicaSet)
  }

  /// What says nothing of its pods may not have them all.
  static func selectorProblems(_ selector: LabelSelector?, of kind: Kind) -> [FieldProblem] {
    let path = FieldPath("spec", "selector")
    guard let selector else { return [.init(path, .required(why: ""))] }
    return selector.problems(at: path) + emptyProblems(selector, of: kind)
  }

  static func emptyProblems(_ selector: LabelSelector?, of kind: Kind) -> [FieldProblem] {
    guard let selector, selector.isEmpty else { return [] }
    let why = "empty selector is invalid for \(kind.rawValue.lowercased())"
    return [.init(FieldPath("spec", "selector"), .invalid(value: goText(selector), why: why))]
  }

  /// A selector must pick what the template makes; a missing one picks nothing.
  static func labelProblems(
    _ selector: LabelSelector?, _ template: PodTemplate
  ) -> [FieldProblem] {
    if let selector, selector.matches(template.metadata.labels) { return [] }
    return [
      .init(
        FieldPath("spec", "template", "metadata", "labels"),
        .invalid(
          value: goMap(template.metadata.labels),
          why: "`selector` does not match template `labels`"))
    ]
  }

  /// `volumes` are the names of further volumes that the pods will have.
  static func problems(
    of template: PodTemplate, volumes: [String], in kind: Kind
  ) -> [FieldProblem] {
    let path = FieldPath("spec", "template", "spec")
    var template = template
    for name in volumes where !template.spec.volumes.contains(where: { $0.name == name }) {
      var volume = Volume()
      volume.name = name
      template.spec.volumes.append(volume)
    }
    let spec = template.spec
    var problems = template.problems(at: FieldPath("spec", "template"))
    if let policy = spec.restartPolicy, policy != .always {
      problems.append(
        .init(
          path.member("restartPolicy"),
          .unsupported(value: policy.rawValue, supported: ["Always"])))
    }
    if spec.activeDeadlineSeconds != nil {
      let why = "activeDeadlineSeconds in \(kind.rawValue) is not Supported"
      problems.append(.init(path.member("activeDeadlineSeconds"), .forbidden(why: why)))
    }
    return problems
  }

  /// A count under `spec` that must not be below zero.
  static func negative(_ name: String, _ count: Int?) -> [FieldProblem] {
    guard let count, count < 0 else { return [] }
    return [
      .init(
        FieldPath("spec", name),
        .invalid(value: "\(count)", why: "must be greater than or equal to 0"))
    ]
  }

  /// A number of pods, or a percentage of them.
  static func countProblems(_ count: IntOrString, at path: FieldPath) -> [FieldProblem] {
    switch count {
    case .int(let number):
      if number >= 0 { return [] }
      let why = "must be greater than or equal to 0"
      return [.init(path, .invalid(value: "\(number)", why: why))]
    case .string(let text):
      if let percentage = count.percentage, percentage >= 0 { return [] }
      return [
        .init(
          path,
          .invalid(
            value: "\"\(text)\"",
            why: "a valid percent string must be a numeric string followed by an ending '%' (e.g. "
              + "'1%',  or '93%', regex used for validation is '[0-9]+%')"))
      ]
    }
  }

  /// A percentage may not be more than all of it.
  static func wholeProblems(_ count: IntOrString, at path: FieldPath) -> [FieldProblem] {
    guard let percentage = count.percentage, percentage > 100 else { return [] }
    return [.init(path, .invalid(value: count.quoted, why: "must not be greater than 100%"))]
  }

  static func selectorChange(from old: LabelSelector, to new: LabelSelector) -> [FieldProblem] {
    if old == new { return [] }
    return [
      .init(
        FieldPath("spec", "selector"),
        .invalid(value: goText(new), why: "field is immutable"))
    ]
  }

  /// A map as the API server's messages show it; one in which nothing is set is none for Go.
  static func goMap(_ labels: StringMap) -> String {
    if labels.isEmpty { return "null" }
    return "{" + labels.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
  }

  /// A selector as messages show it: what is empty is left out.
  static func goText(_ selector: LabelSelector) -> String {
    var parts: [String] = []
    if !selector.matchLabels.isEmpty {
      parts.append("\"matchLabels\":\(goMap(selector.matchLabels))")
    }
    let expressions = selector.matchExpressions.map { requirement in
      let values = requirement.values.map { "\"\($0)\"" }.joined(separator: ",")
      return "{\"key\":\"\(requirement.key)\",\"operator\":\"\(requirement.operatorText)\""
        + (values.isEmpty ? "" : ",\"values\":[\(values)]") + "}"
    }
    if !expressions.isEmpty {
      parts.append("\"matchExpressions\":[\(expressions.joined(separator: ","))]")
    }
    return "{\(parts.joined(separator: ","))}"
  }
}

extension PodTemplate {
  /// What is wrong with it. The API server names its labels and annotations as if there were no
  /// metadata around them.
  func problems(at path: FieldPath) -> [FieldProblem] {
    NameRules.noteProblems(metadata, at: path)
      + spec.problems(at: path.member("spec"), labels: metadata.labels)
  }
}

extension IntOrString {
  /// As messages show it: texts in quotes, numbers without.
  var quoted: String {
    switch self {
    case .int(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    }
  }

  /// Whether it stands for none at all.
  var isNothing: Bool {
    switch self {
    case .int(let number): number == 0
    case .string: percentage == 0
    }
  }
}
