import Descriptions
import Objects

/// Merges documents by the API's rules: objects field by field, lists by their merge keys, and as
/// the directives in a patch say: `$patch`, `$retainKeys`, `$setElementOrder/LIST` and
/// `$deleteFromPrimitiveList/LIST`.
public enum StrategicMerge {
  /// Why a patch cannot be carried out, in the API machinery's words.
  public enum Problem: Error, Equatable, Sendable {
    case badFormat(of: String)
    case unknownDirective(String, item: APIValue)
    case noMergeKey(String, item: APIValue)

    public var message: String {
      switch self {
      case .badFormat(let name): "invalid patch format of \(name)"
      case .unknownDirective(let word, let item):
        "unknown patch type: \(word) in map: \(item.goMap)"
      case .noMergeKey(let key, let item):
        "map: \(item.goMap) does not contain declared merge key: \(key)"
      }
    }

    /// Whether the server says that the request is bad, and not merely that it failed.
    public var isBadRequest: Bool {
      if case .badFormat = self { true } else { false }
    }
  }

  /// `current` with `patch` put in; null removes. `kind` names the type the document has.
  public static func patch(
    _ patch: APIValue, onto current: APIValue, kind: String
  ) throws(Problem) -> APIValue {
    try value(patch, into: current, type: Schema.current.type(kind), removing: nil)
  }

  /// As ``patch(_:onto:kind:)``; what cannot be carried out changes nothing.
  public static func merge(_ patch: APIValue, into current: APIValue, kind: String) -> APIValue {
    (try? self.patch(patch, onto: current, kind: kind)) ?? current
  }

  /// What apply makes of `current`: everything in `wanted` is set, and what was in `last`, the
  /// manifest applied before, but no longer is in `wanted`, is taken away.
  public static func apply(
    _ wanted: APIValue, last: APIValue?, to current: APIValue, kind: String
  ) -> APIValue {
    let type = Schema.current.type(kind)
    let before = last ?? .object(Members())
    return (try? value(wanted, into: current, type: type, removing: before)) ?? current
  }

  /// `last` is nil for a patch, which only takes away what it says.
  static func value(
    _ patch: APIValue, into current: APIValue, type: Schema.Fields?, removing last: APIValue?
  ) throws(Problem) -> APIValue {
    guard case .object(let changes) = patch else { return patch }
    guard case .object(let stored) = current else { return .object(stripped(changes)) }
    switch changes["$patch"]?.string {
    case "replace": return .object(stripped(changes))
    case "delete": return .object(Members())
    case let word?: throw .unknownDirective(word, item: patch)
    case nil: break
    }
    var result = try retained(stored, changes)
    for (name, _) in last?.object ?? Members() where changes[name] == nil { result[name] = nil }
    try StrategicListMerge.removeValues(changes, from: &result)
    for (name, change) in changes where !name.hasPrefix("$") {
      let order = changes["$setElementOrder/\(name)"]?.array
      result[name] = try merged(
        change, result[name], type?[name], order: order, removing: last.map { $0[name] })
    }
    for (directive, order) in changes where directive.hasPrefix("$setElementOrder/") {
      let name = String(directive.dropFirst("$setElementOrder/".count))
      guard changes[name] == nil, let items = result[name]?.array else { continue }
      let key = type?[name]?.patchMergeKey ?? ""
      result[name] = .array(
        StrategicListMerge(key: key).arranged(items, like: order.array ?? [], before: items))
    }
    return .object(result)
  }

  /// The fields that `$retainKeys` lets stay; all of them without it.
  private static func retained(
    _ stored: Members, _ changes: Members
  ) throws(Problem) -> Members {
    guard let directive = changes["$retainKeys"] else { return stored }
    guard let keys = directive.array?.compactMap(\.string) else {
      throw .badFormat(of: "retainKeys")
    }
    for (name, _) in changes where !name.hasPrefix("$") && !keys.contains(name) {
      throw .badFormat(of: "retainKeys")
    }
    return Members(stored.filter { keys.contains($0.name) }.map { ($0.name, $0.value) })
  }

  private static func merged(
    _ change: APIValue, _ before: APIValue?, _ field: Schema.Field?, order: [APIValue]?,
    removing last: APIValue??
  ) throws(Problem) -> APIValue? {
    if change == .null { return nil }
    guard let before else { return fresh(change) }
    switch change {
    case .object:
      if field?.patchReplaces ?? false { return fresh(change) }
      let inner = field.flatMap { Schema.current.type($0.form.element) }
      let own = last.map { $0 ?? .object(Members()) }
      let result = try value(change, into: before, type: inner, removing: own)
      let retains = last != nil && field?.patchRetainsKeys ?? false
      return retains ? result.retaining(change, changedFrom: before) : result
    case .array(let items):
      guard let field, let key = field.patchMergeKey, let stored = before.array else {
        return fresh(change)
      }
      let earlier = last.map { $0?.array ?? [] }
      let list = StrategicListMerge(
        key: key, type: Schema.current.type(field.form.element),
        retainsKeys: field.patchRetainsKeys)
      return .array(try list.merged(items, stored, order: order, removing: earlier))
    case .null, .bool, .integer, .number, .string: return change
    }
  }

  /// A new value without the marks of a patch in it.
  static func fresh(_ value: APIValue) -> APIValue {
    switch value {
    case .object(let members): .object(stripped(members))
    case .array(let items): .array(items.filter { $0["$patch"] == nil }.map(fresh))
    case .null, .bool, .integer, .number, .string: value
    }
  }

  private static func stripped(_ members: Members) -> Members {
    var result = Members()
    for (name, value) in members where !name.hasPrefix("$") && value != .null {
      result[name] = fresh(value)
    }
    return result
  }
}

extension APIValue {
  /// Apply keeps of an object that is one of several alternatives only what is wanted, once
  /// anything in it changes.
  func retaining(_ wanted: APIValue, changedFrom before: APIValue) -> APIValue {
    guard self != before, var members = object else { return self }
    for name in members.names where wanted[name] == nil { members[name] = nil }
    return .object(members)
  }

  /// As Go prints a map: `map[image:y name:[a b]]`.
  fileprivate var goMap: String {
    switch self {
    case .null: return "<nil>"
    case .bool(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .number(let number): return "\(number)"
    case .string(let text): return text
    case .array(let items): return "[" + items.map(\.goMap).joined(separator: " ") + "]"
    case .object(let members):
      return "map["
        + members.sorted.map { "\($0.name):\($0.value.goMap)" }.joined(separator: " ") + "]"
    }
  }
}
