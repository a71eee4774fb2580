import Objects

/// What a check compares with, looked up.
enum Wanted: Equatable {
  case text(String)
  case list([String], inOrder: Bool)

  /// What is found compares as wanted: every value of it, or at least one.
  enum Share {
    case every
    case some
  }

  func holds(_ comparison: Comparison, _ found: [APIValue], _ share: Share) -> Bool {
    let texts = found.flatMap(\.scalarTexts)
    switch self {
    case .list(let items, let inOrder): return holds(comparison, texts, items, inOrder)
    case .text(let wanted):
      if texts.isEmpty { return holdsForNothing(comparison, wanted) }
      return share == .every
        ? texts.allSatisfy { comparison.holds($0, wanted) }
        : texts.contains { comparison.holds($0, wanted) }
    }
  }

  private func holds(
    _ comparison: Comparison, _ texts: [String], _ items: [String], _ inOrder: Bool
  ) -> Bool {
    func areSame(_ left: [String], _ right: [String]) -> Bool {
      inOrder
        ? left.count == right.count
          && zip(left, right).allSatisfy { Comparison.equal.holds($0, $1) }
        : left.allSatisfy { item in right.contains { Comparison.equal.holds(item, $0) } }
          && right.allSatisfy { item in left.contains { Comparison.equal.holds(item, $0) } }
    }
    switch comparison {
    case .equal: return areSame(texts, items)
    case .notEqual: return !areSame(texts, items)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return !texts.isEmpty && !items.isEmpty
        && texts.allSatisfy { text in items.allSatisfy { comparison.holds(text, $0) } }
    }
  }

  /// A field that is left out is 0 beside a number, false beside a truth value, and no text.
  private func holdsForNothing(_ comparison: Comparison, _ wanted: String) -> Bool {
    if let number = Quantity(wanted) { return comparison.compare(Quantity.zero, number) }
    if wanted == "true" || wanted == "false" { return comparison.holds("false", wanted) }
    switch comparison {
    case .equal: return wanted.isEmpty
    case .notEqual: return !wanted.isEmpty
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return false
    }
  }

  var text: String {
    switch self {
    case .text(let text): text.isEmpty ? "nothing" : text
    case .list(let items, let inOrder):
      "[" + items.joined(separator: ", ") + "]" + (inOrder ? " in this order" : "")
    }
  }
}

extension APIValue {
  /// Scalars as they are written; the items of a list one by one.
  var scalarTexts: [String] {
    switch self {
    case .null: []
    case .bool(let flag): [flag ? "true" : "false"]
    case .integer(let number): ["\(number)"]
    case .number(let number): ["\(number)"]
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.scalarTexts)
    case .object(let members): members.sorted.flatMap { $0.value.scalarTexts }
    }
  }
}
