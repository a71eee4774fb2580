import Objects

extension RuntimeClass: Validated {
  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    if handler.isEmpty {
      problems.append(.init(FieldPath("handler"), .required(why: "")))
    } else if let why = NameRules.labelProblem(handler) {
      problems.append(
        .init(FieldPath("handler"), .invalid(value: "\"\(handler)\"", why: why)))
    }
    return problems
  }

  func problems(replacing stored: RuntimeClass) -> [FieldProblem] {
    if handler == stored.handler { return [] }
    return [
      .init(
        FieldPath("handler"), .invalid(value: "\"\(handler)\"", why: "field is immutable"))
    ]
  }
}

extension CSINode: Validated {
  func problems() -> [FieldProblem] { NameRules.problems(metadata, subdomain: true) }
}
