extension ControllerRevision {
  /// A kept template, as the patch that would bring it back.
  public static func data(of template: PodTemplate) -> APIValue {
    var value = template.value
    value["$patch"] = "replace"
    return ["spec": ["template": value]]
  }

  /// The kept template; nil when the data is something else.
  public var template: PodTemplate? {
    guard var value = data?.value(at: ["spec", "template"]) else { return nil }
    value["$patch"] = nil
    var problems: [FieldProblem] = []
    let template = PodTemplate(value, at: FieldPath(), problems: &problems)
    return problems.isEmpty ? template : nil
  }

  public func keeps(_ template: PodTemplate) -> Bool { data == Self.data(of: template) }

  /// Lower revisions first; those of one number in the order of their age.
  public static func isOlder(_ left: ControllerRevision, _ right: ControllerRevision) -> Bool {
    if left.revision != right.revision { return left.revision < right.revision }
    let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let before = created.0, let after = created.1, before != after { return before < after }
    return left.metadata.name < right.metadata.name
  }
}
