import Engine

/// A moment as the API keeps it: whole seconds. `null` reads as no moment at all.
extension SimTime: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    if let text = value.string, let time = SimTime(rfc3339: text) {
      self = time
    } else {
      self = SimTime(milliseconds: 0)
      problems.note(value, at: path, isNo: "time")
    }
  }

  public var value: APIValue { .string(rfc3339) }
}

/// A moment with microseconds, as leases and the scheduler's events keep it.
public struct MicroTime: Hashable, Sendable, ValueConvertible {
  public var time: SimTime

  public init(_ time: SimTime) {
    self.time = time
  }

  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    time = SimTime(value, at: path, problems: &problems)
  }

  public var value: APIValue { .string(time.rfc3339Micro) }
}
