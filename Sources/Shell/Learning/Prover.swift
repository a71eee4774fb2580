import Lessons

/// Proves lessons and questions, and that they belong together.
public struct Prover {
  public private(set) var proofs: [Proof] = []
  /// What concerns several files, and files that cannot be read.
  public private(set) var general: [Finding] = []

  public var findings: [Finding] { general + proofs.flatMap(\.findings) }
  /// How many steps were proved.
  public var steps: Int { proofs.reduce(0) { $0 + $1.tally.steps } }

  /// Proves everything but what `standing` has proved already; `progress` is told of each file
  /// when it is done. The index counts, and what lessons say of one another, when they are a
  /// whole pack.
  public init(
    _ library: Library, isWhole: Bool = true, keeping standing: [Proof] = [],
    progress: (Proof) -> Void = { _ in }
  ) {
    func kept(_ file: LibraryFile) -> Proof? { standing.first { $0.file == file.path } }
    general = library.problems.map(Self.finding)
    if isWhole { general += Self.connections(of: library) }
    for entry in library.lessons {
      add(kept(entry.file) ?? Proof(of: entry.lesson, in: entry.file, library), progress)
    }
    for entry in library.questions {
      add(
        kept(entry.file) ?? Self.proof(ofEveryForm: entry.question, entry.file, library), progress)
    }
  }

  /// A question is proved with every name, number and fault that it may draw.
  private static func proof(
    ofEveryForm question: Question, _ file: LibraryFile, _ library: Library
  ) -> Proof {
    var proof = Proof(of: question, in: file, library)
    let forms = (try? LessonReader.everyForm(file.text, file: file.path)) ?? []
    for form in forms.dropFirst() { proof.add(Proof(of: form, in: file, library)) }
    return proof
  }

  private mutating func add(_ proof: Proof, _ progress: (Proof) -> Void) {
    proofs.append(proof)
    progress(proof)
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
