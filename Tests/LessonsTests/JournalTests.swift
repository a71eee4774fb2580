import Engine
import Lessons
import Testing

private let time = SimTime.worldBegins

private func line(_ text: String, answers: [DoneLine.HostAnswer] = []) -> DoneLine {
  var line = DoneLine(text: text, began: time, ended: time + .seconds(3))
  line.answers = answers
  return line
}

private func origin(_ run: String, after earlier: RunOrigin.Earlier? = nil) -> RunOrigin {
  RunOrigin(run: run, seed: .max, version: "1", edition: "e", earlier: earlier)
}

@Suite struct JournalTests {
  @Test func journalLinesComeBack() {
    var result = AnswerResult()
    result.marks = [2, 0, 1]
    result.checksMet = 2
    result.checks = 3
    result.unmet = ["pod/web is not there"]
    result.predictionsRight = 1
    result.predictions = 2
    result.help = .hint
    result.seconds = 90
    let step = StepResult(
      step: 2, help: .hint, hints: 3, seconds: 61, answer: "both → none", run: "r")
    var done = line(
      "exec -it \"a\" -- sh\n> b",
      answers: [
        .init(kind: .file, name: "a.yaml", text: "a: \u{1B}[1m\t"),
        .init(kind: .edited, name: "", text: nil),
      ])
    done.wasCutShort = true
    done.keys = [.init(time: time, kind: .line("ls")), .init(time: time, kind: .interrupt)]
    let events: [JournalEntry.Event] = [
      .lessonStarted(lesson: "a \"quoted\" one", nil),
      .lessonStarted(lesson: "a", origin("r", after: .init(run: "q", lines: 4))),
      .lineDone(run: "r", done), .stepDone(lesson: "a", step), .lessonDone(lesson: "a", run: "r"),
      .runEnded(run: "r", .dropped),
      .interviewStarted(InterviewPlan(.mock, questions: ["q", "p"], minutes: 30), origin("i")),
      .questionAnswered(question: "q", result, .hard, run: "i"),
      .questionAnswered(question: "q", AnswerResult(), .easy, run: nil),
    ]
    for event in events {
      let entry = JournalEntry(at: time, event)
      #expect(!entry.line.contains("\n"))
      #expect(JournalEntry(line: entry.line) == entry)
    }
  }

  /// What the first version wrote.
  @Test func oldJournalsCount() {
    let progress = Progress(journal: [
      #"{"at":"2026-01-01T12:00:40Z","kind":"lesson-started","lesson":"a","v":1}"#,
      #"{"at":"2026-01-01T12:00:40Z","help":"hint","kind":"step-done","lesson":"a","step":0,"v":1}"#,
      #"{"at":"2026-01-01T12:00:40Z","kind":"lesson-done","lesson":"a","v":1}"#,
    ])
    #expect(progress.startedLessons == ["a"])
    #expect(progress.finishedLessons == ["a"])
    #expect(progress.stepsDone["a"]?[0]?.help == .hint)
    #expect(progress.days == ["2026-01-01"])
  }

  @Test(arguments: ["", "{", "{\"v\":1,\"at\":\"2026-", "[]", "{\"v\":99}", "nonsense"])
  func tornLinesArePassedOver(line: String) {
    let whole = JournalEntry(at: time, .lessonDone(lesson: "a", run: nil)).line
    let progress = Progress(journal: [line, whole, line])
    #expect(progress.finishedLessons == ["a"])
  }
}

@Suite struct RunTests {
  private func journal(_ events: [JournalEntry.Event]) -> Progress {
    Progress(
      journal: events.enumerated().map { number, event in
        JournalEntry(at: time + .seconds(Int64(number)), event).line
      })
  }

  @Test func aRunWithoutLinesWasNotBegun() {
    let progress = journal([.lessonStarted(lesson: "a", origin("1"))])
    #expect(progress.startedLessons.isEmpty)
    #expect(progress.openRun(of: "a") == nil)
  }

  @Test func aRunGoesOnFromTheOneBefore() {
    let progress = journal([
      .lessonStarted(lesson: "a", origin("1")), .lineDone(run: "1", line("one")),
      .lineDone(run: "1", line("two")),
      .lessonStarted(lesson: "a", origin("2", after: .init(run: "1", lines: 2))),
      .lineDone(run: "2", line("three")),
      .lessonStarted(lesson: "a", origin("3", after: .init(run: "2", lines: 3))),
      // Another shell that went on with the first run does not disturb this one.
      .lineDone(run: "1", line("elsewhere")), .lineDone(run: "3", line("four")),
    ])
    let run = progress.openRun(of: "a")
    #expect(run?.lines.map(\.done.text) == ["one", "two", "three", "four"])
    #expect(progress.latestOpenRun?.origin.run == "3")
  }

  @Test(arguments: [JournalEntry.RunEnd.finished, .restarted, .dropped])
  func anEndedRunIsNotGoneOnWith(end: JournalEntry.RunEnd) {
    let progress = journal([
      .lessonStarted(lesson: "a", origin("1")), .lineDone(run: "1", line("one")),
      .runEnded(run: "1", end),
    ])
    #expect(progress.openRun(of: "a") == nil)
    #expect(progress.startedLessons == (end == .dropped ? [] : ["a"]))
    #expect(progress.days.isEmpty == (end == .dropped))
  }

  @Test func aDroppedRunLeavesNoTrace() {
    let progress = journal([
      .lessonStarted(lesson: "a", origin("1")), .lineDone(run: "1", line("one")),
      .stepDone(lesson: "a", StepResult(step: 0, help: .none, run: "1")),
      .lessonStarted(lesson: "a", origin("2", after: .init(run: "1", lines: 1))),
      .lessonDone(lesson: "a", run: "2"), .runEnded(run: "2", .dropped),
    ])
    #expect(progress.startedLessons.isEmpty)
    #expect(progress.finishedLessons.isEmpty)
    #expect(progress.stepsDone.isEmpty)
  }

  @Test func aRunWhoseBeginningIsMissingCannotGoOn() {
    let progress = journal([
      .lessonStarted(lesson: "a", origin("2", after: .init(run: "1", lines: 5))),
      .lineDone(run: "2", line("six")),
    ])
    #expect(progress.openRun(of: "a") == nil)
  }
}

@Suite struct JournalMergeTests {
  private func entry(_ lesson: String) -> String {
    JournalEntry(at: time, .lessonDone(lesson: lesson, run: nil)).line
  }

  @Test func duplicatesAreAddedOnceAndTheRestIsTold() {
    let merge = JournalMerge(
      [entry("a"), entry("b"), "", "{\"v\":1,\"at\":", "hello", "{\"v\":2}", entry("b")],
      into: [entry("a")])
    #expect(merge.added == [entry("b")])
    #expect(merge.known == 2)
    #expect(merge.passedOver.map(\.line) == [4, 5, 6])
    #expect(merge.passedOver.map(\.reason) == [.torn, .foreign, .foreign])
  }

  @Test func mergingTwiceAddsNothing() {
    let first = JournalMerge([entry("a"), entry("b")], into: [])
    let second = JournalMerge([entry("a"), entry("b")], into: first.added)
    #expect(second.added.isEmpty)
  }
}
