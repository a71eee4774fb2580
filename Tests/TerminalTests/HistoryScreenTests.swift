import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Earlier lines, as a person meets them: in this shell, in another, and the next day.
@Suite(.serialized) struct HistoryScreenTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func shellsShareWhatIsTyped() throws {
    let left = try bench.podlab()
    let right = try bench.podlab()
    #expect(left.expect("default>") && right.expect("default>"))
    left.send("echo from the left\r")
    #expect(left.expect("\nfrom the left\n"), "\(left.screenText)")
    right.send("\r")
    usleep(300_000)
    right.send("\u{1B}[A")
    #expect(right.expect("default> echo from the left"), "\(right.screenText)")
    right.send("\u{15}echo from the right\r")
    #expect(right.expect("\nfrom the right\n"), "\(right.screenText)")
    left.send("!!\r")
    #expect(left.expect("\necho from the right\nfrom the right\n"), "\(left.screenText)")
    #expect(bench.text(of: "state/history").split(separator: "\n").count == 2)
  }

  @Test func eventsAreShownBeforeTheyRun() throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("echo one two\r echo private\r!!\recho !$ '!!'\r!nosuch\r[ ! -f x ] && echo free\r")
    pty.send("history\r")
    #expect(pty.expect("\necho one two\none two\n"), "\(pty.screenText)")
    #expect(pty.expect("\necho two '!!'\ntwo !!\n"), "\(pty.screenText)")
    #expect(pty.expect("!nosuch: event not found"), "\(pty.screenText)")
    #expect(pty.expect("\nfree\n"), "\(pty.screenText)")
    // The line that ran twice stands there once; what was private or not found does not.
    #expect(pty.expect("  history\n"), "\(pty.screenText)")
    let kept = bench.text(of: "state/history").split(separator: "\n").map { line in
      String(line.drop { $0 != "\t" }.dropFirst())
    }
    #expect(kept == ["echo one two", "echo two '!!'", "[ ! -f x ] && echo free", "history"])
    pty.send("history -c\r\u{1B}[A")
    usleep(500_000)
    #expect(bench.text(of: "state/history").isEmpty)
  }

  @Test func aPromptStays() throws {
    let first = try bench.podlab()
    #expect(first.expect("lesson next begins the first lesson"), "\(first.screenText)")
    first.send("prompt '<%n>%m '\rexit\r")
    #expect(first.awaitExit() == 0)
    let second = try bench.podlab()
    #expect(second.expect("\n<default>"), "\(second.screenText)")
    #expect(!second.screenText.contains("lesson next"))
    second.send("prompt default\r")
    #expect(second.expect("12:00:50 default>"), "\(second.screenText)")
  }

  @Test func narrowScreensGetAShortPrompt() throws {
    let pty = try bench.podlab(columns: 32)
    #expect(pty.expect("\ndefault>"), "\(pty.screenText)")
    #expect(!pty.screenText.contains("12:00"))
  }

  @Test func plainTerminalsAreAnsweredToo() throws {
    let pty = try bench.podlab(["--plain"])
    #expect(pty.expect("default>"))
    pty.send("fail ?\r")
    #expect(pty.expect("\n  kubelet\n"), "\(pty.screenText)")
    pty.send("echo again\r")
    #expect(pty.expect("\nagain\n"), "\(pty.screenText)")
    pty.send("!!\r")
    #expect(pty.expect("\necho again\nagain\n"), "\(pty.screenText)")
  }

  @Test func scriptsGetTheirWords() throws {
    let path = bench.folder + "/greet"
    let file = try #require(fopen(path, "w"))
    fputs(
      "#!/usr/bin/env podlab\nset -eu\necho \"$# $2\"\ntrap 'echo bye' EXIT\nfalse\necho no\n", file
    )
    fclose(file)
    let pty = try bench.podlab([path, "a", "--plain"])
    #expect(pty.awaitExit() == 1)
    #expect(pty.screenText.contains("2 --plain\nbye"), "\(pty.screenText)")
  }
}
