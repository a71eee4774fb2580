import Objects

/// Follows the steps of a path through a document.
struct JSONPathWalker {
  let root: APIValue

  func values(of steps: [JSONPath.Step], from start: [APIValue]) -> [APIValue] {
    var current = start
    for step in steps {
      current = current.flatMap { values(of: step, from: $0) }
      if current.isEmpty { break }
    }
    return current
  }

  private func values(of step: JSONPath.Step, from value: APIValue) -> [APIValue] {
    switch step {
    case .root: return [root]
    case .member(let name): return members(name, of: value)
    case .wildcard: return children(of: value)
    case .recursive: return [value] + children(of: value).flatMap { values(of: step, from: $0) }
    case .index(let position):
      guard let items = value.array else { return [] }
      let place = position < 0 ? items.count + position : position
      return items.indices.contains(place) ? [items[place]] : []
    case .slice(let from, let to, let by): return slice(value.array ?? [], from, to, by)
    case .union(let paths): return paths.flatMap { values(of: $0, from: [value]) }
    case .filter(let filter): return children(of: value).filter { holds(filter, for: $0) }
    }
  }

  private func members(_ name: String, of value: APIValue) -> [APIValue] {
    value[name].map { [$0] } ?? []
  }

  private func children(of value: APIValue) -> [APIValue] {
    switch value {
    case .array(let items): items
    case .object(let members): members.sorted.map(\.value)
    case .null, .bool, .integer, .number, .string: []
    }
  }

  private func slice(_ items: [APIValue], _ from: Int?, _ to: Int?, _ by: Int) -> [APIValue] {
    guard by > 0 else { return [] }
    func place(_ position: Int) -> Int {
      min(max(position < 0 ? items.count + position : position, 0), items.count)
    }
    let start = place(from ?? 0)
    let end = place(to ?? items.count)
    return start < end ? stride(from: start, to: end, by: by).map { items[$0] } : []
  }

  private func holds(_ filter: JSONPath.Filter, for value: APIValue) -> Bool {
    let left = side(filter.left, for: value)
    guard let op = filter.op, let wanted = filter.right else { return !left.isEmpty }
    guard let found = left.first, let right = side(wanted, for: value).first else { return false }
    if let a = number(found), let b = number(right) { return compare(a, b, op) }
    return compare(JSONPath.printed(found), JSONPath.printed(right), op)
  }

  private func side(_ side: JSONPath.Filter.Side, for value: APIValue) -> [APIValue] {
    switch side {
    case .literal(let literal): [literal]
    case .path(let steps): values(of: steps, from: [value])
    }
  }

  private func number(_ value: APIValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }

  private func compare<T: Comparable>(_ left: T, _ right: T, _ op: String) -> Bool {
    switch op {
    case "==": left == right
    case "!=": left != right
    case "<": left < right
    case "<=": left <= right
    case ">": left > right
    default: left >= right
    }
  }
}
