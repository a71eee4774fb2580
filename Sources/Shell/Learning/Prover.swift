import Engine
import Lessons
import Simulation

/// Proves lessons and questions: that what they say can be done, and that nothing else passes.
public struct Prover {
  /// What was found wrong with a file.
  public struct Finding: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var problem: String

    public var message: String { "\(file):\(line): \(problem)" }
  }

  public private(set) var findings: [Finding] = []
  /// How many steps were proved.
  public private(set) var steps = 0
  private let library: Library

  public init(_ library: Library) {
    self.library = library
    findings = library.problems.map { Finding(file: $0.file, line: $0.line, problem: $0.problem) }
    proveIdentities()
    for entry in library.lessons { prove(entry.lesson, in: entry.file) }
    for entry in library.questions {
      guard let step = entry.question.prove else { continue }
      prove([step], cluster: entry.question.cluster, in: entry.file)
    }
  }

  private mutating func find(_ file: LibraryFile, _ line: Int, _ problem: String) {
    findings.append(Finding(file: file.path, line: line, problem: problem))
  }

  private mutating func proveIdentities() {
    var seen: Set<String> = []
    for entry in library.lessons.map({ ($0.lesson.id, $0.file) })
      + library.questions.map({ ("interview/" + $0.question.id, $0.file) })
    where !seen.insert(entry.0).inserted {
      find(entry.1, 1, "the id \(entry.0) is taken")
    }
    for entry in library.lessons {
      for need in entry.lesson.needs where library.lesson(need) == nil {
        find(entry.file, 1, "needs a lesson \(need), which is not there")
      }
    }
  }

  private mutating func prove(_ lesson: Lesson, in file: LibraryFile) {
    proveCommands(in: lesson.introduction, file, 1)
    prove(lesson.steps, cluster: lesson.cluster, in: file)
  }

  private mutating func prove(_ all: [Lessons.Step], cluster: String, in file: LibraryFile) {
    guard let start = library.start(cluster: cluster, beside: file, seed: 1) else {
      find(file, 1, "the cluster \(cluster) cannot be read")
      return
    }
    var session = Self.session(start, files: all.flatMap(\.files))
    for step in all {
      steps += 1
      proveText(of: step, file)
      if !session.runQuietly(step.setup) { find(file, step.line, "the setup fails") }
      let trial = Trial(step, session)
      let empty = Self.session(start, files: step.files)
      for problem in trial.problems(emptyCluster: empty) {
        find(file, problem.line, problem.text)
      }
      if let solution = step.solution { _ = session.runQuietly([solution]) }
    }
  }

  /// A learner's session on this cluster, with the lesson's files.
  private static func session(_ start: ClusterStart, files: [LessonFile]) -> Session {
    var session = Session(start, manner: .interactive, host: Host())
    session.lessonFiles = Dictionary(
      files.map { ($0.name, $0.text) }, uniquingKeysWith: { _, last in last })
    return session
  }

  // MARK: - Texts

  private mutating func proveText(of step: Lessons.Step, _ file: LibraryFile) {
    for text in [step.prose, step.why] + step.hints { proveCommands(in: text, file, step.line) }
    let solution = Self.words(step.solution?.text ?? "")
    let runs = Set(Self.runs(of: solution))
    for (number, hint) in step.hints.enumerated() {
      if let shared = Self.runs(of: Self.words(hint)).first(where: runs.contains) {
        find(
          file, step.line,
          "hint \(number + 1) gives the solution away: \"\(shared.joined(separator: " "))\"")
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || "`'\",;".contains($0) }.map { String($0) }
  }

  /// All runs of four words.
  private static func runs(of words: [String]) -> [[String]] {
    words.count < 4 ? [] : (0...(words.count - 4)).map { Array(words[$0..<($0 + 4)]) }
  }

  /// Every command quoted in a text must be one.
  private mutating func proveCommands(in text: String, _ file: LibraryFile, _ line: Int) {
    for command in QuotedCommands.all(in: text) {
      if let problem = Session.complaint(about: command) {
        find(file, line, "\"\(command)\" is no command: \(problem)")
      }
    }
  }
}
