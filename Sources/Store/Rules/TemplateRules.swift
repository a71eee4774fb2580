import Objects

/// What holds for everything that makes pods from a template.
enum TemplateRules {
  static func problems(
    selector: LabelSelector, template: PodTemplate, replicas: Int?
  ) -> [FieldProblem] {
    var problems = negative("replicas", replicas)
    if selector.isEmpty {
      problems.append(.init(FieldPath("spec", "selector"), .required(why: "")))
    }
    problems += labelProblems(selector, template)
    return problems + Self.problems(of: template, volumes: [])
  }

  /// A selector must pick what the template makes; a missing one picks nothing.
  static func labelProblems(
    _ selector: LabelSelector, _ template: PodTemplate
  ) -> [FieldProblem] {
    if !selector.isEmpty, selector.matches(template.metadata.labels) { return [] }
    return [
      .init(
        FieldPath("spec", "template", "metadata", "labels"),
        .invalid(
          value: goMap(template.metadata.labels),
          why: "`selector` does not match template `labels`"))
    ]
  }

  /// `volumes` are the names of further volumes that the pods will have.
  static func problems(of template: PodTemplate, volumes: [String]) -> [FieldProblem] {
    let path = FieldPath("spec", "template", "spec")
    var spec = template.spec
    for name in volumes where !spec.volumes.contains(where: { $0.name == name }) {
      var volume = Volume()
      volume.name = name
      spec.volumes.append(volume)
    }
    var problems = spec.problems(at: path, labels: template.metadata.labels)
    if let policy = spec.restartPolicy, policy != .always {
      problems.append(
        .init(
          path.member("restartPolicy"),
          .unsupported(value: policy.rawValue, supported: ["Always"])))
    }
    if let deadline = spec.activeDeadlineSeconds {
      problems.append(
        .init(
          path.member("activeDeadlineSeconds"),
          .invalid(value: "\(deadline)", why: "must not be specified")))
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

  /// A map as Go prints one with its types, the form the API server's messages have.
  static func goMap(_ labels: StringMap) -> String {
    "{" + labels.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
  }

  private static func goText(_ selector: LabelSelector) -> String {
    "{\"matchLabels\":\(goMap(selector.matchLabels))}"
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
}
