import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Shows what happened, and the moments there are to go back to.
enum TimelineVerb: Answering {
  static let name = "timeline"
  static let usage = [
    "timeline [TYPE/NAME] [--since DURATION] [-n NAMESPACE] [-A] [--all]",
    "timeline --commands [--json]", "timeline … [--plain] [--svg FILE]",
  ]
  static let summary = "what happened, as lanes over time, and the commands so far"
  static let details = """
    Time goes from left to right. A lane is a pod, a Deployment, StatefulSet or DaemonSet, or a node
    that something happened to: how it was, and what happened to it. +5m stands for five minutes
    in which nothing did. Many pods of one workload share a lane that shows how many were ready.
    Below stand the commands, and those undone: undo, redo and rewind walk them. --commands shows
    these only. With TYPE/NAME it is about one thing: a pod, a node, a workload with its pods, and
    the events about them. What is gone has its lanes, too.
    """
  static let examples = [
    "timeline", "timeline deployment/web", "timeline node/worker-1 --since 10m",
    "timeline pod/web --plain", "timeline --commands",
  ]
  static let section = CommandSection.time

  /// More would only push the newest off the screen.
  private static let mostCommands = 40

  static func takes(after words: [String]) -> CommandWords {
    words.last == "--svg" ? .files : .resources
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let options = try PictureOptions(
      call.arguments, flags: ["A", "all-namespaces", "commands"],
      taking: ["n", "namespace", "since"], for: self)
    if options.flags.contains("commands") {
      if call.wantsJSON { return Answer(document(session.timeline)) { _ in } }
      let notes = TimelineNotes(
        timeline: session.timeline, limit: options.showsAll ? nil : mostCommands)
      return .done(
        try session.show(
          Picture(title: "The commands so far", parts: notes.commands), options))
    }
    try call.refuseJSON(of: self)
    let arguments = options.arguments
    var picture = TimelinePicture(timeline: session.timeline)
    picture.subject = try subject(arguments, in: session)
    picture.namespace = arguments["n"] ?? arguments["namespace"]
    picture.isEverywhere = !options.flags.isDisjoint(with: ["A", "all-namespaces"])
    if let text = arguments["since"] {
      guard let span = Sleep.span(text), span > .zero else {
        throw .usage("--since takes a duration such as 30s or 10m, not \"\(text)\"", of: self)
      }
      picture.since = max(.worldBegins, session.now - span)
    }
    picture.lineLimit = options.showsAll ? nil : PictureOptions.lineLimit(in: session)
    if options.showsAll { picture.mostCommands = .max }
    guard let drawn = picture.picture else {
      guard let subject = picture.subject else { throw .failed("there is no cluster") }
      throw session.nothingEver(of: subject)
    }
    return .done(try session.show(drawn, options))
  }

  private static func document(_ timeline: Timeline) -> APIValue {
    func lines(_ moments: [Timeline.Moment]) -> APIValue {
      .array(
        moments.map {
          ["time": .string($0.world.now.rfc3339), "command": .string($0.command)]
        })
    }
    return [
      "now": .string(timeline.present.now.rfc3339), "commands": lines(timeline.past),
      "undone": lines(timeline.future.reversed()),
    ]
  }

  private static func subject(
    _ arguments: LabArguments, in session: Session
  ) throws(CommandProblem) -> ObjectKey? {
    let words = arguments.words.flatMap { $0.split(separator: "/").map { String($0) } }
    if words.isEmpty { return nil }
    guard words.count == 2 else { throw .usage("a timeline of what?", of: self) }
    let drawn: [Kind] = [
      .pod, .node, .deployment, .statefulSet, .daemonSet, .replicaSet, .job, .replicationController,
    ]
    guard let kind = try? Kind(kubectlWord: words[0]), drawn.contains(kind) else {
      throw .usage("there is no timeline of a \(words[0])", of: self)
    }
    let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
    return ObjectKey(kind, namespace: namespace, name: words[1])
  }
}
