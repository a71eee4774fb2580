import Objects

extension Comparison {
  /// Whether `found` compares as wanted with `wanted`. Numbers and quantities compare by value,
  /// `[a, b]` as sets; a field that is left out counts as 0 against a number.
  func holds(_ found: [APIValue], _ wanted: String) -> Bool {
    if wanted.hasPrefix("["), wanted.hasSuffix("]") {
      let items = wanted.dropFirst().dropLast().split(separator: ",").map {
        String($0).trimmingSpaces
      }
      let same = Set(found.flatMap(Self.texts)) == Set(items)
      return self == .equal ? same : self == .notEqual && !same
    }
    let texts = found.flatMap(Self.texts)
    if texts.isEmpty {
      if let number = Quantity(wanted) { return compare(Quantity.zero, number) }
      return self == .notEqual ? !wanted.isEmpty : self == .equal && wanted.isEmpty
    }
    return texts.allSatisfy { holds($0, wanted) }
  }

  private func holds(_ found: String, _ wanted: String) -> Bool {
    if let left = Quantity(found), let right = Quantity(wanted) { return compare(left, right) }
    return compare(found, wanted)
  }

  func compare<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// Scalars as they are written; the items of a list one by one.
  static func texts(_ value: APIValue) -> [String] {
    switch value {
    case .null: []
    case .bool(let flag): [flag ? "true" : "false"]
    case .integer(let number): ["\(number)"]
    case .number(let number): ["\(number)"]
    case .string(let text): [text]
    case .array(let items): items.flatMap(texts)
    case .object(let members): members.sorted.flatMap { texts($0.value) }
    }
  }
}
