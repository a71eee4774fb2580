import Engine
import Lessons
import Objects
import Simulation
import Store

/// What happened in an outage and what was done about it, written down for those who were not
/// there. Nobody is blamed: what made it possible is asked, not who did it.
struct IncidentReview {
  private let state: IncidentState
  private let deeds: [IncidentDeed]
  private let level: ServiceLevel?
  private let world: World

  init(_ state: IncidentState, _ timeline: Timeline) {
    self.state = state
    world = timeline.present
    deeds = IncidentDeed.all(in: timeline)
    level = ServiceLevel(timeline.present)
  }

  private var incident: Incident { state.incident }
  private var room: IncidentRoom { state.room }

  var markdown: String {
    let shop = incident.shop
    return
      (["# Incident \(incident.seed), \(incident.level.rawValue): \(shop.namespace)", "", summary]
      + ["", "## What happened, and when", ""]
      + moments.sorted { ($0.at, $0.rank) < ($1.at, $1.rank) }.map {
        "- \($0.at.clockText) \($0.text)"
      }
      + ["", "## Root causes"] + causes
      + ["", "## What the changes did", ""] + effects).joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let total = world.load?.total ?? LoadRun.Tally()
    let begin = level?.firstFailure ?? incident.pagedAt
    let end = level?.lastFailure ?? state.now
    let outcome =
      room.hasGivenUp
      ? "It was given up."
      : "It was solved \(((room.solvedAt ?? state.now) - incident.pagedAt).goText) after the page."
    return "Users could not \(incident.shop.theme.errand), or not always, for "
      + "\((end - begin).goText): \(total.failed) of \(total.sent) requests failed. "
      + "\(outcome) Of the budget of \(incident.budget) failed requests \(state.budgetLeft) "
      + "are left."
  }

  // MARK: - Timeline

  private struct Moment {
    var at: SimTime
    /// Of two things at one moment the one that led to the other comes first.
    var rank: Int
    var text: String
  }

  private var moments: [Moment] {
    var moments = incident.faults.map {
      Moment(at: $0.at, rank: 0, text: "\($0.story.happened) *(\($0.id))*")
    }
    if let first = level?.firstFailure {
      moments.append(Moment(at: first, rank: 1, text: "the first request failed"))
    }
    if let alert = level?.alert {
      moments.append(
        Moment(at: alert, rank: 2, text: "one request in ten failed: where an alert would ring"))
    }
    moments.append(Moment(at: incident.pagedAt, rank: 3, text: "somebody was called"))
    moments += deeds.map { Moment(at: $0.at, rank: 4, text: "on call: `\($0.shown)`") }
    moments += room.namings.map {
      Moment(
        at: $0.at, rank: 5,
        text: "named as a cause: \($0.id)" + (incident.isTrue($0.id) ? "" : ", which it was not"))
    }
    if let last = level?.lastFailure, state.isAnswering {
      moments.append(Moment(at: last, rank: 6, text: "the last request failed; users are served"))
    }
    return moments
  }

  private var causes: [String] {
    incident.faults.flatMap { fault in
      [
        "", "### \(fault.id)", "", "\(fault.story.cause.capitalisedFirst).", "",
        "- mended by: "
          + fault.story.repair.map { "`\(Undo.firstLine($0))`" }
          .joined(separator: ", "),
        "- found sooner by: \(fault.story.sooner)",
        "- prevented by: \(fault.story.prevention)",
      ]
    }
  }

  // MARK: - Blast radius

  private var effects: [String] {
    let found = harms + losses
    if deeds.isEmpty { return ["Nothing was changed."] }
    if !found.isEmpty { return found.map { "- \($0)" } }
    return [
      deeds.count == 1
        ? "The one change made nothing worse."
        : "None of the \(deeds.count) changes made anything worse."
    ]
  }

  /// Changes after which fewer requests were answered than before.
  private var harms: [String] {
    guard let level else { return [] }
    return deeds.compactMap { deed in
      let before = level.tally(from: deed.at - .minutes(1), until: deed.at)
      let end = deed.endedAt + .minutes(1)
      let after = level.tally(from: deed.at, until: min(end, state.now))
      guard let old = before.answeredThousandths, let new = after.answeredThousandths,
        old - new >= 50
      else { return nil }
      return "within a minute of `\(deed.shown)` answers fell from \(before.answeredText) to "
        + "\(after.answeredText)"
    }
  }

  /// What was there when they were called, was deleted by them and is not there any more.
  private var losses: [String] {
    let lasting: Set<Kind> = [
      .deployment, .statefulSet, .service, .configMap, .secret, .persistentVolumeClaim, .node,
      .namespace, .daemonSet, .podDisruptionBudget, .resourceQuota,
    ]
    return deeds.flatMap { deed in
      deed.deleted.filter { key in
        lasting.contains(key.kind) && room.beginning.state[key] != nil
      }.map { key in
        let name = "\(key.kind.singular)/\(key.name)"
        return world.state[key] == nil
          ? "`\(deed.shown)` deleted \(name), which is gone for good"
          : "`\(deed.shown)` deleted \(name); it was made anew"
      }
    }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
