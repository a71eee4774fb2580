/// A number or a text: a port or its name, a count or a percentage.
public enum IntOrString: Hashable, Sendable, ValueConvertible {
  case int(Int)
  case string(String)

  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    switch value {
    case .integer(let number): self = .int(Int(number))
    case .string(let text): self = .string(text)
    case .null, .bool, .number, .array, .object:
      self = .int(0)
      problems.note(value, at: path, isNo: "integer or string")
    }
  }

  public var value: APIValue {
    switch self {
    case .int(let number): .integer(Int64(number))
    case .string(let text): .string(text)
    }
  }

  public var text: String {
    switch self {
    case .int(let number): "\(number)"
    case .string(let text): text
    }
  }

  /// The percentage of a text such as `25%`; nil for a number or another text.
  public var percentage: Int? {
    guard case .string(let text) = self, text.last == "%" else { return nil }
    return Int(text.dropLast())
  }

  /// The count meant out of `total`: itself, or the percentage of it, rounded as asked.
  public func count(of total: Int, roundingUp: Bool) -> Int {
    switch self {
    case .int(let number): number
    case .string:
      percentage.map { percentage in
        // No more than the API's numbers hold, so that no text overflows.
        let product = min(percentage, Int(Int32.max)) * min(total, Int(Int32.max))
        return roundingUp ? (product + 99) / 100 : product / 100
      } ?? 0
    }
  }
}
