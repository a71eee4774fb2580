import Engine
import Kubectl
import Lessons
import Testing

@testable import Shell
@testable import Simulation

/// Whoever is cut off in the middle of an interview goes on as if nothing had been.
@Suite struct InterviewComebackTests {
  private static let lines = [
    "interview start --questions 3 --seed 5 --minutes 60", "say a pod, I'd say", "reveal",
    "mark 1 2", "say it isn't the same", "interview pause", "reveal", "mark 2 2",
    "say I'd scale it", "reveal", "mark 1 0", "kubectl get pods", "advance 3s",
    "kubectl scale deployment web api shop --replicas=3", "undo",
    "kubectl scale deployment web api shop --replicas=3", "advance 5s", "next", "answer 3",
    "next", "answer 1",
  ]

  private static func session(_ journal: MemoryJournal, clock: Clock) -> Session {
    var host = Host()
    host.lessonFiles = { GoldenSession.pack }
    host.journal = { journal.lines }
    host.keepInJournal = { line in
      journal.lines.append(line)
      return nil
    }
    host.timeOfDay = { clock.time }
    return Session(.standard(), manner: .interactive, host: host)
  }

  private final class Clock {
    var time = SimTime.worldBegins
  }

  /// All of an interview that somebody could see, and all that counts in the end.
  private static func sight(of session: Session) -> [String] {
    var session = session
    session.host.keepInJournal = { _ in nil }
    let run = session.interviewRun
    return [
      session.prompt(usesColour: false), "\(session.now)",
      "\(run?.place ?? -1) \(run.map { "\($0.stage)" } ?? "-") \(run?.said ?? [])",
      "\(run?.result ?? AnswerResult()) \(run?.prediction ?? "-")",
      "\(run?.spentBefore ?? .zero) \(run?.answered.map(\.result) ?? [])",
      session.reply(to: "get pods,deployments -A -o yaml").text,
      session.reply(to: "undo; get pods -A").text,
    ]
  }

  /// After each line the program may be killed.
  @Test func theInterviewIsTheSameAfterEveryLine() {
    let journal = MemoryJournal()
    let clock = Clock()
    var session = Self.session(journal, clock: clock)
    for line in Self.lines {
      clock.time = clock.time + .seconds(20)
      _ = session.reply(to: line)
      let copy = MemoryJournal()
      copy.lines = journal.lines
      var again = Self.session(copy, clock: clock)
      let reply = again.reply(to: "interview resume")
      #expect(reply.status == 0)
      #expect(!reply.text.contains("note:"), "after \(line): \(reply.text)")
      // Pausing is for this moment: who comes back has begun again.
      if line == "interview pause" { continue }
      for (before, after) in zip(Self.sight(of: session), Self.sight(of: again)) {
        #expect(before == after, "after \(line)")
      }
    }
    #expect(session.interviewRun?.answered.count == 1)
  }

  @Test func theClockOfAMockRunsOnUntilItIsPaused() throws {
    let clock = Clock()
    var session = Self.session(MemoryJournal(), clock: clock)
    _ = session.reply(to: "interview start --questions 2 --minutes 10 --seed 1")
    #expect(session.prompt(usesColour: false).hasPrefix("interview 1/2 10:00 "))
    clock.time = clock.time + .seconds(65)
    #expect(session.prompt(usesColour: false).hasPrefix("interview 1/2 8:55 "))
    _ = session.reply(to: "interview pause")
    clock.time = clock.time + .hours(3)
    #expect(session.prompt(usesColour: false).hasPrefix("interview 1/2 paused "))
    _ = session.reply(to: "say back again")
    #expect(session.prompt(usesColour: false).hasPrefix("interview 1/2 8:55 "))
    clock.time = clock.time + .minutes(9)
    #expect(session.reply(to: "reveal").text.hasPrefix("Time is up."))
    #expect(!session.reply(to: "check").text.contains("Time is up."))
    // What is begun is finished; nothing more is asked.
    let count = session.interviewRun?.question.rubric.count ?? 0
    _ = session.reply(to: "mark " + Array(repeating: "1", count: count).joined(separator: " "))
    for _ in 0..<3 where session.interviewRun != nil { _ = session.reply(to: "next") }
    #expect(session.interviewRun == nil)
    let answers = session.learnt().answers
    #expect(answers.map(\.result.seconds) == [605])
  }

  /// A clock that runs backwards takes nothing away and adds nothing.
  @Test func aClockThatRunsBackwardsHarmsNothing() {
    let clock = Clock()
    let journal = MemoryJournal()
    var session = Self.session(journal, clock: clock)
    _ = session.reply(to: "interview question what-a-pod-is")
    clock.time = clock.time - .hours(24 * 400)
    for line in ["say x", "reveal", "mark 2 2"] { _ = session.reply(to: line) }
    let progress = session.learnt()
    #expect(progress.answers.map(\.result.seconds) == [0])
    clock.time = clock.time + .hours(24 * 500)
    #expect(session.learnt().schedule.due(at: clock.time) == ["what-a-pod-is"])
    #expect(session.reply(to: "interview review").text.contains("Review: 1 question due"))
  }

  @Test func aScriptLeavesNoTrace() {
    let journal = MemoryJournal()
    var host = Host()
    host.lessonFiles = { GoldenSession.pack }
    host.keepInJournal = { line in
      journal.lines.append(line)
      return nil
    }
    var script = Session(.standard(), manner: .script, host: host)
    let reply = script.reply(to: "interview question what-a-pod-is\nreveal\nmark 2 2")
    #expect(reply.status == 0)
    #expect(journal.lines.isEmpty)
  }

  /// A file with a mistake is told of with its line, and left out of draws.
  @Test func aBrokenQuestionIsLeftOut() throws {
    var session = Self.session(MemoryJournal(), clock: Clock())
    session.host.lessonFiles = {
      GoldenSession.pack.map {
        LibraryFile(
          path: $0.path,
          text: $0.path.hasSuffix("what-a-pod-is.md")
            ? $0.text.replacing("level: junior", with: "level: boss") : $0.text)
      }
    }
    let reply = session.reply(to: "interview question what-a-pod-is")
    #expect(reply.status == 1)
    #expect(reply.text.contains("what-a-pod-is.md:4: a level is junior, mid or senior"))
    for seed in 0..<20 {
      _ = session.reply(to: "interview start --seed \(seed)")
      let ids = session.interviewRun?.entries.map(\.question.id) ?? []
      #expect(!ids.isEmpty && !ids.contains("what-a-pod-is"))
    }
  }
}
