import Objects

extension LimitRange: Defaulted, Validated {
  /// What a container range leaves out follows from what it says: limits from the maximum, requests
  /// from the limits, or else from the minimum.
  mutating func setDefaults() {
    for place in spec.limits.indices where spec.limits[place].type == "Container" {
      var item = spec.limits[place]
      for (name, amount) in item.maximum where item.standardLimits[name] == nil {
        item.standardLimits[name] = amount
      }
      for (name, amount) in item.standardLimits where item.defaultRequest[name] == nil {
        item.defaultRequest[name] = amount
      }
      for (name, amount) in item.minimum where item.defaultRequest[name] == nil {
        item.defaultRequest[name] = amount
      }
      spec.limits[place] = item
    }
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    var seen: Set<String> = []
    for (place, item) in spec.limits.enumerated() {
      let path = FieldPath("spec", "limits").index(place)
      if !seen.insert(item.type).inserted {
        problems.append(
          .init(path.member("type"), .duplicate(value: "\"\(item.type)\"")))
      }
      if item.type == "Pod" { problems += Self.unwanted(in: item, at: path) }
      if item.type == "PersistentVolumeClaim", item.minimum["storage"] == nil,
        item.maximum["storage"] == nil
      {
        problems.append(
          .init(
            FieldPath("spec", "limits"),
            .required(
              why: "either minimum or maximum storage value is required, but neither was provided"))
        )
      }
      problems += item.contradictions(at: path)
    }
    return problems
  }

  private static func unwanted(in item: LimitRangeItem, at path: FieldPath) -> [FieldProblem] {
    [("default", item.standardLimits), ("defaultRequest", item.defaultRequest)]
      .filter { !$0.1.isEmpty }
      .map { name, _ in
        .init(
          path.member(name), .forbidden(why: "may not be specified when `type` is 'Pod'"))
      }
  }
}

extension LimitRangeItem {
  /// Every resource this item says something about, in the order of their names.
  public var names: [String] {
    let lists = [maximum, minimum, standardLimits, defaultRequest, maxLimitRequestRatio]
    return Set(lists.flatMap { $0.map(\.name) }).sorted()
  }

  /// Amounts that contradict each other.
  fileprivate func contradictions(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    func compare(
      _ field: String, _ low: ResourceList, _ lowWord: String, _ high: ResourceList,
      _ highWord: String, showsHigher: Bool = false
    ) {
      for name in names {
        guard let less = low[name], let more = high[name], less > more else { continue }
        problems.append(
          .init(
            path.member(field).key(name),
            .invalid(
              value: "\"\((showsHigher ? more : less).text)\"",
              why: "\(lowWord) value \(less.text) is greater than \(highWord) value \(more.text)"))
        )
      }
    }
    compare("min", minimum, "min", maximum, "max")
    compare(
      "defaultRequest", minimum, "min", defaultRequest, "default request", showsHigher: true)
    compare("defaultRequest", defaultRequest, "default request", maximum, "max")
    compare("defaultRequest", defaultRequest, "default request", standardLimits, "default limit")
    compare("default", minimum, "min", standardLimits, "default")
    compare("default", standardLimits, "default", maximum, "max", showsHigher: true)
    return problems
  }
}
