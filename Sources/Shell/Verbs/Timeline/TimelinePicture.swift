import Engine
import Objects
import Simulation
import Store

/// Draws what happened: a lane for each thing, and the commands and events below.
struct TimelinePicture {
  let timeline: Timeline
  /// Nil for the whole cluster.
  var subject: ObjectKey?
  /// Pods of this namespace only; nil for all but the system's own.
  var namespace: String?
  var isEverywhere = false
  var since: SimTime?
  /// Folds so that it has about so many lines; nil folds nothing.
  var lineLimit: Int?
  /// How many commands are listed.
  var mostCommands = 12

  var world: World { timeline.present }

  /// Nobody wants to wait for more: changes before are left out unless they are asked for.
  private static let mostChanges = 10_000

  /// Nil when there neither is nor was what it is about.
  var picture: Picture? {
    guard let from = beginning else { return nil }
    var book = LaneBook(from: from, in: world.state, wants: wants)
    world.history.forEach(after: revision(before: from)) { change in
      if change.time >= from || change.key.kind == .replicaSet { book.follow(change) }
      return true
    }
    book.finish(at: world.now)
    var drawn = TimelineLanes(
      records: book.records, subject: subject, from: from, to: world.now,
      limit: lineLimit.map { max(4, $0 - 10 - min(mostCommands, timeline.past.count)) })
    drawn.lanes.moments = timeline.past.filter { $0.world.now >= from }.map { moment in
      LaneSign(time: moment.world.now, sign: "│", tone: .faint, word: moment.command)
    }
    if !drawn.lanes.moments.isEmpty { drawn.lanes.momentsLabel = Phrase("commands", .faint) }
    let span = (world.now - from).goText
    let title = subject.map { "\($0)" } ?? "the cluster"
    var parts: [Picture.Part] = [
      .text(
        Phrase(title, .strong) + Phrase("  \(span), until \(world.now.clockText)", .faint))
    ]
    let isEmpty = drawn.lanes.lanes.isEmpty
    parts += isEmpty ? [.text("Nothing has changed in this time.")] : [.lanes(drawn.lanes)]
    parts += drawn.leftOut.map { .text(Phrase($0, .faint)) }
    if since == nil, subject == nil, from > firstCommand {
      parts.append(.text(Phrase("the latest changes only: --since 1h goes further back", .faint)))
    }
    if !isEmpty { parts.append(.legend(drawn.legend)) }
    parts.append(.gap)
    if let subject {
      parts += TimelineNotes(timeline: timeline, from: from, limit: lineLimit == nil ? nil : 14)
        .parts(about: subject, in: book.records)
    } else {
      parts += TimelineNotes(timeline: timeline, from: from, limit: mostCommands).commands
    }
    return Picture(title: "Timeline of \(title)", parts: parts)
  }

  // MARK: - From when on

  private var beginning: SimTime? {
    if let subject, !isKnown(subject) { return nil }
    if let since { return min(since, world.now) }
    if let subject, subject.kind != .node { return birth(of: subject) ?? firstCommand }
    guard world.history.count > Self.mostChanges else { return firstCommand }
    var time = firstCommand
    world.history.forEach(after: world.history.revision - Self.mostChanges) { change in
      time = max(firstCommand, change.time)
      return false
    }
    return time
  }

  /// When the learner came, or a minute ago.
  private var firstCommand: SimTime {
    timeline.past.first?.world.now ?? max(.worldBegins, world.now - .minutes(1))
  }

  private func isKnown(_ key: ObjectKey) -> Bool {
    world.state[key] != nil || birth(of: key) != nil
  }

  private func birth(of key: ObjectKey) -> SimTime? {
    var found: SimTime?
    world.history.forEach(after: 0) { change in
      if change.key == key { found = change.time }
      return found == nil
    }
    return found
  }

  /// The writes up to this one were made before `time`.
  private func revision(before time: SimTime) -> Int {
    timeline.past.last { $0.world.now < time }?.world.history.revision ?? 0
  }

  // MARK: - Whose lanes

  private func wants(_ object: any APIObject, _ group: String) -> Bool {
    let room = object.metadata.namespace
    guard let subject else {
      if object is Node || isEverywhere { return true }
      return namespace.map { $0 == room } ?? (room != ClusterFacts.systemNamespace)
    }
    if object.key == subject { return true }
    switch subject.kind {
    case .node: return (object as? Pod)?.spec.nodeName == subject.name
    case .pod:
      return object is Node
        && world.state.pod(subject)?.spec.nodeName == object.metadata.name
    default:
      guard object is Pod, room == subject.namespace else { return false }
      let controller = object.metadata.controller
      return group == "\(subject)"
        || (controller?.kind == subject.kind.rawValue && controller?.name == subject.name)
    }
  }
}
