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
  var remembered: [(name: String, value: String)] = []
  /// Which checks held when they were last looked at.
  var standing: [Bool]
  var hintsShown = 0
  var help = JournalEntry.Help.none
  /// What the learner thinks will come of it.
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

  /// Begins a step on this world, whose setup has run.
  init(_ step: Lessons.Step, on world: World, namespace: String) {
    self.step = step
    self.namespace = namespace
    start = world
    standing = step.checks.map { _ in false }
    let judge = Judge(Evidence(state: world.state, now: world.now, namespace: namespace))
    remembered = step.remembered.compactMap { entry in
      judge.value(of: entry.probe).map { (entry.name, $0) }
    }
  }
}

/// How one check of an assignment stands.
struct CheckResult {
  var check: Lessons.Check
  var verdict: Verdict
}

extension Session {
  /// Judges every check of an assignment on the world as it is.
  mutating func results(of assignment: Assignment) -> [CheckResult] {
    var evidence = Evidence(
      state: world.state, now: now, namespace: namespace, beginning: assignment.beginning,
      changes: world.history.changes(after: assignment.changesBefore),
      remembered: assignment.remembered)
    var results: [CheckResult] = []
    for check in assignment.step.checks {
      if let needed = check.neededCommand {
        evidence.outputs.append((needed, output(of: needed)))
      }
      results.append(CheckResult(check: check, verdict: Judge(evidence).verdict(on: check)))
    }
    return results
  }

  mutating func isMet(_ assignment: Assignment) -> Bool {
    results(of: assignment).allSatisfy(\.verdict.isMet)
  }

  /// What the cluster says to a question.
  func truth(_ probe: Lessons.Probe) -> String {
    Judge(Evidence(state: world.state, now: now, namespace: namespace)).value(of: probe)
      ?? "nothing"
  }

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
