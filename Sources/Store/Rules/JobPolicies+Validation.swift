import Objects

extension PodFailureRule {
  /// `countsByIndex` tells whether indexes can fail one by one.
  func problems(
    at path: FieldPath, containers: [String], countsByIndex: Bool
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if action == .failIndex, !countsByIndex {
      problems.append(
        .init(
          path.member("action"),
          .invalid(
            value: "\"FailIndex\"", why: "requires the backoffLimitPerIndex to be set")))
    }
    if let onExitCodes {
      problems += onExitCodes.problems(at: path.member("onExitCodes"), containers: containers)
    }
    for (number, pattern) in onPodConditions.enumerated() where pattern.type.isEmpty {
      let place = path.member("onPodConditions").index(number).member("type")
      problems.append(
        .init(
          place,
          .invalid(value: "\"\"", why: "name part must be non-empty")))
    }
    switch (onExitCodes != nil, !onPodConditions.isEmpty) {
    case (true, true):
      problems.append(
        .init(
          path,
          .invalid(
            value: GoText.of(value),
            why: "specifying both OnExitCodes and OnPodConditions is not supported")))
    case (false, false):
      problems.append(
        .init(
          path,
          .invalid(
            value: GoText.of(value),
            why: "specifying one of OnExitCodes and OnPodConditions is required")))
    case (true, false), (false, true): break
    }
    return problems
  }
}

extension ExitCodeRequirement {
  func problems(at path: FieldPath, containers: [String]) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let place = path.member("values")
    if values.isEmpty {
      problems.append(.init(place, .invalid(value: "[]", why: "at least one value is required")))
    }
    var seen: Set<Int> = []
    for (number, code) in values.enumerated() {
      if comparison == .isIn, code == 0 {
        problems.append(
          .init(
            place.index(number),
            .invalid(value: "0", why: "must not be 0 for the In operator")))
      }
      if !seen.insert(code).inserted {
        problems.append(.init(place.index(number), .duplicate(value: "\(code)")))
      }
    }
    if values != values.sorted() {
      problems.append(
        .init(place, .invalid(value: GoText.of(values.value), why: "must be ordered")))
    }
    if let name = containerName, !containers.contains(name) {
      problems.append(
        .init(
          path.member("containerName"),
          .invalid(
            value: "\"\(name)\"",
            why: "must be one of the container or initContainer names in the pod template")))
    }
    return problems
  }
}

extension SuccessPolicy {
  func problems(at path: FieldPath, isIndexed: Bool, completions: Int) -> [FieldProblem] {
    if !isIndexed {
      return [
        .init(
          path,
          .invalid(value: GoText.of(value), why: "requires indexed completion mode"))
      ]
    }
    let place = path.member("rules")
    if rules.isEmpty {
      return [.init(place, .required(why: "at least one rules must be specified"))]
    }
    return rules.enumerated().flatMap { number, rule in
      rule.problems(at: place.index(number), completions: completions)
    }
  }
}

extension SuccessRule {
  func problems(at path: FieldPath, completions: Int) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if succeededCount == nil, succeededIndexes == nil {
      problems.append(
        .init(
          path,
          .required(
            why: "at least one of succeededCount or succeededIndexes must be specified")))
    }
    var size: Int?
    if let text = succeededIndexes {
      size = Self.size(of: text, completions)
      if size == nil {
        problems.append(
          .init(
            path.member("succeededIndexes"),
            .invalid(
              value: "\"\(text)\"",
              why: "error parsing succeededIndexes: cannot convert the indexes below "
                + "\(completions)")))
      }
    }
    if let count = succeededCount, count < 0 || count > size ?? completions {
      let why =
        count < 0
        ? "must be greater than or equal to 0"
        : "must be less than or equal to \(size ?? completions) (the number of "
          + (size == nil
            ? "specified completions)"
            : "indexes in the specified "
              + "succeededIndexes field)")
      problems.append(
        .init(path.member("succeededCount"), .invalid(value: "\(count)", why: why)))
    }
    return problems
  }

  /// How many indexes a text such as `0,2-4` names; nil when it cannot be read, is not in order or
  /// goes beyond the completions.
  private static func size(of text: String, _ completions: Int) -> Int? {
    if text.isEmpty { return 0 }
    var next = 0
    var size = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first >= next, last >= first, last < completions
      else { return nil }
      size += last - first + 1
      next = last + 1
    }
    return size
  }
}
