/// What is wrong in a lesson or question file, and on which line.
public struct LessonError: Error, Equatable, Sendable {
  public var file: String
  /// Counted from 1.
  public var line: Int
  public var problem: String

  public init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  public var message: String { "\(file):\(line): \(problem)" }
}
