/// A list that is written as null when it is empty, as Go does where a field is never left out.
public struct NullableList<Element: ValueConvertible>: ValueConvertible {
  public var items: [Element]

  public init(_ items: [Element]) { self.items = items }

  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    items = [Element](value, at: path, problems: &problems)
  }

  public var value: APIValue { items.isEmpty ? .null : items.value }
}
