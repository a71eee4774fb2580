/// A sheet for somebody who interviews: questions, rubrics and follow-ups, as Markdown.
public enum InterviewSheet {
  public static func markdown(_ questions: [Question]) -> String {
    let minutes = questions.reduce(0) { $0 + $1.par }
    let head = """
      # Interview sheet

      \(questions.count) questions, about \(minutes) minutes. Points are 0, 1 or 2 a line.
      """
    let parts = questions.enumerated().map { part($0.element, number: $0.offset + 1) }
    return ([head] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func part(_ question: Question, number: Int) -> String {
    var parts = [
      "## \(number). \(question.title)",
      "\(question.topic), \(question.level.rawValue), \(question.par) minutes",
      quoted(question.say),
      "**What it is about**: \(question.frame)",
      rubric(question.rubric),
      "**Often said, but wrong**: \(question.wrongAnswers)",
    ]
    if let prove = question.prove { parts.append("**To be shown**: \(prove.prose)") }
    parts += question.followUps.map(followUp)
    return parts.joined(separator: "\n\n")
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
  }

  private static func rubric(_ lines: [RubricLine]) -> String {
    let rows = lines.map { "| | \($0.name) | \($0.sentence) |" }
    return (["| points | | a full answer says |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func followUp(_ followUp: FollowUp) -> String {
    let commands = followUp.commands.map { "\n\n```console\n\($0.text)\n```\n\n" } ?? " "
    return "**And then**:\(commands)\(followUp.question)"
  }
}
