import Lessons

/// Proves lessons, questions and scenarios, and that they belong together.
public struct Prover: Sendable {
  /// What concerns several files, and files that cannot be read.
  public let general: [Finding]
  /// How many files there are to prove: lessons first, then questions, then scenarios.
  public var count: Int { lessons.count + library.questions.count + library.scenarios.count }

  private let library: Library
  private let lessons: [Library.Entry]
  private let standing: [Proof]
  private let provesEveryForm: Bool

  /// Proves everything but what `standing` has proved already. The index counts, and what lessons
  /// say of one another, when they are a whole pack. Of a question the first form is proved, or
  /// every form.
  public init(
    _ library: Library, isWhole: Bool = true, inEveryForm: Bool = false,
    keeping standing: [Proof] = []
  ) {
    self.library = library
    provesEveryForm = inEveryForm
    self.standing = standing
    lessons = library.lessons
    general =
      library.problems.map(Self.finding) + (isWhole ? Self.connections(of: library) : [])
  }

  /// The proof of one file, by its place; each is a piece of work that needs no other.
  public func proof(at place: Int) -> Proof {
    if place < lessons.count {
      let entry = lessons[place]
      return kept(entry.file) ?? Proof(of: entry.lesson, in: entry.file, library)
    }
    let place = place - lessons.count
    if place < library.questions.count {
      let entry = library.questions[place]
      return kept(entry.file) ?? proof(of: entry.question, entry.file)
    }
    let entry = library.scenarios[place - library.questions.count]
    return kept(entry.file) ?? Proof(of: entry.scenario, in: entry.file, library)
  }

  private func kept(_ file: LibraryFile) -> Proof? { standing.first { $0.file == file.path } }

  /// A question, if so wished with every name, number and fault that it may draw.
  private func proof(of question: Question, _ file: LibraryFile) -> Proof {
    var proof = Proof(of: question, in: file, library)
    guard provesEveryForm else { return proof }
    let forms = (try? LessonReader.everyForm(file.text, file: file.path)) ?? []
    for form in forms.dropFirst() { proof.add(Proof(of: form, in: file, library)) }
    return proof
  }

  private static func finding(_ error: LessonError) -> Finding {
    Finding(file: error.file, line: error.line, problem: error.problem)
  }

  /// Ids are unique, and what names another lesson finds it.
  static func connections(of library: Library) -> [Finding] {
    var findings = library.missing.map(finding)
    var seen: Set<String> = []
    for entry in library.questions where !seen.insert(entry.question.id).inserted {
      findings.append(
        Finding(file: entry.file.path, line: 1, problem: "the id \(entry.question.id) is taken"))
    }
    for (place, entry) in library.scenarios.enumerated()
    where library.scenarios[..<place].contains(where: { $0.scenario.id == entry.scenario.id }) {
      findings.append(
        Finding(file: entry.file.path, line: 1, problem: "the id \(entry.scenario.id) is taken"))
    }
    for entry in library.lessons {
      for need in entry.lesson.needs where library.lesson(need) == nil {
        findings.append(
          Finding(
            file: entry.file.path, line: 1, problem: "needs a lesson \(need), which is not there"))
      }
    }
    for entry in library.questions where !entry.question.lesson.isEmpty {
      guard library.lesson(entry.question.lesson) == nil else { continue }
      findings.append(
        Finding(
          file: entry.file.path, line: 1,
          problem: "points to a lesson \(entry.question.lesson), which is not there"))
    }
    return findings
  }
}
