import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every lesson, played on a real terminal by somebody who types its solutions.
@Suite struct LessonPlayTests {
  @Test func thereAreLessons() {
    #expect(LessonFile.all.count >= 3)
    #expect(LessonFile.all.allSatisfy { $0.steps.allSatisfy { !$0.solution.isEmpty } })
  }

  @Test(arguments: LessonFile.all)
  func goesToItsEnd(lesson: LessonFile) throws {
    let bench = try Workbench()
    // Tall enough for every text: turning pages has tests of its own.
    let pty = try bench.podlab(["lesson", lesson.id], rows: 400, columns: 80)
    for (number, step) in lesson.steps.enumerated() {
      try #require(
        pty.expectOutput("Step \(number + 1) of \(lesson.steps.count): ", seconds: 60),
        "\(lesson.id): step \(number + 1) does not begin\n\(pty.screenText)")
      for line in step.solution { pty.send(line + "\r") }
      try #require(
        pty.expectOutput("Done: \(step.title).", seconds: 60),
        "\(lesson.id), step \(number + 1)\n\(pty.screenText)")
      pty.send("next\r")
    }
    #expect(pty.expectOutput("Lesson done: ", seconds: 60), "\(lesson.id)\n\(pty.screenText)")
    #expect(pty.expectOutput("You are back on your own cluster"))
    pty.send("exit\r")
    #expect(pty.awaitExit() == 0)
  }
}
