import Engine
import Kubectl
import Lessons
import Simulation

/// A session as a shell script: the commands that changed something and were not taken back, for
/// any cluster.
struct SessionScript {
  /// Everything, from the first line on.
  private(set) var text = ""
  /// How many commands of the session it holds.
  private(set) var count = 0

  private var body: [String] = []
  private var needsBash = false
  private let aliases: [String: String]

  init(_ session: inout Session) {
    aliases = session.aliases
    addWayHere(&session)
    let moments = session.timeline.past
    // What was before belongs to another cluster.
    let first = moments.lastIndex { Self.replacesWorld($0.command) } ?? 0
    for place in moments.indices.dropFirst(first) {
      let after = place + 1 < moments.count ? moments[place + 1].world : session.world
      add(moments[place], until: after, &session)
    }
    text = Lines.text(heading(session) + body)
  }

  private static func replacesWorld(_ command: String) -> Bool {
    let words = command.split(separator: " ")
    return words.first == "reset" || words.first == "scenario"
  }

  // MARK: - Commands

  private mutating func add(
    _ moment: Timeline.Moment, until after: World, _ session: inout Session
  ) {
    let elapsed = after.now - moment.world.now
    let words = moment.command.split(whereSeparator: \.isWhitespace).map(String.init)
    let verb =
      words.first == "kubectl" || words.first == "k" ? words.dropFirst().first : words.first
    if words.first == ScenarioVerb.name, words.count == 2 {
      return addScenario(words[1], &session)
    }
    if words.first == Reset.name { return }
    count += 1
    if words.first == Source.name, words.count == 2, let text = Self.text(words[1], session) {
      body.append("# \(moment.command)")
      return add(text, elapsed)
    }
    if verb == "edit" {
      body.append("# \(moment.command)")
      body += ShellText(editing: moment.world, after).lines
      return
    }
    var shown = ShellText(moment.command, elapsed: elapsed, aliases: aliases)
    shown.type(moment.typed)
    append(shown)
  }

  private static func text(_ path: String, _ session: Session) -> String? {
    switch session.file(path) {
    case .file(let text): text
    case .missing, .folder, .unreadable, .tree: nil
    }
  }

  private mutating func append(_ shown: ShellText) {
    needsBash = needsBash || shown.needsBash
    body += shown.lines
  }

  /// All commands of a text.
  private mutating func add(_ text: String, _ elapsed: SimSpan = .zero) {
    var parser = Parser(Tokenizer(text))
    while let command = try? parser.command() {
      append(
        ShellText(
          String(command.text.trimmed()), elapsed: elapsed, aliases: aliases))
    }
  }

  // MARK: - What others have done

  private mutating func addScenario(_ id: String, _ session: inout Session) {
    let entry = session.openLibrary().scenarios.first { $0.scenario.id == id }
    guard let scenario = entry?.scenario else { return }
    body.append("# What the scenario \(id) begins with")
    for script in scenario.setup { add(script.text) }
    body.append("# What was done in it")
  }

  /// In a lesson: what its steps have set up, and what their solutions do up to the one at hand.
  private mutating func addWayHere(_ session: inout Session) {
    guard let run = session.lessonRun else { return }
    body.append("# What the lesson \(run.lesson.id) begins this step with")
    for step in run.lesson.steps[..<run.step] {
      for script in step.setup + [step.solution].compactMap(\.self) { add(script.text) }
    }
    for script in run.current.setup { add(script.text) }
    body.append("# What was done in it")
  }

  // MARK: - Before the commands

  private func heading(_ session: Session) -> [String] {
    var lines = [
      needsBash ? "#!/usr/bin/env bash" : "#!/bin/sh",
      "# A session of podlab \(PodlabVersion.text), as commands for any cluster.",
    ]
    let forgotten = session.timeline.forgotten.count
    if forgotten > 0 {
      lines.append("# The first \(forgotten) of its commands are not kept any more.")
    }
    if !session.start.isDefault {
      lines.append("# Its machines are not podlab's usual ones: export --nodes writes them.")
    }
    let text = Lines.text(body)
    for (name, value) in session.variables.sorted(by: { $0.key < $1.key })
    where text.contains("$\(name)") || text.contains("${\(name)}") {
      if text.contains("for \(name) in") { continue }
      lines.append("\(name)='" + value.replacing("'", with: "'\\''") + "'")
    }
    for (name, contents) in session.lessonFiles.sorted(by: { $0.key < $1.key })
    where text.contains(name) {
      lines += ShellText.file(name, contents)
    }
    return lines
  }
}
