import Objects

/// One document of a manifest, with where each of its fields was written.
public struct ManifestDocument: Sendable {
  /// Where something was written, counted from 1.
  public struct Mark: Hashable, Sendable {
    public var line: Int
    public var column: Int
  }

  public var value: APIValue
  public var marks: [FieldPath: Mark]

  public init(value: APIValue, marks: [FieldPath: Mark] = [:]) {
    self.value = value
    self.marks = marks
  }
}
