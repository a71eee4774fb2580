/// What is wrong with a text that should be YAML or JSON, and where.
public struct ManifestError: Error, Equatable, Sendable {
  /// Counted from 1; nil when the whole text is meant.
  public var line: Int?
  public var column: Int?
  public var problem: String
  /// Whether the text can be read, but JSON has no words for what it says.
  public var isOfJSON = false

  public init(line: Int? = nil, column: Int? = nil, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// JSON knows numbers only.
  static func notInJSON(_ number: Double) -> ManifestError {
    let word = number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf"
    var error = ManifestError(problem: "json: unsupported value: \(word)")
    error.isOfJSON = true
    return error
  }

  /// `line 3, column 5: mapping values are not allowed in this context`
  public var message: String {
    guard let line else { return problem }
    guard let column else { return "line \(line): \(problem)" }
    return "line \(line), column \(column): \(problem)"
  }
}
