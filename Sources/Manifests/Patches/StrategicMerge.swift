import Descriptions
import Objects

/// Merges documents by the API's rules: objects field by field, lists by their merge keys.
public enum StrategicMerge {
  /// `current` with `patch` put in; null removes. `kind` names the type the document has.
  public static func merge(_ patch: APIValue, into current: APIValue, kind: String) -> APIValue {
    Merger(isApply: false)
      .value(patch, into: current, type: Schema.current.type(kind), removing: nil)
  }

  /// What apply makes of `current`: everything in `wanted` is set, and what was in `last`, the
  /// manifest applied before, but no longer is in `wanted`, is taken away.
  public static func apply(
    _ wanted: APIValue, last: APIValue?, to current: APIValue, kind: String
  ) -> APIValue {
    Merger(isApply: true)
      .value(wanted, into: current, type: Schema.current.type(kind), removing: last)
  }
}

private struct Merger {
  /// Apply itself says which members stay, where the schema wants it said; a patch has to write
  /// it down under `$retainKeys`.
  let isApply: Bool

  func value(
    _ patch: APIValue, into current: APIValue, type: Schema.Fields?, removing last: APIValue?,
    retainsKeys: Bool = false
  ) -> APIValue {
    guard case .object(let changes) = patch else { return patch }
    guard case .object(let stored) = current else { return .object(Self.stripped(changes)) }
    if changes["$patch"]?.string == "replace" { return .object(Self.stripped(changes)) }
    var result = stored
    for (name, _) in last?.object ?? Members() where changes[name] == nil { result[name] = nil }
    obeyMarks(of: changes, in: &result)
    for (name, change) in changes where !name.hasPrefix("$") {
      if change == .null {
        result[name] = nil
        continue
      }
      let field = type?[name]
      guard let before = result[name] else {
        result[name] = Self.fresh(change)
        continue
      }
      result[name] = merged(change, before, field, removing: last?[name])
    }
    // Whoever changes the strategy of a Deployment lets go of what the other one needed.
    if isApply, retainsKeys, result != stored {
      for (name, _) in stored where changes[name] == nil { result[name] = nil }
    }
    return .object(result)
  }

  /// `$retainKeys` names the members that may stay, `$deleteFromPrimitiveList/NAME` the items of a
  /// list that go.
  private func obeyMarks(of changes: Members, in result: inout Members) {
    if let kept = changes["$retainKeys"]?.array {
      for (name, _) in result where !kept.contains(.string(name)) { result[name] = nil }
    }
    let deletion = "$deleteFromPrimitiveList/"
    for (mark, items) in changes where mark.hasPrefix(deletion) {
      let name = String(mark.dropFirst(deletion.count))
      guard let before = result[name]?.array else { continue }
      result[name] = .array(before.filter { !(items.array ?? []).contains($0) })
    }
  }

  private func merged(
    _ change: APIValue, _ before: APIValue, _ field: Schema.Field?, removing last: APIValue?
  ) -> APIValue {
    switch change {
    case .object:
      if field?.patchReplaces == true { return Self.fresh(change) }
      let inner = field.flatMap { Schema.current.type($0.form.element) }
      return value(
        change, into: before, type: inner, removing: last,
        retainsKeys: field?.patchRetainsKeys ?? false)
    case .array(let items):
      guard let field, let key = field.patchMergeKey else { return change }
      if key.isEmpty { return Self.union(items, before.array ?? [], removing: last?.array ?? []) }
      return list(items, before.array ?? [], key: key, field, removing: last?.array ?? [])
    case .null, .bool, .integer, .number, .string: return change
    }
  }

  /// Items in the order of the patch, then those it does not speak of.
  private func list(
    _ items: [APIValue], _ before: [APIValue], key: String, _ field: Schema.Field,
    removing last: [APIValue]
  ) -> APIValue {
    if items.contains(where: { $0["$patch"]?.string == "replace" }) {
      return .array(items.filter { $0["$patch"] == nil }.map(Self.fresh))
    }
    let type = Schema.current.type(field.form.element)
    var result: [APIValue] = []
    for item in items where item["$patch"]?.string != "delete" {
      let stored = before.first { $0[key] == item[key] }
      let earlier = last.first { $0[key] == item[key] }
      let merged = stored.map {
        value(
          item, into: $0, type: type, removing: earlier, retainsKeys: field.patchRetainsKeys)
      }
      result.append(merged ?? Self.fresh(item))
    }
    for stored in before {
      let isNamed = items.contains { $0[key] == stored[key] }
      let wasApplied = last.contains { $0[key] == stored[key] }
      if !isNamed, !wasApplied { result.append(stored) }
    }
    return .array(result)
  }

  private static func union(
    _ items: [APIValue], _ before: [APIValue], removing last: [APIValue]
  ) -> APIValue {
    let kept = before.filter { items.contains($0) || !last.contains($0) }
    return .array(kept + items.filter { !kept.contains($0) })
  }

  /// A new value without the marks of a patch in it.
  private static func fresh(_ value: APIValue) -> APIValue {
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
