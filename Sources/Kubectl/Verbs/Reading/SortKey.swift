import Engine
import Manifests
import Objects

/// The field that `--sort-by` names.
struct SortKey: Sendable {
  private let text: String
  private let path: JSONPath

  init(_ text: String) throws(UsageError) {
    do throws(JSONPath.Problem) {
      self.text = try JSONPath.strict(text)
      path = try JSONPath(self.text)
    } catch {
      throw .error(error.message)
    }
  }

  /// The objects in the order of the field. Those without it come first, each before the one
  /// that was found earlier, since none of them is more than another.
  func sorted(_ objects: [any APIObject]) throws(Failure) -> [any APIObject] {
    let keyed = objects.map { (object: $0, key: path.values(in: $0.document).first) }
    if !objects.isEmpty, keyed.allSatisfy({ $0.key == nil }) {
      throw .error("couldn't find any field with path \"\(text)\" in the list of objects")
    }
    return GoSort.sorted(keyed) { left, right in
      guard let first = left.key else { return true }
      return right.key != nil && Self.isLess(first, right.key)
    }.map(\.object)
  }

  private static func isLess(_ left: APIValue?, _ right: APIValue?) -> Bool {
    switch (left, right) {
    case (_, nil): false
    case (nil, _?): true
    case (.integer(let a)?, .integer(let b)?): a < b
    case (.number(let a)?, .number(let b)?): a < b
    case (.string(let a)?, .string(let b)?): isLess(a, b)
    case (.null?, let b?): b != .null
    case (_?, .null?): false
    case (let a?, let b?): isLess(a.goText, b.goText)
    }
  }

  /// Amounts by their size, other texts with their numbers counted as numbers.
  private static func isLess(_ left: String, _ right: String) -> Bool {
    if let a = Quantity(left), let b = Quantity(right) { return a < b }
    return isNaturallyLess(Substring(left), Substring(right))
  }

  private static func isNaturallyLess(_ left: Substring, _ right: Substring) -> Bool {
    var left = left
    var right = right
    while let a = left.first, let b = right.first {
      if a.isNumber, b.isNumber {
        let first = left.prefix { $0.isNumber }
        let second = right.prefix { $0.isNumber }
        left.removeFirst(first.count)
        right.removeFirst(second.count)
        let (x, y) = (Int(first) ?? Int.max, Int(second) ?? Int.max)
        if x != y { return x < y }
        continue
      }
      if a != b { return a < b }
      left.removeFirst()
      right.removeFirst()
    }
    return left.isEmpty && !right.isEmpty
  }
}
