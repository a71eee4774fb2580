import Objects

/// A value that is copied from one object into others.
struct ReplacementRule: Sendable {
  struct Options: Sendable {
    var delimiter = ""
    var index = 0
    var creates = false

    init(_ value: APIValue?) {
      delimiter = value?["delimiter"]?.string ?? ""
      index = Int(value?["index"]?.integer ?? 0)
      creates = value?["create"]?.bool ?? false
    }
  }

  struct Target: Sendable {
    var select: KustomizeSelector
    var reject: [KustomizeSelector]
    var fields: [String]
    var options: Options
  }

  var source: KustomizeSelector
  var field: String
  var sourceOptions: Options
  var targets: [Target] = []

  init(_ value: APIValue) throws(KustomizeProblem) {
    guard let from = value["source"], from.object != nil, let targets = value["targets"]?.array
    else { throw .replacement(.incomplete) }
    source = KustomizeSelector(from)
    let path = from["fieldPath"]?.string ?? ""
    field = path.isEmpty ? "metadata.name" : path
    sourceOptions = Options(from["options"])
    for target in targets {
      guard let select = target["select"] else { throw .replacement(.nothingSelected) }
      let fields = (target["fieldPaths"]?.array ?? []).compactMap(\.string)
      self.targets.append(
        Target(
          select: KustomizeSelector(select),
          reject: (target["reject"]?.array ?? []).map(KustomizeSelector.init),
          fields: fields.isEmpty ? ["metadata.name"] : fields, options: Options(target["options"])))
    }
  }
}

extension KustomizeObjects {
  mutating func replace(_ rule: ReplacementRule) throws(KustomizeProblem) {
    let found = all.filter { $0.everyIdentity.contains(where: rule.source.isExactly) }
    guard let source = found.first else { throw .replacement(.noSource(rule.source.text)) }
    if found.count > 1 { throw .replacement(.severalSources(rule.source.text)) }
    let path = DottedPath(rule.field)
    guard let whole = path.first(in: source.document), whole != .null else {
      throw .replacement(.noSourceField(rule.field, source: rule.source.text))
    }
    let value = try Self.refined(whole, rule.sourceOptions)
    for target in rule.targets {
      for place in all.indices where target.picks(all[place]) {
        try Self.put(value, into: &all[place].document, target)
      }
    }
  }

  private static func refined(
    _ value: APIValue, _ options: ReplacementRule.Options
  ) throws(KustomizeProblem) -> APIValue {
    guard !options.delimiter.isEmpty else { return value }
    guard let text = value.scalarText else { throw .replacement(.notScalar) }
    let parts = text.split(separator: options.delimiter, omittingEmptySubsequences: false)
    guard parts.indices.contains(options.index) else {
      throw .replacement(.outOfBounds(options.index, value: text))
    }
    return .string(String(parts[options.index]))
  }

  private static func put(
    _ value: APIValue, into document: inout APIValue, _ target: ReplacementRule.Target
  ) throws(KustomizeProblem) {
    for field in target.fields {
      let isCreated = target.options.creates
      let empty: APIValue? =
        switch value {
        case .object: isCreated ? .object(Members()) : nil
        case .array: isCreated ? .array([]) : nil
        case .null, .bool, .integer, .number, .string: isCreated ? .null : nil
        }
      let count = try DottedPath(field).change(&document, making: empty) {
        present throws(KustomizeProblem) in
        try replaced(present, by: value, target.options)
      }
      if count == 0 { throw .replacement(.noTargetField(field, isCreated: isCreated)) }
    }
  }

  private static func replaced(
    _ present: APIValue, by value: APIValue, _ options: ReplacementRule.Options
  ) throws(KustomizeProblem) -> APIValue {
    guard let old = present.scalarText else {
      if !options.delimiter.isEmpty { throw .replacement(.notScalar) }
      return value
    }
    guard var text = value.scalarText else { return value }
    if !options.delimiter.isEmpty {
      var parts = old.split(separator: options.delimiter, omittingEmptySubsequences: false)
        .map(String.init)
      if options.index < 0 {
        parts.insert(text, at: 0)
      } else if options.index >= parts.count {
        parts.append(text)
      } else {
        parts[options.index] = text
      }
      text = parts.joined(separator: options.delimiter)
    }
    // A text stays a text, whatever is written into it; other values are read anew.
    return present.string == nil ? ScalarText.value(of: text) : .string(text)
  }
}

extension ReplacementRule.Target {
  fileprivate func picks(_ object: KustomizeObject) -> Bool {
    func fits(_ selector: KustomizeSelector) -> Bool {
      object.everyIdentity.contains(where: selector.isExactly)
    }
    return fits(select) && select.acceptsMarks(of: object)
      && !reject.contains { fits($0) && $0.acceptsMarks(of: object) }
  }
}
