import Descriptions
import Objects

/// Lays a patch over an object the way kustomize does.
///
/// Where `kubectl patch` keeps the order of a list and adds at its end, kustomize puts the items of
/// the patch first. What the API's description does not tell how to merge is replaced.
struct KustomizeMerge {
  /// The object with the patch in it; nil when the patch takes it away.
  static func merge(
    _ patch: APIValue, into document: APIValue
  ) throws(KustomizeProblem) -> APIValue? {
    let type = Schema.current.type(document["kind"]?.string ?? "")
    let isKnown = type != nil && type?.apiVersion == document["apiVersion"]?.string
    // Kinds that nobody described have the usual metadata: there any plain kind will do.
    return try merged(document, patch, isKnown ? type : Schema.current.type("ConfigMap"))
  }

  private enum Directive: String {
    case merge
    case replace
    case delete
  }

  private static func directive(
    _ value: APIValue?
  ) throws(KustomizeProblem) -> Directive {
    guard let word = value?.object?["$patch"] else { return .merge }
    guard let directive = Directive(rawValue: word.scalarText ?? "") else {
      throw .transformer(.unknownDirective(word.scalarText ?? ""))
    }
    return directive
  }

  private static func merged(
    _ present: APIValue?, _ patch: APIValue?, _ type: Schema.Fields?
  ) throws(KustomizeProblem) -> APIValue? {
    guard let patch else { return present }
    if patch == .null { return nil }
    switch patch {
    case .object(var changes):
      let directive = try directive(patch)
      if directive == .delete { return nil }
      changes["$patch"] = nil
      try expect(present, patch)
      let before = directive == .merge ? present?.object : nil
      let merged = try members(before ?? Members(), changes, type)
      // What only takes away makes nothing where nothing was.
      return present == nil && merged.isEmpty && !changes.isEmpty ? nil : .object(merged)
    case .array, .null, .bool, .integer, .number, .string:
      try expect(present, patch)
      return patch
    }
  }

  private static func members(
    _ before: Members, _ changes: Members, _ type: Schema.Fields?
  ) throws(KustomizeProblem) -> Members {
    var result = before
    for (name, change) in changes {
      let field = type?[name]
      if case .array(let items) = change, !laterFields.contains(name),
        let key = field?.patchMergeKey, let field
      {
        try expect(before[name], change)
        result[name] = try list(items, over: before[name]?.array ?? [], key: key, field)
      } else {
        let inner = field.flatMap { field -> Schema.Fields? in
          if case .plain(let name) = field.form { return Schema.current.type(name) }
          return nil
        }
        result[name] = try merged(before[name], change, inner)
      }
    }
    return result
  }

  /// Lists that are younger than the description of the API that kustomize carries, which is that
  /// of Kubernetes 1.21: it replaces them.
  private static let laterFields: Set<String> = [
    "matchConditions", "resourceClaims", "schedulingGates",
  ]

  private static func list(
    _ items: [APIValue], over before: [APIValue], key: String, _ field: Schema.Field
  ) throws(KustomizeProblem) -> APIValue? {
    // `- $patch: replace` or `delete` by itself speaks of the whole list.
    if let mark = items.first(where: { $0["$patch"] != nil && $0.object?.count == 1 }) {
      let rest = items.filter { $0 != mark }
      switch try directive(mark) {
      case .delete: return nil
      case .replace: return .array(rest)
      case .merge: return try list(rest, over: before, key: key, field)
      }
    }
    if key.isEmpty {
      var result: [APIValue] = []
      for item in items + before where !result.contains(item) { result.append(item) }
      return .array(result)
    }
    var keys = [key]
    if case .map(let several) = Schema.current.structure(of: field) { keys = several }
    let type = Schema.current.type(field.form.element)
    let merged = try KeyedLists(items: items, before: before, keys: keys).merged {
      present, change throws(KustomizeProblem) in
      try Self.merged(present, change, type)
    }
    return merged.isEmpty ? nil : .array(merged)
  }

  /// A patch must be of the same kind of value as what it is laid over.
  private static func expect(
    _ present: APIValue?, _ patch: APIValue
  ) throws(KustomizeProblem) {
    guard let present, present != .null, present.nodeName != patch.nodeName else { return }
    throw .transformer(
      .wrongNode(
        expected: present.nodeName, found: patch.nodeName, text: YAML.encode(patch)))
  }
}

/// Two lists whose items are told apart by some of their fields.
private struct KeyedLists {
  var items: [APIValue]
  var before: [APIValue]
  var keys: [String]

  /// What an item has of the keys.
  private func mark(of item: APIValue) -> StringMap {
    StringMap(keys.compactMap { key in item[key]?.scalarText.map { (key, $0) } })
  }

  /// Whether two items could be the same one: what both have of the keys is equal.
  private func overlap(_ one: StringMap, _ other: StringMap) -> Bool {
    keys.allSatisfy { key in one[key] == nil || other[key] == nil || one[key] == other[key] }
  }

  /// The items of the patch in its order, then those it does not speak of. Where one of two equal
  /// items lacks a key that the other has, the later one takes the place of the earlier.
  func merged(
    _ merge: (APIValue?, APIValue?) throws(KustomizeProblem) -> APIValue?
  ) throws(KustomizeProblem) -> [APIValue] {
    var result: [(mark: StringMap, item: APIValue)] = []
    var seen: Set<StringMap> = []
    for item in items + before {
      let mark = mark(of: item)
      if mark.isEmpty {
        result.append((mark, item))
        continue
      }
      guard seen.insert(mark).inserted else {
        // Told apart by two fields, an item moves to where it stood before.
        if mark.count > 1, let place = result.firstIndex(where: { $0.mark == mark }) {
          result.append(result.remove(at: place))
        }
        continue
      }
      let present = before.first { self.mark(of: $0) == mark }
      let change = items.first { self.mark(of: $0) == mark }
      result.removeAll { !$0.mark.isEmpty && overlap($0.mark, mark) }
      if let merged = try merge(present, change), merged.object?.isEmpty != true {
        result.append((mark, merged))
      }
    }
    return result.map(\.item)
  }
}

extension APIValue {
  /// What YAML calls this kind of value.
  fileprivate var nodeName: String {
    switch self {
    case .object: "MappingNode"
    case .array: "SequenceNode"
    case .null, .bool, .integer, .number, .string: "ScalarNode"
    }
  }
}
