import Engine
import Lessons
import Simulation
import Store

/// A step of a lesson, or what an interview wants proved, while somebody is at it.
struct Assignment: Sendable {
  let step: Lessons.Step
  /// The world when it began, its setup done, and the namespace then.
  let start: World
  let namespace: String
  /// What had been measured by then of each target of `load`.
  var loadsBefore: [LoadPlan.Target: LoadRun.Tally] { start.loadTotals }
  var remembered: [RememberedValue] = []
  /// Which checks held when they were last looked at.
  var standing: [Bool]
  var hintsShown = 0
  /// The advice given last, by the line it stands on.
  var adviceShown: Int?
  var help = JournalEntry.Help.none
  /// What the learner said with `answer`.
  var prediction: String?
  /// Whether the solution has been asked for once.
  var isSolutionOffered = false
  /// Whether the solution was played on the learner's behalf.
  var isSkipped = false
  /// How long the timeline was when the step was done; nil while it is not.
  var doneAfter: Int?
  /// How long somebody has been at it, by the clock on the wall.
  var worked = SimSpan.zero

  var isDone: Bool { doneAfter != nil }
  /// The cluster when it began.
  var beginning: ClusterState { start.state }
  /// How many changes there had been then.
  var changesBefore: Int { start.history.revision }

  /// Begins a step in this session, whose setup has run.
  init(_ step: Lessons.Step, in session: Session) {
    self.step = step
    namespace = session.namespace
    start = session.world
    standing = step.checks.map { _ in false }
    let evidence = session.evidence(for: nil)
    remembered = step.remembered.map { entry in
      RememberedValue(name: entry.name, values: session.values(of: entry.probe, in: evidence))
    }
  }
}

extension Session {
  /// Runs a lesson's own commands without showing them. Whoever wrote them may be a stranger: of
  /// this machine they get the lesson's files, and nothing else to read, write or run.
  mutating func runQuietly(_ scripts: [Lessons.Script]) -> Bool {
    let own = host
    host = Host()
    host.isInterrupted = own.isInterrupted
    host.lessonFiles = own.lessonFiles
    defer { host = own }
    var succeeded = true
    for script in scripts {
      let (_, status) = capturing { $0.run(script.text) }
      succeeded = succeeded && status == 0
    }
    return succeeded
  }
}
