import Engine
import Lessons
import Testing

private let start = SimTime.worldBegins

private func question(_ id: String, topic: String = "pods", lesson: String = "localhost") throws
  -> Question
{
  try LessonReader.question(
    """
    ---
    id: \(id)
    title: About \(id)
    level: junior
    topic: \(topic)
    par: 4
    lesson: \(lesson)
    kind: [say]
    ---
    ## About \(id)

    ### Frame
    Whether you know \(id).

    ### Say
    What is \(id)?
    And why?

    ### Rubric
    - claim: It is a thing.
    - mechanism: It works like this.

    ### Model answer
    A thing called zebra-\(id).

    ### Wrong answers
    "Nothing": it is something.

    ### Follow-up
    ```console
    $ kubectl get pods
    ```
    ```question
    And now?
    ```
    truth: pod/a .status.phase
    """, file: "interview/\(id).md")
}

private func result(_ marks: [Int], met: Int = 0, of checks: Int = 0) -> AnswerResult {
  var result = AnswerResult()
  result.marks = marks
  result.checksMet = met
  result.checks = checks
  result.seconds = 200
  return result
}

@Test func anAnswerIsGradedByWhatHappened() {
  var shown = result([2, 2])
  shown.help = .solution
  var helped = result([2, 2])
  helped.help = .hint
  var quick = result([2, 2], met: 1, of: 1)
  quick.seconds = 120
  let table: [(AnswerResult, Grade)] = [
    (result([0, 1]), .again), (result([2, 2], met: 1, of: 2), .again), (shown, .again),
    (result([1, 1]), .hard), (helped, .hard), (result([2, 1]), .good), (result([2, 2]), .good),
    (quick, .easy),
  ]
  for (result, grade) in table { #expect(result.grade(par: 4) == grade) }
}

@Test func whatIsForgottenSoonestComesFirst() {
  var schedule = ReviewSchedule()
  schedule.answered("fresh", .easy, at: start)
  schedule.answered("old", .good, at: start - .hours(24 * 9))
  schedule.answered("older", .good, at: start - .hours(24 * 40))
  schedule.answered("forgotten", .again, at: start - .hours(24 * 9))
  #expect(schedule.due(at: start) == ["forgotten", "older", "old"])
  #expect(schedule.due(at: start - .hours(24 * 100)).isEmpty)
  #expect(schedule.readiness(for: ["fresh"], at: start) == 1)
  #expect(schedule.readiness(for: ["fresh", "never asked"], at: start) == 0.5)
  #expect(schedule.readiness(for: [], at: start) == 0)
}

@Test func theReportNamesWhatWasLost() throws {
  var second = result([2, 0], met: 1, of: 2)
  second.unmet = ["deployment/web is not there"]
  second.predictions = 2
  second.predictionsRight = 1
  let report = InterviewReport([
    .init(question: try question("a"), result: result([2, 2])),
    .init(question: try question("b", topic: "nodes", lesson: "taints"), result: second),
  ]).markdown
  #expect(report.contains("**66 %** in 2 questions, 8 of 12 points, 6:40 of 8 min"))
  #expect(report.contains("| nodes | 1 | 4 of 8 | 50 % |"))
  #expect(report.contains("- mechanism, 0 of 2: It works like this."))
  #expect(report.contains("- not shown: deployment/web is not there"))
  #expect(report.contains("- 1 of 2 predictions did not come true"))
  #expect(report.contains("- `lesson taints`"))
  #expect(!report.contains("lesson localhost"))
}

@Test func theSheetHasAllAnInterviewerNeeds() throws {
  let sheet = InterviewSheet.markdown([try question("a"), try question("b")])
  for part in [
    "2 questions, about 8 minutes", "## 2. About b", "> What is a?\n> And why?",
    "| | mechanism | It works like this. |", "$ kubectl get pods".dropFirst(2) + "\n```",
    "And now?", "Whether you know b.",
  ] {
    #expect(sheet.contains(part))
  }
}

@Test func wordsFindQuestionsByTheirTitleFirst() throws {
  let all = [try question("a"), try question("zebra"), try question("b", topic: "Nodes")]
  func found(_ words: String...) -> [String] {
    QuestionSearch.matches(words, in: all).map(\.id)
  }
  #expect(found("zebra") == ["zebra", "a", "b"])
  #expect(found("NODES") == ["b"])
  #expect(found("nodes", "zebra-b") == ["b"])
  #expect(found("nodes", "nowhere").isEmpty)
}
