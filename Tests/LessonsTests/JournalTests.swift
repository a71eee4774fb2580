import Engine
import Lessons
import Testing

private let time = SimTime.worldBegins

@Test func journalLinesComeBack() {
  var result = JournalEntry.Result()
  result.points = 7
  result.possible = 10
  result.met = 2
  result.checks = 3
  result.seconds = 90
  let events: [JournalEntry.Event] = [
    .lessonStarted(lesson: "a \"quoted\" one"), .stepDone(lesson: "a", step: 2, .hint),
    .lessonDone(lesson: "a"), .questionAnswered(question: "q", result),
  ]
  for event in events {
    let entry = JournalEntry(at: time, event)
    #expect(!entry.line.contains("\n"))
    #expect(JournalEntry(line: entry.line) == entry)
  }
}

@Test(arguments: ["", "{", "{\"v\":1,\"at\":\"2026-", "[]", "{\"v\":99}", "nonsense", "{\"v\":1}"])
func tornLinesArePassedOver(line: String) {
  let whole = JournalEntry(at: time, .lessonDone(lesson: "a")).line
  let progress = Progress(journal: [line, whole, line])
  #expect(progress.finishedLessons == ["a"])
}
