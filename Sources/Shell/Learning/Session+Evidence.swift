import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store

/// How one check of an assignment stands.
struct CheckResult {
  var check: Lessons.Check
  var verdict: Verdict

  /// For programs.
  var document: APIValue {
    let outcome =
      switch verdict.outcome {
      case .met: "met"
      case .notStarted: "notStarted"
      case .missed: "missed"
      case .wrong: "wrong"
      }
    return [
      "check": .string(check.text), "outcome": .string(outcome), "isMet": .bool(verdict.isMet),
      "explanation": verdict.isMet ? .null : .string(verdict.explanation),
    ]
  }
}

/// What checks look at. Looking takes no time and leaves no trace.
extension Session {
  /// Judges every check of an assignment on the world as it is, and tells the cause of what is
  /// wrong where it is known.
  func results(of assignment: Assignment) -> [CheckResult] {
    var evidence = evidence(for: assignment)
    return assignment.step.checks.map { check in
      CheckResult(check: check, verdict: explained(verdict(on: check, with: &evidence)))
    }
  }

  func isMet(_ assignment: Assignment) -> Bool {
    var evidence = evidence(for: assignment)
    return assignment.step.checks.allSatisfy { verdict(on: $0, with: &evidence).isMet }
  }

  /// The first advice of a step whose mistake has been made.
  func advice(for assignment: Assignment) -> Advice? {
    var evidence = evidence(for: assignment)
    return assignment.step.advice.first { verdict(on: $0.check, with: &evidence).isMet }
  }

  /// What the cluster says to the question of a step, as its truth; empty while it says nothing.
  func truth(of assignment: Assignment) -> [String] {
    guard let probe = assignment.step.predict?.truth else { return [] }
    var evidence = evidence(for: assignment)
    handIn(probe.needs(remembered: assignment.remembered), to: &evidence)
    return Judge(evidence).values(of: probe)
  }

  func values(of probe: Lessons.Probe, in evidence: Evidence) -> [String] {
    var evidence = evidence
    handIn(probe.needs(remembered: evidence.remembered), to: &evidence)
    return Judge(evidence).values(of: probe)
  }

  /// Judges one check.
  func verdict(on check: Lessons.Check, with evidence: inout Evidence) -> Verdict {
    handIn(check.needs(remembered: evidence.remembered), to: &evidence)
    return Judge(evidence).verdict(on: check)
  }

  /// The world as it is, and all that has happened since the assignment began; without one, since
  /// the session began.
  func evidence(for assignment: Assignment?) -> Evidence {
    var evidence = Evidence(
      state: world.state, now: now, namespace: namespace,
      beginning: assignment?.beginning ?? ClusterState(),
      changes: world.history.changes(after: assignment?.changesBefore ?? 0),
      remembered: assignment?.remembered ?? [])
    guard let assignment else { return evidence }
    evidence.answer = assignment.prediction
    guard let probe = assignment.step.predict?.truth,
      assignment.step.checks.contains(where: \.needsTruth)
    else { return evidence }
    evidence.truth = values(of: probe, in: evidence)
    return evidence
  }

  // MARK: - What is handed in

  private func handIn(_ targets: [CheckTarget], to evidence: inout Evidence) {
    for target in targets {
      switch target {
      case .exec, .logs:
        guard !evidence.outputs.contains(where: { $0.target == target }) else { continue }
        evidence.outputs.append((target, output(of: target)))
      case .report(let name):
        guard let document = report(name) else { continue }
        evidence.reports.append((name, document))
      case .objects, .events, .answer: continue
      }
    }
  }

  /// How much of the cluster's time a check's own command may take.
  private static let checkPatience = SimSpan.seconds(30)

  /// What a check's own command prints now, tried on a copy of everything.
  private func output(of target: CheckTarget) -> Evidence.Output {
    let words: [String]
    switch target {
    case .exec(let rest): words = ["exec"] + rest.map(\.text)
    case .logs(let rest): words = ["logs"] + rest.map(\.text)
    case .objects, .events, .answer, .report: return Evidence.Output(text: "", status: 0)
    }
    var copy = self
    copy.host = Host()
    copy.deadline = now + Self.checkPatience
    let (chunks, status) = copy.capturing { $0.kubectl(words, input: nil) }
    func text(_ stream: Reply.Stream) -> String {
      chunks.filter { $0.stream == stream }.map(\.text).joined()
    }
    return Evidence.Output(text: text(.out), complaint: text(.err), status: status)
  }

  /// A document by its name; nil while there is nothing to tell.
  private func report(_ name: ReportName) -> APIValue? {
    switch name.source {
    case .load: loadReport(name)
    case .incident: incidentReport
    }
  }

  /// What all runs of `load` on a target have measured since the step began.
  private func loadReport(_ name: ReportName) -> APIValue? {
    let namespace = name.namespace?.text ?? namespace
    guard let target = name.subject.flatMap({ Load.target($0.text, namespace) }) else { return nil }
    let before = classroom?.assignment?.loadsBefore[target] ?? LoadRun.Tally()
    let total = world.loadTotals[target] ?? LoadRun.Tally()
    let sent = total.sent - before.sent
    let failed = total.failed - before.failed
    guard sent > 0 else { return nil }
    return [
      "requests": .integer(Int64(sent)), "failed": .integer(Int64(failed)),
      "successRate": .number(Double(sent - failed) / Double(sent)),
    ]
  }
}
