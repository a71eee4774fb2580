import Engine
import Lessons
import Simulation

/// What was found wrong with a file, and where.
public struct Finding: Hashable, Sendable {
  public var file: String
  public var line: Int
  public var problem: String

  public var message: String { "\(file):\(line): \(problem)" }
}

/// One lesson or question proved: that what it says can be done, and that nothing else passes.
public struct Proof: Sendable {
  /// How much there was to prove.
  public struct Tally: Hashable, Sendable {
    public var steps = 0
    public var checks = 0
    public var mustFail = 0
    public var alternatives = 0
    public var advice = 0

    static func += (tally: inout Tally, step: Lessons.Step) {
      tally.steps += 1
      tally.checks += step.checks.count
      tally.mustFail += step.mustFail.count
      tally.alternatives += step.alternatives.count
      tally.advice += step.advice.count
    }
  }

  public let file: String
  public let title: String
  public private(set) var tally = Tally()
  public private(set) var findings: [Finding] = []

  init(of lesson: Lesson, in file: LibraryFile, _ library: Library) {
    self.file = file.path
    title = lesson.id
    let texts = TextProof(of: lesson, in: file)
    findings = texts.findings
    if !file.path.hasSuffix("/\(lesson.id).md"), file.path != "\(lesson.id).md" {
      find(1, "the file of the lesson \(lesson.id) is called \(lesson.id).md")
    }
    prove(lesson.steps, cluster: lesson.cluster, in: file, library) { step in
      .lesson(LessonRun(lesson, file, at: step))
    }
    sortFindings()
  }

  init(of question: Question, in file: LibraryFile, _ library: Library) {
    self.file = file.path
    title = question.id
    findings = TextProof(of: question, in: file).findings
    let steps = [question.prove].compactMap(\.self)
    let end = prove(steps, cluster: question.cluster, in: file, library) { _ in
      .interview(InterviewRun(trying: question, file))
    }
    if let end { prove(question.followUps, in: end, file) }
    sortFindings()
  }

  /// A question with the names, numbers and faults that a seed draws, on the cluster of that seed:
  /// only played, from its beginning over its solution to its last follow-up. Nil when there is no
  /// such question.
  init?(playing id: String, of library: Library, seed: UInt64) {
    guard let entry = library.question(id, variant: seed) else { return nil }
    let question = entry.question
    file = entry.file.path
    title = question.id
    let steps = [question.prove].compactMap(\.self)
    let end = prove(
      steps, cluster: question.cluster, in: entry.file, library, seed: seed,
      subject: { _ in .interview(InterviewRun(trying: question, entry.file)) },
      trial: { step, session, _ in Trial(playing: step, in: session) })
    if let end { prove(question.followUps, in: end, entry.file) }
    sortFindings()
  }

  /// A scenario: its world comes about, and what it quotes are commands.
  init(of scenario: Scenario, in file: LibraryFile, _ library: Library) {
    self.file = file.path
    title = scenario.id
    findings = TextProof(of: scenario, in: file).findings
    if let start = library.start(cluster: scenario.cluster, beside: file, seed: 1) {
      var session = Session.learner(start, files: scenario.files)
      for script in scenario.setup where !session.runQuietly([script]) {
        find(script.line, "the setup fails")
      }
    } else {
      find(1, "the cluster \(scenario.cluster) cannot be read")
    }
    sortFindings()
  }

  /// Adds what other forms of the same question have shown.
  mutating func add(_ other: Proof) {
    findings += other.findings
    sortFindings()
  }

  /// What a follow-up asks has an answer once its commands have run.
  private mutating func prove(_ followUps: [FollowUp], in end: Session, _ file: LibraryFile) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = lines.indices.filter { lines[$0] == "### Follow-up" }
    var session = end
    for (followUp, heading) in zip(followUps, headings) {
      for command in followUp.commands?.commands ?? [] {
        if let problem = Session.complaint(about: command.text) {
          find(command.line, "\"\(command.text)\" is no command: \(problem)")
        }
        _ = session.reply(to: command.text)
      }
      guard let truth = followUp.truth else { continue }
      if session.values(of: truth, in: session.evidence(for: nil)).isEmpty {
        find(heading + 1, "the truth of this follow-up is empty")
      }
    }
  }

  private mutating func find(_ line: Int, _ problem: String) {
    findings.append(Finding(file: file, line: line, problem: problem))
  }

  /// In the order of the file; what was found twice once.
  private mutating func sortFindings() {
    let sorted = findings.enumerated().sorted { left, right in
      (left.element.line, left.offset) < (right.element.line, right.offset)
    }
    findings = sorted.map(\.element).reduce(into: []) { kept, finding in
      if !kept.contains(finding) { kept.append(finding) }
    }
  }

  /// Proves steps, each where the solution of the one before has led; where the last one leads.
  @discardableResult
  private mutating func prove(
    _ steps: [Lessons.Step], cluster: String, in file: LibraryFile, _ library: Library,
    seed: UInt64 = 1, subject: (Int) -> Classroom.Subject,
    trial: (Lessons.Step, Session, _ empty: Session?) -> Trial = { Trial($0, in: $1, empty: $2) }
  ) -> Session? {
    guard let start = library.start(cluster: cluster, beside: file, seed: seed) else {
      find(1, "the cluster \(cluster) cannot be read")
      return nil
    }
    let empty = Session.learner(start, files: steps.flatMap(\.files))
    var session = empty
    for (number, step) in steps.enumerated() {
      tally += step
      session.classroom = Classroom(subject: subject(number), own: session.ownCluster)
      if let setup = step.setup.first, !session.runQuietly(step.setup) {
        find(setup.line, "the setup fails")
      }
      let isAtTheStart = number == 0 && step.setup.isEmpty
      var emptied = empty
      emptied.classroom = session.classroom
      let trial = trial(step, session, isAtTheStart ? nil : emptied)
      for problem in trial.problems { find(problem.line, problem.text) }
      session = trial.finished
    }
    return session
  }
}

extension Session {
  /// A learner's session on this cluster, with the lesson's files.
  fileprivate static func learner(_ start: ClusterStart, files: [LessonFile]) -> Session {
    var session = Session(start, manner: .interactive, host: Host())
    session.lessonFiles = Dictionary(
      files.map { ($0.name, $0.text) }, uniquingKeysWith: { _, last in last })
    return session
  }
}
