extension CheckText {
  /// The text with what is remembered in place of `$NAME`.
  func filled(_ remembered: [RememberedValue]) -> CheckText {
    guard text.contains("$") else { return self }
    return CheckText(
      filled { name in
        remembered.first { $0.name == name }?.values.joined(separator: " ")
      })
  }
}

extension Check {
  func filled(_ remembered: [RememberedValue]) -> Check {
    guard !remembered.isEmpty else { return self }
    var check = self
    check.target = target.filled(remembered)
    switch predicate {
    case .exists: break
    case .count(let path, let comparison, let value):
      check.predicate = .count(path: path, comparison, value.filled(remembered))
    case .compares(let path, let comparison, let value):
      check.predicate = .compares(path: path, comparison, value.filled(remembered))
    case .prints(let text): check.predicate = .prints(text.filled(remembered))
    case .matches(let path, let text):
      // What is remembered is meant as it stands, not as a pattern.
      let quoted = remembered.map { entry in
        RememberedValue(name: entry.name, values: entry.values.map(Self.quotedPattern))
      }
      check.predicate = .matches(path: path, text.filled(quoted))
    }
    return check
  }

  private static func quotedPattern(_ text: String) -> String {
    text.reduce(into: "") { pattern, character in
      if "\\^$.|?*+()[]{}".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }
}

extension CheckValue {
  func filled(_ remembered: [RememberedValue]) -> CheckValue {
    switch self {
    case .text(let text):
      // Several remembered values are a list.
      if let name = text.wholeVariable, let entry = remembered.first(where: { $0.name == name }),
        entry.values.count != 1
      {
        return .list(entry.values.map { .text(CheckText($0)) }, inOrder: false)
      }
      return .text(text.filled(remembered))
    case .found(let probe): return .found(probe.filled(remembered))
    case .list(let items, let inOrder):
      return .list(items.map { $0.filled(remembered) }, inOrder: inOrder)
    case .truth: return .truth
    }
  }
}

extension Probe {
  func filled(_ remembered: [RememberedValue]) -> Probe {
    switch self {
    case .path(let target, let path): .path(target.filled(remembered), path)
    case .count(let target, let path): .count(target.filled(remembered), path: path)
    case .history(let target, let path): .history(target.filled(remembered), path)
    case .output(let target): .output(target.filled(remembered))
    }
  }
}

extension CheckTarget {
  func filled(_ remembered: [RememberedValue]) -> CheckTarget {
    switch self {
    case .objects(let query): return .objects(query.filled(remembered))
    case .exec(let words): return .exec(words.map { $0.filled(remembered) })
    case .logs(let words): return .logs(words.map { $0.filled(remembered) })
    case .events(var query):
      query.reason = query.reason?.filled(remembered)
      query.type = query.type?.filled(remembered)
      query.namespace = query.namespace?.filled(remembered)
      query.about = query.about?.filled(remembered)
      return .events(query)
    case .answer: return .answer
    case .report(var name):
      name.subject = name.subject?.filled(remembered)
      name.namespace = name.namespace?.filled(remembered)
      return .report(name)
    }
  }
}

extension ObjectQuery {
  func filled(_ remembered: [RememberedValue]) -> ObjectQuery {
    var query = self
    query.name = name?.filled(remembered)
    query.selector = selector?.filled(remembered)
    query.namespace = namespace?.filled(remembered)
    return query
  }
}
