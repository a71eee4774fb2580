/// What the API server has against one field of an object.
public struct FieldProblem: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A field of the wrong JSON type: what was expected and what was found.
    case wrongType(expected: String, found: String)
    /// `Invalid value: "x": why`, or without why
    case invalid(value: String, why: String)
    /// `Required value` with an optional explanation
    case required(why: String)
    /// `Unsupported value: "x": supported values: "a", "b"`
    case unsupported(value: String, supported: [String])
    /// `Forbidden: why`
    case forbidden(why: String)
    /// `Duplicate value: "x"` with an optional explanation
    case duplicate(value: String, why: String = "")
    /// `Not found: "x"`
    case notFound(value: String)
    /// `Too long: may not be more than 5 bytes`
    case tooLong(mostBytes: Int)
  }

  public var path: FieldPath
  public var reason: Reason

  public init(_ path: FieldPath, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The sentence the API server writes. String values are quoted; others come as they are. What
  /// would steer a terminal is written out, as Go quotes it.
  public var message: String {
    let path = path.description.withControlsQuoted
    return switch reason {
    case .wrongType(let expected, let found):
      "\(path): expected \(expected), got \(found)"
    case .invalid(let value, let why):
      "\(path): Invalid value: \(value.withControlsQuoted)" + (why.isEmpty ? "" : ": \(why)")
    case .required(let why): "\(path): Required value" + (why.isEmpty ? "" : ": \(why)")
    case .unsupported(let value, let supported):
      "\(path): Unsupported value: \"\(value.withControlsQuoted)\": supported values: "
        + supported.map { "\"\($0)\"" }.joined(separator: ", ")
    case .forbidden(let why): "\(path): Forbidden: \(why)"
    case .duplicate(let value, let why):
      "\(path): Duplicate value: \(value.withControlsQuoted)" + (why.isEmpty ? "" : ": \(why)")
    case .notFound(let value): "\(path): Not found: \(value.withControlsQuoted)"
    case .tooLong(let most): "\(path): Too long: may not be more than \(most) bytes"
    }
  }
}

extension [FieldProblem] {
  /// Notes that what came at `path` is not of the JSON type that belongs there. Every type reads
  /// its fields through this: a copy in each of them would be most of what they are.
  @inline(never)
  mutating func note(_ found: APIValue, at path: FieldPath, isNo expected: String) {
    append(FieldProblem(path, .wrongType(expected: expected, found: found.typeName)))
  }
}
