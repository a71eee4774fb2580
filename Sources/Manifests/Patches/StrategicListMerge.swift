import Descriptions
import Objects

/// Merges two lists whose items are told apart by a key, or are plain values and each there once.
struct StrategicListMerge {
  /// Empty for plain values.
  let key: String
  var type: Schema.Fields?
  /// Whether apply keeps of an item that it changes only what is wanted.
  var retainsKeys = false

  /// `items` of a patch put into those that are there. `order` is what `$setElementOrder` says;
  /// `last` is what apply put there before, nil for a patch.
  func merged(
    _ items: [APIValue], _ before: [APIValue], order: [APIValue]?, removing last: [APIValue]?
  ) throws(StrategicMerge.Problem) -> [APIValue] {
    if key.isEmpty { return values(items, before, order: order, removing: last ?? []) }
    var wanted: [APIValue] = []
    var removed = last ?? []
    var replaces = false
    for item in items {
      switch item["$patch"]?.string {
      case nil:
        guard item[key] != nil else { throw .noMergeKey(key, item: item) }
        wanted.append(item)
      case "replace": replaces = true
      case "delete":
        guard item[key] != nil else { throw .noMergeKey(key, item: item) }
        removed.append(item)
      case let word?: throw .unknownDirective(word, item: item)
      }
    }
    if replaces { return wanted.map(StrategicMerge.fresh) }
    var result: [APIValue] = []
    for stored in before {
      if let change = wanted.first(where: { $0[key] == stored[key] }) {
        let earlier = last.map { last in
          last.first { $0[key] == stored[key] } ?? .object(Members())
        }
        let item = try StrategicMerge.value(change, into: stored, type: type, removing: earlier)
        let retains = retainsKeys && last != nil
        result.append(retains ? item.retaining(change, changedFrom: stored) : item)
      } else if !removed.contains(where: { $0[key] == stored[key] }) {
        result.append(stored)
      }
    }
    for item in wanted where !before.contains(where: { $0[key] == item[key] }) {
      result.append(StrategicMerge.fresh(item))
    }
    return arranged(result, like: order ?? wanted, before: before)
  }

  private func values(
    _ items: [APIValue], _ before: [APIValue], order: [APIValue]?, removing last: [APIValue]
  ) -> [APIValue] {
    var result = before.filter { items.contains($0) || !last.contains($0) }
    for item in items where !result.contains(item) { result.append(item) }
    return arranged(result, like: order ?? items, before: before)
  }

  /// What tells an item from the others.
  private func name(_ item: APIValue) -> APIValue? { key.isEmpty ? item : item[key] }

  /// The items that `order` speaks of in that order, and among them the others: each before the
  /// first that comes after it in `before`.
  func arranged(
    _ items: [APIValue], like order: [APIValue], before: [APIValue]
  ) -> [APIValue] {
    let names = order.map(name)
    let places = before.map(name)
    var spoken = items.filter { names.contains(name($0)) }[...]
    var others = items.filter { !names.contains(name($0)) }[...]
    spoken =
      spoken.enumerated().sorted { left, right in
        let first = names.firstIndex(of: name(left.element)) ?? 0
        let second = names.firstIndex(of: name(right.element)) ?? 0
        return (first, left.offset) < (second, right.offset)
      }.map(\.element)[...]
    var result: [APIValue] = []
    while let own = spoken.first, let other = others.first {
      let ownPlace = places.firstIndex(of: name(own))
      let otherPlace = places.firstIndex(of: name(other))
      if let ownPlace, let otherPlace, otherPlace < ownPlace {
        result.append(others.removeFirst())
      } else {
        result.append(spoken.removeFirst())
      }
    }
    return result + spoken + others
  }

  /// Takes the values out of lists that `$deleteFromPrimitiveList` names.
  static func removeValues(
    _ changes: Members, from result: inout Members
  ) throws(StrategicMerge.Problem) {
    let start = "$deleteFromPrimitiveList/"
    for (directive, values) in changes where directive.hasPrefix(start) {
      guard let values = values.array else { throw .badFormat(of: "primitive list") }
      let name = String(directive.dropFirst(start.count))
      guard let items = result[name]?.array else { continue }
      result[name] = .array(items.filter { !values.contains($0) })
    }
  }
}
