/// Makes a question of an outline: one section with the parts of an interview.
struct QuestionReader {
  let file: String
  let outline: Outline

  private static let parts = [
    "Frame", "Say", "Rubric", "Model answer", "Wrong answers", "Follow-up", "Vary",
  ]

  private var allParts: [Outline.Part] { outline.sections.flatMap(\.parts) }

  func text(_ title: String) throws(LessonError) -> String {
    guard let part = allParts.first(where: { $0.title == title }) else {
      throw LessonError(file: file, line: 1, problem: "the part ### \(title) is missing")
    }
    return Outline.Block.markdown(of: part.blocks)
  }

  /// `- claim: sentence` lines.
  func rubric() throws(LessonError) -> [RubricLine] {
    guard let part = allParts.first(where: { $0.title == "Rubric" }) else {
      throw LessonError(file: file, line: 1, problem: "the part ### Rubric is missing")
    }
    var lines: [RubricLine] = []
    for line in part.text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("- "), let colon = line.firstIndex(of: ":") {
        let name = String(line[..<colon].dropFirst(2)).trimmingSpaces
        let sentence = String(line[line.index(after: colon)...]).trimmingSpaces
        lines.append(RubricLine(name: name, sentence: sentence))
      } else if !lines.isEmpty, !line.hasPrefix("- ") {
        lines[lines.count - 1].sentence += " " + line.trimmingSpaces
      } else {
        throw LessonError(
          file: file, line: part.line, problem: "a rubric line is \"- name: sentence\"")
      }
    }
    guard !lines.isEmpty else {
      throw LessonError(file: file, line: part.line, problem: "the rubric is empty")
    }
    return lines
  }

  /// The step to prove, when a section has checks.
  func prove() throws(LessonError) -> Step? {
    let isProof: (Outline.Section) -> Bool = { $0.parts.contains { $0.title == "Check" } }
    guard let section = outline.sections.first(where: isProof) else { return nil }
    let step = try StepReader(file: file).step(section, alsoAllowing: Self.parts)
    guard step.solution != nil else {
      throw LessonError(
        file: file, line: section.line, problem: "what is to be proved needs a ### Solution")
    }
    return step
  }

  func followUps() throws(LessonError) -> [FollowUp] {
    var followUps: [FollowUp] = []
    let reader = StepReader(file: file)
    for part in allParts where part.title == "Follow-up" {
      let asked = part.blocks.first { $0.info?.first == "question" }
      let question =
        asked.map { $0.lines.joined(separator: " ") }
        ?? part.text.split(separator: "\n").filter { !$0.hasPrefix("truth: ") }
        .joined(separator: " ")
      followUps.append(
        FollowUp(
          commands: try reader.scripts(part).first, question: question,
          truth: try reader.truth(part)?.probe))
    }
    return followUps
  }
}
