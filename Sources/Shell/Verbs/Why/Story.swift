import Engine
import Objects
import Scheduling
import Simulation
import Store

/// What led to an object's present state, oldest first.
struct Story {
  private let key: ObjectKey
  private let world: World
  private let timeline: Timeline
  /// The changes of the object itself, oldest first.
  private let changes: [Change]
  /// What was reported about it: one entry for each event object, as it last was.
  private let notes: [Change]

  /// Nil when there neither is nor was such an object.
  init?(of key: ObjectKey, in timeline: Timeline) {
    self.key = key
    self.timeline = timeline
    world = timeline.present
    let history = world.history.changes()
    let own = history.filter { $0.key == key }
    guard !own.isEmpty else { return nil }
    // An object of the same name that went before is another story.
    let birth = own.lastIndex { $0.verb == .created } ?? 0
    changes = Array(own[birth...])
    let uid = changes[0].object?.metadata.uid
    notes = Self.notes(about: key, uid: uid, in: history)
  }

  private static func notes(
    about key: ObjectKey, uid: String?, in history: [Change]
  ) -> [Change] {
    var latest: [ObjectKey: Change] = [:]
    var order: [ObjectKey] = []
    for change in history where change.key.kind == .event {
      guard let event = change.after as? Event, event.involvedObject.kind == key.kind.rawValue,
        event.involvedObject.name == key.name,
        event.involvedObject.uid == nil || event.involvedObject.uid == uid || key.kind == .node
      else { continue }
      if latest[change.key] == nil { order.append(change.key) }
      latest[change.key] = change
    }
    return order.compactMap { latest[$0] }
  }

  // MARK: - Text

  var text: String {
    var lines = [headline, ""]
    lines += origins
    var entries: [(revision: Int, lines: [String])] = []
    for change in changes { entries.append((change.revision, told(change))) }
    for note in notes { entries.append((note.revision, told(note: note))) }
    entries.sort { $0.revision < $1.revision }
    lines += entries.flatMap(\.lines)
    lines += conclusion
    return Lines.text(lines)
  }

  private var headline: String {
    let place = key.namespace.isEmpty ? "" : " in namespace \(key.namespace)"
    guard let object = world.state[key] else { return "\(key)\(place) is gone" }
    return "\(key)\(place): \(Sentences.summary(of: object))"
  }

  /// What made somebody create it, from the first cause on.
  private var origins: [String] {
    var lines: [String] = []
    var change = changes.first
    var steps = 0
    while let cause = change?.cause.flatMap({ world.history.change(revision: $0) }), steps < 8 {
      steps += 1
      change = cause
      let what = Sentences.about(cause).first ?? "changed"
      lines.insert(
        line(cause.time, "\(cause.key) \(what) by \(Sentences.name(cause.actor))"), at: 0)
    }
    return lines
  }

  private func told(_ change: Change) -> [String] {
    var lines = Sentences.about(change).map { sentence in
      line(change.time, "\(sentence) by \(Sentences.name(change.actor))")
    }
    if let bound = change.sides(Pod.self), let after = bound.after,
      !after.spec.nodeName.isEmpty, bound.before?.spec.nodeName.isEmpty ?? false
    {
      lines += verdicts(for: after, chosen: after.spec.nodeName, at: change.time)
    }
    return lines
  }

  private func told(note: Change) -> [String] {
    guard let event = note.after as? Event else { return [] }
    // Binding is told with its reasons already.
    if event.reason == "Scheduled" { return [] }
    let count = event.series?.count ?? event.count ?? 1
    let times = count > 1 ? " (\(count) times)" : ""
    let mark = event.type == .warning ? "! " : ""
    return [line(note.time, "\(mark)\(event.reason ?? "")\(times): \(event.message ?? "")")]
  }

  private func line(_ time: SimTime, _ text: String) -> String { "\(time.clockText)  \(text)" }

  // MARK: - The scheduler's thoughts

  /// What the scheduler thought of each node, worked out again in the kept world before.
  private func verdicts(for pod: Pod, chosen: String, at time: SimTime) -> [String] {
    guard let before = timeline.past.last(where: { $0.world.now <= time })?.world else { return [] }
    let decision = before.scheduler.explain(pod, in: before.state)
    // Pods that came in between may have tipped the scales; then only the filters are certain.
    return Self.lines(for: decision, chosen: chosen, showsScores: decision.node == chosen)
  }

  static func lines(
    for decision: Decision, chosen: String?, showsScores: Bool
  ) -> [String] {
    let reports = decision.reports.sorted { ($1.total, $0.node) < ($0.total, $1.node) }
    return reports.map { report in
      var text = "            \(report.node): "
      switch report.verdict {
      case .rejects(let reasons, _):
        text += "no: " + reasons.joined(separator: ", ")
        text += report.plugin.map { " (\($0.rawValue))" } ?? ""
      case .fits:
        text += "fits"
        if showsScores, !report.scores.isEmpty {
          let parts = report.scores.map { "\($0.plugin.rawValue) \($0.weighted)" }
          text += ", score \(report.total) = " + parts.joined(separator: " + ")
        }
      }
      return text + (report.node == chosen ? "  ← chosen" : "")
    }
  }

  // MARK: - What it comes to

  private var conclusion: [String] {
    guard let object = world.state[key] else { return [] }
    if let pod = object as? Pod, pod.spec.nodeName.isEmpty {
      let decision = world.scheduler.explain(pod, in: world.state)
      return ["", "No node takes it now:"]
        + Self.lines(for: decision, chosen: nil, showsScores: false)
    }
    let children = world.state.ownedKeys(by: object.metadata.uid)
    guard !children.isEmpty else { return [] }
    return ["", "It owns:"]
      + children.compactMap { child in
        world.state[child].map { "  \(child): \(Sentences.summary(of: $0))" }
      }
  }
}
