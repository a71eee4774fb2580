import Engine
import Kubectl
import Lessons
import Objects
import Simulation

/// The way into an outage, through it and out of it.
extension Session {
  /// Puts somebody before an outage; their own cluster is kept.
  mutating func enterIncident(_ stage: IncidentStage) {
    let own = incidentRoom?.own ?? ownCluster
    start = stage.start
    timeline = Timeline(stage.world)
    namespace = stage.incident.shop.namespace
    incidentRoom = IncidentRoom(stage.incident, beginning: stage.world, own: own)
    walkedTimeline = true
    anchorClock()
  }

  /// Back to where they came from.
  mutating func leaveIncident() {
    guard let room = incidentRoom else { return }
    start = room.own.start
    timeline = room.own.timeline
    namespace = room.own.namespace
    variables = room.own.variables
    lessonFiles = room.own.files
    incidentRoom = nil
    walkedTimeline = true
    anchorClock()
  }

  var incidentState: IncidentState? { incidentRoom.map { IncidentState($0, in: world) } }

  /// What checks may ask of the outage; nil when there is none.
  var incidentReport: APIValue? { incidentState?.document }

  /// Looks after each command whether the outage is over, and says so once, to a person.
  mutating func lookAtIncident() {
    guard let state = incidentState, incidentRoom?.solvedAt == nil, state.isSolved else { return }
    let time = now
    incidentRoom?.solvedAt = time
    guard manner == .interactive, captures.isEmpty else { return }
    let incident = state.incident
    let span = now - incident.pagedAt
    if !incident.isDrill {
      note(
        .incidentSolved(
          seed: incident.seed, level: incident.level, seconds: Int(span.seconds),
          budgetLeft: state.budgetLeft))
    }
    say("")
    say(styled("Solved: users are served, and the causes are known.", "32"))
    say(
      "  \(span.goText) after the page, with \(state.budgetLeft) of \(incident.budget) failed "
        + "requests left in the budget.")
    say("  incident review writes down what happened; incident leave ends it.")
  }

  // MARK: - What is not to be had

  /// Commands that know or do what nobody on call could.
  private static let unavailable: Set<String> = [
    Undo.name, Redo.name, Rewind.name, TimelineVerb.name, WhatIf.name, Why.name, Fail.name,
    Add.name, Remove.name, Resize.name, Reset.name, Save.name, Open.name, Expect.name,
  ]

  /// How a lab verb is carried out in an outage; nil for as always.
  mutating func performInIncident(_ verb: String, _ words: [String]) -> Int32? {
    guard incidentRoom != nil else { return nil }
    if Self.unavailable.contains(verb) {
      complain("error: \(verb) is not to be had in an incident: nobody on call has it")
      return 1
    }
    switch verb {
    case Advance.name where words.isEmpty:
      complain("error: users are waiting: say how long, such as advance 30s")
      return 2
    case Load.name where !words.isEmpty:
      complain("error: the traffic is that of users; load alone shows how it fares")
      return 1
    case Recover.name:
      // Somebody goes there and looks; that takes as long whether or not something is broken.
      report("the people at the machines go and look; that takes a minute")
      return pass(until: now + Incident.travelSpan)
    default: return nil
    }
  }

  /// What a command of kubectl takes when nothing else takes time.
  var commandSpan: SimSpan { incidentRoom == nil ? .seconds(1) : Incident.commandSpan }
}
