import Objects

extension Toleration {
  /// What is wrong with what a pod says it puts up with.
  func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = key.isEmpty ? [] : NameRules.keyProblems(key, at: path.member("key"))
    func invalid(_ name: String, _ text: String?, _ why: String) {
      problems.append(
        .init(path.member(name), .invalid(value: "\"\(text ?? "")\"", why: why)))
    }
    if key.isEmpty, op != .exists {
      invalid(
        "operator", op?.rawValue,
        "operator must be Exists when `key` is empty, which means \"match all values and all keys\""
      )
    }
    if tolerationSeconds != nil, effect != .noExecute {
      invalid(
        "effect", effect?.rawValue, "effect must be 'NoExecute' when `tolerationSeconds` is set")
    }
    let value = value ?? ""
    switch op ?? .equal {
    case .equal:
      let whys = NameRules.valueProblems(value)
      if !whys.isEmpty { invalid("operator", value, whys.joined(separator: ";")) }
    case .exists:
      if !value.isEmpty {
        invalid("operator", value, "value must be empty when `operator` is 'Exists'")
      }
    case .lt, .gt: break
    }
    return problems
  }
}
