import Lessons

/// For those who are writing a file.
extension Library {
  /// What is wrong with one file so far, as far as that can be told without playing it.
  public func mistakes(in path: String) -> [Finding] {
    var findings = problems.filter { $0.file == path }.map {
      Finding(file: $0.file, line: $0.line, problem: $0.problem)
    }
    for entry in lessons where entry.file.path == path {
      findings += TextProof(of: entry.lesson, in: entry.file).findings
    }
    for entry in questions where entry.file.path == path {
      findings += TextProof(of: entry.question, in: entry.file).findings
    }
    return findings.sorted { ($0.line, $0.problem) < ($1.line, $1.problem) }
  }

  /// What to type to begin the lesson or question in this file; nil when it cannot be read.
  public func command(for path: String) -> String? {
    if let entry = lessons.first(where: { $0.file.path == path }) {
      return "lesson \(entry.lesson.id)"
    }
    return questions.first { $0.file.path == path }.map { "interview question \($0.question.id)" }
  }
}
