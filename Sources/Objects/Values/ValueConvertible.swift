/// Something the API knows how to write as JSON.
public protocol ValueConvertible: Sendable, Equatable {
  /// Reads `value`, found at `path`. What cannot be read is reported and left at its default.
  init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem])
  var value: APIValue { get }
}

extension String: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self = value.string ?? ""
    if value.string == nil {
      problems.note(value, at: path, isNo: "string")
    }
  }

  public var value: APIValue { .string(self) }
}

extension Bool: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self = value.bool ?? false
    if value.bool == nil {
      problems.note(value, at: path, isNo: "bool")
    }
  }

  public var value: APIValue { .bool(self) }
}

extension Int: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self = value.integer.map { Int($0) } ?? 0
    if value.integer == nil {
      problems.note(value, at: path, isNo: "integer")
    }
  }

  public var value: APIValue { .integer(Int64(self)) }
}

extension APIValue: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self = value
  }

  public var value: APIValue { self }
}

extension Array: ValueConvertible where Element: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    guard let items = value.array else {
      self = []
      problems.note(value, at: path, isNo: "array")
      return
    }
    self = []
    reserveCapacity(items.count)
    for (position, item) in items.enumerated() {
      append(Element(item, at: path.index(position), problems: &problems))
    }
  }

  public var value: APIValue { .array(map(\.value)) }
}

/// A word out of a fixed list, such as a restart policy.
///
/// A word that is not in the list is reported as the API server does it.
public protocol APIWord: ValueConvertible, RawRepresentable, CaseIterable, Hashable
where RawValue == String {
  /// Stands in for a word that could not be read; the object is refused anyway.
  static var standIn: Self { get }
}

extension APIWord {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    let word = String(value, at: path, problems: &problems)
    if let known = Self(rawValue: word) {
      self = known
    } else {
      self = Self.standIn
      if value.string != nil {
        let supported = Self.allCases.map(\.rawValue)
        problems.append(.init(path, .unsupported(value: word, supported: supported)))
      }
    }
  }

  public var value: APIValue { .string(rawValue) }
}
