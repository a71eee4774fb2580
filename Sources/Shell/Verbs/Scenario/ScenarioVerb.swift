import Lessons
import Objects

/// Opens a world to experiment in.
enum ScenarioVerb: Answering {
  static let name = "scenario"
  static let usage = ["scenario [--json]", "scenario NAME"]
  static let summary = "worlds to experiment in, ready made; undo takes you back"
  static let details = """
    scenario alone lists them. scenario NAME puts its world in place of yours and says what there is
    to see and three things to try; undo takes it back, reset begins your own cluster afresh.
    """
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .scenarios : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    guard call.arguments.count < 2 else { throw .usage("one scenario at a time", of: self) }
    let library = session.openLibrary()
    guard let id = call.arguments.first else {
      return Answer(document(library)) { list(library, in: &$0) }
    }
    try call.refuseJSON(of: self)
    guard let entry = library.scenarios.first(where: { $0.scenario.id == id }) else {
      let ids = library.scenarios.map(\.scenario.id)
      let near = ids.min { EditDistance.between($0, id) < EditDistance.between($1, id) }
      let hint = near.flatMap { EditDistance.between($0, id) <= 3 ? $0 : nil }
      throw .failed(
        "there is no scenario \"\(id)\"; "
          + (hint.map { "did you mean \($0)?" } ?? "scenario lists them"))
    }
    guard session.classroom == nil, session.incidentRoom == nil else {
      throw .failed("leave the lesson first: its cluster is not yours to replace")
    }
    try session.open(entry.scenario, in: entry.file)
    return .done()
  }

  private static func document(_ library: Library) -> APIValue {
    .array(
      library.scenarios.map { entry in
        [
          "id": .string(entry.scenario.id),
          "title": .string(MarkdownText.plainText(entry.scenario.title)),
        ]
      })
  }

  private static func list(_ library: Library, in session: inout Session) {
    session.tell(session.styled("Worlds to experiment in", "1"))
    let width = library.scenarios.map(\.scenario.id.count).max() ?? 0
    for entry in library.scenarios {
      let id = ColumnWidth.padded(entry.scenario.id, to: width + 2)
      session.tell(
        "  \(id)\(MarkdownText.plainLine(entry.scenario.title))", hangingBy: width + 4)
    }
    session.tell()
    session.tell("scenario NAME opens one; undo takes you back to where you are.")
  }
}

extension Session {
  /// Puts the scenario's world in place of the one at hand.
  fileprivate mutating func open(
    _ scenario: Scenario, in file: LibraryFile
  ) throws(CommandProblem) {
    guard
      let start = openLibrary().start(cluster: scenario.cluster, beside: file, seed: start.seed)
    else { throw .failed("the cluster \(scenario.cluster) of \(scenario.id) cannot be read") }
    world = start.world()
    namespace = "default"
    lessonFiles = [:]
    for file in scenario.files { lessonFiles[file.name] = file.text }
    _ = runQuietly(scenario.setup)
    // The setup's own lines have forgotten what this one does.
    replacedWorld = true
    anchorClock()
    tell(styled(MarkdownText.plainLine(scenario.title), "1"))
    tell()
    showMarkdown(scenario.text)
    tell()
    let files = scenario.files.map(\.name)
    if !files.isEmpty {
      tell("Files: \(files.joined(separator: ", ")) (cat shows them)", hangingBy: 7)
      tell()
    }
    tell(styled("Try", "1"))
    let ideas = scenario.ideas.enumerated().map { "\($0.offset + 1). \($0.element)" }
    showMarkdown(ideas.joined(separator: "\n"))
  }
}
