import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal and what is kept, whatever happens to the program.
@Suite(.serialized) struct SignalTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// podlab as a job of a shell that can stop and wake it.
  private func job() throws -> Pty {
    let program = try #require(Workbench.program, "podlab has not been built")
    let shell = try Pty(
      spawn: "/bin/sh", arguments: ["-i"],
      environment: [
        "HOME=\(bench.folder)", "PODLAB_STATE=\(bench.folder)/state", "TERM=xterm", "PS1=shell: ",
        "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "NO_COLOR=1", "PODLAB=\(program)",
      ])
    #expect(shell.expect("shell:"))
    shell.send("$PODLAB\r")
    #expect(shell.expectLast("12:00:50 default>"), "\(shell.screenText)")
    return shell
  }

  @Test func controlZStopsAndTheLineGoesOn() throws {
    let shell = try job()
    shell.send("echo on")
    #expect(shell.expectLast("12:00:50 default> echo on"))
    shell.send("\u{1A}")
    #expect(shell.expect("Stopped"), "\(shell.screenText)")
    // What is typed before the shell asks again is echoed twice.
    #expect(shell.expectLast("shell:"), "\(shell.screenText)")
    shell.send("stty -a | grep -o ' icanon'; stty -a | grep -o ' echo '\r")
    #expect(shell.expect("\n icanon\n echo"), "\(shell.screenText)")
    shell.send("fg\r")
    #expect(shell.expectLast("12:00:50 default> echo on"), "\(shell.screenText)")
    shell.send("ward\r")
    #expect(shell.expect("\nonward\n12:00:50 default>"), "\(shell.screenText)")
    shell.send("exit\r")
    #expect(shell.expectLast("shell:"), "\(shell.screenText)")
    #expect(bench.text(of: "state/history").contains("echo onward"))
  }

  @Test func beingStoppedFromElsewhereIsTheSame() throws {
    let shell = try job()
    shell.send("echo on")
    #expect(shell.expectLast("12:00:50 default> echo on"))
    let child = try #require(bench.process(of: shell))
    kill(child, SIGTSTP)
    #expect(shell.expect("Stopped"), "\(shell.screenText)")
    // What is typed before the shell asks again is echoed twice.
    #expect(shell.expectLast("shell:"), "\(shell.screenText)")
    shell.send("stty -a | grep -o ' icanon'\r")
    #expect(shell.expect("\n icanon"), "\(shell.screenText)")
    shell.send("fg\r")
    #expect(shell.expectLast("12:00:50 default> echo on"), "\(shell.screenText)")
    shell.send("ward\r")
    #expect(shell.expect("\nonward\n12:00:50 default>"), "\(shell.screenText)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func whatWasDoneIsKept(signal: Int32) throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("echo kept\r")
    #expect(pty.expect("\nkept\n"))
    pty.send("\u{1B}[200~half a\nline")
    pty.signal(signal)
    #expect(pty.awaitExit() != nil)
    #expect(pty.isInOrder)
    #expect(bench.text(of: "state/history").contains("echo kept"))
    #expect(!bench.text(of: "state/history").contains("half"))
  }

  @Test(arguments: [20, 40, 132])
  func theLineIsDrawnAgainAtAnyWidth(columns: Int) throws {
    let pty = try bench.podlab(columns: 80)
    #expect(pty.expect("default>"))
    pty.send("echo 日本 one two three")
    #expect(pty.expectLast("12:00:50 default> echo 日本 one two three"))
    pty.resize(rows: 24, columns: columns)
    pty.send("!")
    if columns > 80 {
      let whole = "12:00:50 default> echo 日本 one two three!"
      #expect(pty.expectLast(whole), "\(pty.screenText)")
    }
    pty.send(" four\r")
    #expect(pty.expectOutput("日本 one two three! four\r\n"), "\(pty.screenText)")
    #expect(pty.expectLast(columns > 20 ? "12:00:50 default>" : "default>"))
    pty.send("\u{C}echo clear")
    #expect(pty.expect("default> echo clear") || columns == 20, "\(pty.screenText)")
    #expect(pty.screenText.split(separator: "\n").count <= 2, "\(pty.screenText)")
  }

  /// What a session remembers of commands must have bounds.
  @Test(.enabled(if: Workbench.measuresMemory))
  func tenThousandCommandsTakeNoMoreMemory() throws {
    let pty = try bench.podlab(terminal: "dumb")
    #expect(pty.expect("default>"))
    let child = try #require(bench.process(of: pty))
    func run(_ count: Int, _ mark: String) -> Int {
      for number in 0..<(count / 100) {
        pty.send(String(repeating: "x=\(number)\r", count: 100))
        // A terminal takes no more than a page of what nobody reads yet.
        pty.send("echo 'at'-\(mark)-\(number)\r")
        guard pty.expectOutput("at-\(mark)-\(number)\r") else { return 0 }
      }
      return ProcessMemory.residentBytes(of: child) / 1000
    }
    let early = run(2_000, "a")
    let late = run(8_000, "b")
    #expect(early > 0 && late > 0)
    #expect(late < early + 8_000, "\(early) kB after two thousand commands, then \(late) kB")
  }
}
