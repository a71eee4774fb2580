extension LessonReader {
  private static let scenarioFacts = ["id", "title", "cluster"]

  /// A world to experiment in: facts, what there is to see, `## Setup` and `## Try`.
  public static func scenario(_ text: String, file: String) throws(LessonError) -> Scenario {
    let outline = try Outline(text, file: file)
    let facts = try FrontMatter(outline.frontMatter, file: file, allowed: scenarioFacts)
    let steps = StepReader(file: file)
    var scenario = Scenario(
      id: try facts.identifier(), title: try facts.text("title"),
      cluster: facts.text("cluster", or: "default"),
      text: Outline.Block.text(of: outline.introduction),
      files: try steps.files(outline.introduction + outline.sections.flatMap(\.prose)),
      setup: [], ideas: [])
    for section in outline.sections {
      // A section without parts is one part.
      let part = Outline.Part(title: section.title, line: section.line, blocks: section.prose)
      switch section.title {
      case "Setup": scenario.setup = try steps.scripts(part)
      case "Try": scenario.ideas = try steps.numbered(part)
      default:
        throw steps.mistake(
          section.line, "unknown section \"\(section.title)\"; known are Setup, Try")
      }
    }
    guard !scenario.text.isEmpty else {
      throw steps.mistake(1, "a scenario says what there is to see")
    }
    guard scenario.ideas.count >= Scenario.fewestIdeas else {
      throw steps.mistake(
        1,
        "a scenario needs \(Scenario.fewestIdeas) things to try, this one has "
          + "\(scenario.ideas.count)")
    }
    return scenario
  }
}
