import Engine

/// Reads lesson and question files. Every mistake names its line.
public enum LessonReader {
  private static let lessonFacts = ["id", "title", "level", "minutes", "needs", "cluster"]
  private static let questionFacts = [
    "id", "title", "level", "topic", "par", "lesson", "kind", "cluster",
  ]

  public static func lesson(_ text: String, file: String) throws(LessonError) -> Lesson {
    let (lesson, gaps) = try draft(text, file: file)
    if let gap = gaps.first { throw gap }
    return lesson
  }

  /// A lesson as far as it has come, and what it lacks; only what cannot be read is an error.
  public static func draft(
    _ text: String, file: String
  ) throws(LessonError) -> (lesson: Lesson, gaps: [LessonError]) {
    let outline = try Outline(text, file: file)
    let facts = try FrontMatter(outline.frontMatter, file: file, allowed: lessonFacts)
    guard !outline.sections.isEmpty else {
      throw LessonError(file: file, line: 1, problem: "a lesson needs at least one ## step")
    }
    var steps: [Step] = []
    for section in outline.sections { steps.append(try StepReader(file: file).step(section)) }
    let lesson = Lesson(
      id: try facts.identifier(), title: try facts.text("title"), level: try facts.level(),
      minutes: try facts.number("minutes"), needs: facts.list("needs"),
      cluster: facts.text("cluster", or: "default"),
      introduction: Outline.Block.markdown(of: outline.introduction), steps: steps)
    return (lesson, steps.flatMap { gaps(in: $0, file: file) })
  }

  /// The parts without which a step cannot be taught.
  private static func gaps(in step: Step, file: String) -> [LessonError] {
    var gaps: [String] = []
    if step.checks.isEmpty { gaps.append("a step needs a ### Check part") }
    if step.solution == nil { gaps.append("a step needs a ### Solution part") }
    if step.hints.count != 3 {
      gaps.append("a step needs three hints, this one has \(step.hints.count)")
    }
    return gaps.map { LessonError(file: file, line: step.line, problem: $0) }
  }

  /// A question with the first of what it may vary.
  public static func question(_ text: String, file: String) throws(LessonError) -> Question {
    var chance: SeededRandom?
    return try question(text, file: file, drawing: &chance)
  }

  /// A question with names, numbers and faults drawn by chance, where its file lets them vary.
  public static func question(
    _ text: String, file: String, using random: inout SeededRandom
  ) throws(LessonError) -> Question {
    var chance: SeededRandom? = random
    defer { random = chance ?? random }
    return try question(text, file: file, drawing: &chance)
  }

  private static func question(
    _ text: String, file: String, drawing chance: inout SeededRandom?
  ) throws(LessonError) -> Question {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return try question(
      in: try Variation(lines, file: file).text(of: lines, using: &chance), file: file)
  }

  /// A question in so many forms that each thing it may vary is in one of them.
  public static func everyForm(
    _ text: String, file: String
  ) throws(LessonError) -> [Question] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let variation = try Variation(lines, file: file)
    var forms: [Question] = []
    for number in 0..<variation.count {
      forms.append(
        try question(in: try variation.text(of: lines, number: number), file: file))
    }
    return forms
  }

  /// A question whose names have been filled in.
  private static func question(
    in text: String, file: String
  ) throws(LessonError) -> Question {
    let outline = try Outline(text, file: file)
    let facts = try FrontMatter(outline.frontMatter, file: file, allowed: questionFacts)
    let reader = QuestionReader(file: file, outline: outline)
    let kind = try kinds(facts, file: file)
    let question = Question(
      id: try facts.identifier(), title: try facts.text("title"), level: try facts.level(),
      topic: try facts.text("topic"), par: try facts.number("par"),
      lesson: facts.text("lesson", or: ""), kind: kind,
      cluster: facts.text("cluster", or: "default"), frame: try reader.text("Frame"),
      say: try reader.text("Say"), rubric: try reader.rubric(),
      modelAnswer: try reader.text("Model answer"), wrongAnswers: try reader.text("Wrong answers"),
      prove: try reader.prove(), followUps: try reader.followUps())
    if kind.contains(.prove) != (question.prove != nil) {
      throw LessonError(
        file: file, line: facts.line(of: "kind"),
        problem: "kind must name prove exactly when there is a ### Check part")
    }
    return question
  }

  private static func kinds(
    _ facts: FrontMatter, file: String
  ) throws(LessonError) -> [Question.Part] {
    var kind: [Question.Part] = []
    for word in facts.list("kind") {
      guard let part = Question.Part(rawValue: word) else {
        throw LessonError(
          file: file, line: facts.line(of: "kind"),
          problem: "a kind is say, prove or predict, not \"\(word)\"")
      }
      kind.append(part)
    }
    return kind
  }
}
