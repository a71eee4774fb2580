import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lessons read on real terminals: narrow, plain, and with keys that turn pages.
@Suite struct LessonReadingTests {
  private static let question = "— more: Enter, q stops —"

  private func reading(
    _ arguments: [String] = [], rows: Int = 24, columns: Int = 80, terminal: String = "xterm"
  ) throws -> (Pty, Workbench) {
    let bench = try Workbench()
    let pty = try bench.podlab(
      arguments + ["lesson", "localhost"], terminal: terminal, rows: rows, columns: columns)
    return (pty, bench)
  }

  @Test(arguments: ["\r", " ", "j", "\u{1B}[B"])
  func aKeyGoesOn(key: String) throws {
    let (pty, _) = try reading(rows: 16)
    try #require(pty.expectLast(Self.question), "\(pty.screenText)")
    for _ in 0..<9 {
      pty.send(key)
      if pty.expectLast("localhost 1/4 12:00:50 default>", seconds: 0.5) { break }
    }
    #expect(pty.expectLast("localhost 1/4 12:00:50 default>"), "\(pty.screenText)")
    #expect(pty.expectOutput("lesson leave keeps your place."))
    #expect(!pty.screenText.contains("more: Enter"), "no question is left behind")
    pty.send("echo fine\r")
    #expect(pty.expect("\nfine\n"), "\(pty.screenText)")
  }

  @Test(arguments: ["q", "Q", "\u{3}", "\u{4}", "\u{1B}"])
  func aKeyStops(key: String) throws {
    let (pty, _) = try reading(rows: 16)
    try #require(pty.expectLast(Self.question), "\(pty.screenText)")
    pty.send(key)
    #expect(pty.expectLast("localhost 1/4 12:00:50 default>"), "\(pty.screenText)")
    #expect(!pty.screenText.contains("keeps your place"))
    pty.send("echo fine\r")
    #expect(pty.expect("\nfine\n"), "\(pty.screenText)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func beingToldToGoWhileReadingLeavesTheTerminalInOrder(signal: Int32) throws {
    let (pty, _) = try reading(rows: 16)
    try #require(pty.expectLast(Self.question))
    #expect(!pty.isInOrder)
    pty.signal(signal)
    #expect(pty.awaitExit() != nil)
    #expect(pty.isInOrder)
  }

  @Test(arguments: [40, 80])
  func linesFitTheScreen(columns: Int) throws {
    let (pty, _) = try reading(rows: 100, columns: columns)
    try #require(pty.expectOutput("keeps your place."))
    let lines = pty.outputLines.filter { !$0.hasPrefix("podlab ") && !$0.contains("default>") }
    #expect(lines.count > 20)
    // A terminal would break longer ones in the middle of a word.
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: ["xterm", "dumb"])
  func plainMeansNoEscapes(terminal: String) throws {
    let (pty, _) = try reading(["--plain"], rows: 100, terminal: terminal)
    try #require(pty.expectOutput("keeps your place."))
    pty.send("skip\r")
    #expect(pty.expectOutput("Done: A pod with two containers."))
    #expect(pty.expectOutput("next goes on"))
    #expect(!pty.output.contains(0x1B))
    pty.send("progress\r")
    #expect(pty.expectOutput("o begun"))
    #expect(!pty.output.contains(0x1B))
  }

  @Test func colourIsUsedWhereItIsWanted() throws {
    let bench = try Workbench()
    let pty = try bench.podlab(["lesson", "localhost"], rows: 100, variables: [])
    #expect(pty.expectOutput("\u{1B}[1mStep 1 of 4"), "\(pty.screenText)")
  }

  @Test func scriptsAreNeverAsked() throws {
    let bench = try Workbench()
    let pty = try bench.podlab(["-c", "lesson localhost; skip; next; skip"], rows: 16)
    #expect(pty.awaitExit() == 0)
    #expect(pty.expectOutput("Done: Call the neighbour."))
    #expect(!pty.outputText.contains("more: Enter"))
  }
}
