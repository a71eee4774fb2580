import Objects

/// Follows the steps of a path through a document.
struct JSONPathWalker {
  let allowsMissing: Bool

  func values(
    of steps: [JSONPath.Step], from start: [APIValue]
  ) throws(JSONPath.Problem) -> [APIValue] {
    var current = start
    for step in steps {
      current = try values(of: step, from: current)
      guard current.count <= JSONPath.mostValues else { throw JSONPath.tooMuch }
    }
    return current
  }

  private func values(
    of step: JSONPath.Step, from values: [APIValue]
  ) throws(JSONPath.Problem) -> [APIValue] {
    switch step {
    case .member(let name): return try members(name, of: values)
    case .wildcard: return values.flatMap(Self.children)
    case .recursive: return values.flatMap(Self.descendants)
    case .slice(let slice): return try items(slice, of: values)
    case .union(let paths):
      var found: [APIValue] = []
      for path in paths {
        found += try self.values(of: path, from: values)
        guard found.count <= JSONPath.mostValues else { throw JSONPath.tooMuch }
      }
      return found
    case .filter(let filter): return try items(filter, of: values)
    case .text(let text): return [.string(text)]
    case .literal(let literal): return values.map { _ in literal }
    case .word("range"), .word("end"): return values
    case .word(let name): throw JSONPath.Problem(message: "unrecognized identifier \(name)")
    }
  }

  private func members(
    _ name: String, of values: [APIValue]
  ) throws(JSONPath.Problem) -> [APIValue] {
    let found = values.compactMap { $0[name] }
    if found.isEmpty, !values.isEmpty, !allowsMissing {
      throw JSONPath.Problem(message: "\(name) is not found")
    }
    return found
  }

  private static func children(of value: APIValue) -> [APIValue] {
    switch value {
    case .array(let items): items
    case .object(let members): members.sorted.map(\.value)
    case .null, .bool, .integer, .number, .string: []
    }
  }

  /// Everything with something in it, itself first.
  private static func descendants(of value: APIValue) -> [APIValue] {
    if case .string(let text) = value { return text.isEmpty ? [] : [value] }
    let children = children(of: value)
    return children.isEmpty ? [] : [value] + children.flatMap(descendants)
  }

  private func items(
    _ slice: JSONPath.Slice, of values: [APIValue]
  ) throws(JSONPath.Problem) -> [APIValue] {
    var found: [APIValue] = []
    for value in values where value != .null {
      guard let items = value.array else {
        throw JSONPath.Problem(message: "\(value.goTypeName) is not array or slice")
      }
      found += try slice.places(in: items.count).map { items[$0] }
    }
    return found
  }

  private func items(
    _ filter: JSONPath.Filter, of values: [APIValue]
  ) throws(JSONPath.Problem) -> [APIValue] {
    var found: [APIValue] = []
    for value in values {
      guard let items = value.array else {
        throw JSONPath.Problem(
          message: "\(value.goValueText) is not array or slice and cannot be filtered")
      }
      for item in items where try holds(filter, for: item) { found.append(item) }
    }
    return found
  }

  private func holds(
    _ filter: JSONPath.Filter, for value: APIValue
  ) throws(JSONPath.Problem) -> Bool {
    guard let op = filter.op else {
      return !((try? values(of: filter.left, from: [value])) ?? []).isEmpty
    }
    let lefts = try values(of: filter.left, from: [value])
    if lefts.isEmpty { return false }
    let rights = try values(of: filter.right, from: [value])
    guard lefts.count == 1, rights.count == 1 else {
      throw JSONPath.Problem(message: "can only compare one element at a time")
    }
    return try Self.compare(lefts[0], op, rights[0])
  }

  private static func compare(
    _ left: APIValue, _ op: String, _ right: APIValue
  ) throws(JSONPath.Problem) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return try isTrue(a, op, b)
    case (.number(let a), .number(let b)): return try isTrue(a, op, b)
    case (.string(let a), .string(let b)):
      return try isTrue(Array(a.utf8).map(Int.init), op, Array(b.utf8).map(Int.init))
    case (.bool(let a), .bool(let b)):
      if op == "==" { return a == b }
      if op == "!=" { return a != b }
      throw JSONPath.Problem(message: "invalid type for comparison")
    default:
      let isSimple = [left, right].allSatisfy { $0.array == nil && $0.object == nil && $0 != .null }
      throw JSONPath.Problem(
        message: isSimple
          ? "incompatible types for comparison" : "invalid type for comparison")
    }
  }

  private static func isTrue<T: Comparable>(
    _ left: T, _ op: String, _ right: T
  ) throws(JSONPath.Problem) -> Bool {
    switch op {
    case "==": return left == right
    case "!=": return left != right
    case "<": return left < right
    case "<=": return left <= right
    case ">": return left > right
    case ">=": return left >= right
    default: throw JSONPath.Problem(message: "unrecognized filter operator \(op)")
    }
  }

  private static func isTrue(
    _ left: [Int], _ op: String, _ right: [Int]
  ) throws(JSONPath.Problem) -> Bool {
    let order =
      left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    return try isTrue(order, op, 0)
  }
}

extension JSONPath.Slice {
  /// The places it takes of so many items.
  func places(in count: Int) throws(JSONPath.Problem) -> [Int] {
    var start = from ?? 0
    if start < 0 { start += count }
    var end = to ?? count
    if end < 0 || (end == 0 && isOneItem) { end += count }
    if start == end { return [] }
    let length = "length \(count)"
    guard (0..<max(count, 0)).contains(start) else {
      throw JSONPath.Problem(message: "array index out of bounds: index \(start), \(length)")
    }
    guard (0...count).contains(end) else {
      throw JSONPath.Problem(message: "array index out of bounds: index \(end - 1), \(length)")
    }
    guard start < end else {
      throw JSONPath.Problem(
        message: "starting index \(start) is greater than ending index \(end)")
    }
    let step = by ?? 1
    guard step > 0 else { throw JSONPath.Problem(message: "step must be > 0") }
    return Array(stride(from: start, to: end, by: step))
  }
}
