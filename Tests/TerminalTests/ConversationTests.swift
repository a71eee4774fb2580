import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a conversation begins and ends, and what is left behind.
@Suite(.serialized) struct ConversationTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func theNextConversationRemembers() throws {
    let first = try bench.podlab()
    first.send("echo 'a\\b'\r echo secret\rexit\r")
    #expect(first.awaitExit() == 0, "\(first.screenText)")
    let second = try bench.podlab()
    #expect(second.expect("default>"))
    second.send("\u{1B}[A\u{1B}[A")
    #expect(second.expect("default> echo 'a\\b'"), "\(second.screenText)")
    #expect(!second.screenText.contains("secret"))
  }

  @Test func viKeysComeFromEditrc() throws {
    let file = try #require(fopen(bench.folder + "/.editrc", "w"))
    fputs("bind -v\n", file)
    fclose(file)
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("echo abc")
    #expect(pty.expect("echo abc"))
    pty.send("\u{1B}")
    usleep(100_000)
    pty.send("xx0wiz\r")
    #expect(pty.expect("\nza\n"), "\(pty.screenText)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func beingToldToGoLeavesTheTerminalInOrder(signal: Int32) throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    #expect(!pty.isInOrder, "while a line is edited the terminal is raw")
    pty.signal(signal)
    #expect(pty.awaitExit() != nil)
    #expect(pty.isInOrder)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
  func aCrashLeavesTheTerminalInOrder(signal: Int32) throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    #expect(!pty.isInOrder)
    pty.signal(signal)
    #expect((pty.awaitExit() ?? 0) >= 128)
    #expect(pty.isInOrder)
  }

  @Test func controlCEndsACommandThatRuns() throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("clock live\r")
    #expect(pty.expect("clock live\n12:00:50 ×1 default>"), "\(pty.screenText)")
    pty.send("sleep 30\r")
    #expect(pty.expect("sleep 30"))
    usleep(300_000)
    pty.send("\u{3}")
    usleep(300_000)
    pty.send("echo alive\r")
    #expect(pty.expect("\nalive\n", seconds: 5), "\(pty.screenText)")
  }

  @Test func whatIsTypedAheadIsNotLost() throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("clock live\rsleep 1\r")
    #expect(pty.expect("sleep 1"))
    usleep(200_000)
    pty.send("echo ahead")
    usleep(1_500_000)
    #expect(pty.expect("default> echo ahead"), "\(pty.screenText)")
    pty.send("\r")
    #expect(pty.expect("\nahead\n"), "\(pty.screenText)")
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let pty = try bench.podlab(terminal: "dumb")
    #expect(pty.expect("default>"))
    pty.send("echo plain\r")
    #expect(pty.expect("\nplain\n"), "\(pty.screenText)")
    pty.send("oops\u{3}")
    #expect(pty.expect("^C\n"), "\(pty.screenText)")
    #expect(pty.expectLast("12:00:50 default>"), "\(pty.screenText)")
    pty.send("echo on\r")
    #expect(pty.expect("\non\n"), "\(pty.screenText)")
    #expect(!pty.output.contains(0x1B), "no escape sequences for a dumb terminal")
    pty.send("\u{4}")
    #expect(pty.awaitExit() == 0)
  }

  @Test func aVanishedTerminalEndsTheProgram() throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.hangUp()
    #expect(pty.awaitExit() != nil)
  }

  @Test func theEditorOfThePersonIsUsed() throws {
    let pty = try bench.podlab(variables: ["NO_COLOR=1", "EDITOR=sed -i s/nginx:1.27/nginx:1.28/"])
    pty.send("run web --image=nginx:1.27\redit pod web\r")
    #expect(pty.expect("pod/web edited"), "\(pty.screenText)")
    pty.send("get pod web -o jsonpath={.spec.containers[0].image}\r")
    #expect(pty.expect("\nnginx:1.28"), "\(pty.screenText)")
    #expect(pty.expectLast("12:00:53 default>"), "the prompt has a row of its own")
  }

  @Test func whatIsCertainIsHintedAt() throws {
    let pty = try bench.podlab(variables: [])
    #expect(pty.expect("default>"))
    pty.send("get nodes control")
    #expect(pty.expectLast("12:00:50 default> get nodes control-plane"), "\(pty.screenText)")
    pty.send("\u{5} -o name\r")
    #expect(pty.expect("\nnode/control-plane\n"), "\(pty.screenText)")
  }

  @Test func earlierCommandsAreHintedAt() throws {
    let pty = try bench.podlab(variables: [])
    pty.send("echo something long\r")
    #expect(pty.expect("\nsomething long\n"))
    pty.send("echo some")
    #expect(pty.expectLast("12:00:50 default> echo something long"), "\(pty.screenText)")
    pty.send("\r")
    #expect(pty.expect("\nsome\n"), "a hint is not typed\n\(pty.screenText)")
    pty.send("echo somet\u{1B}[C\r")
    #expect(pty.expect("something long\nsomething long\n"), "\(pty.screenText)")
  }
}
