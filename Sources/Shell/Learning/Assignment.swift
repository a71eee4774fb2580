import Engine
import Lessons
import Simulation
import Store

/// A step of a lesson, or what an interview wants proved, while somebody is at it.
struct Assignment: Sendable {
  var step: Lessons.Step
  /// The cluster when it began.
  var beginning: ClusterState
  /// How many changes there had been then.
  var changesBefore: Int
  /// What had been measured by then of each target of `load`.
  var loadsBefore: [LoadPlan.Target: LoadRun.Tally]
  var remembered: [RememberedValue] = []
  var hintsShown = 0
  var help = JournalEntry.Help.none
  /// What the learner said with `answer`.
  var prediction: String?
  var isDone = false

  /// Begins a step in this session, whose setup has run.
  init(_ step: Lessons.Step, in session: Session) {
    self.step = step
    beginning = session.world.state
    changesBefore = session.world.history.revision
    loadsBefore = session.world.loadTotals
    let evidence = session.evidence(for: nil)
    remembered = step.remembered.map { entry in
      RememberedValue(name: entry.name, values: session.values(of: entry.probe, in: evidence))
    }
  }
}

extension Session {
  /// Runs a lesson's own commands without showing them.
  mutating func runQuietly(_ scripts: [Lessons.Script]) -> Bool {
    var succeeded = true
    for script in scripts {
      let (_, status) = capturing { $0.run(script.text) }
      succeeded = succeeded && status == 0
    }
    return succeeded
  }
}
