import Testing

/// What somebody who watches sees, and what is left when they go.
@Suite(.serialized) struct WatchingTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test(arguments: ["q", "\u{1B}", "\u{3}"])
  func theScreenComesBack(key: String) throws {
    let pty = try bench.podlab()
    #expect(pty.expect("default>"))
    pty.send("echo before\rwatch get nodes\r")
    #expect(pty.expect("space pauses"), "\(pty.screenText)")
    #expect(pty.screenText.contains("Every 2s: get nodes"))
    #expect(!pty.screenText.contains("before"))
    pty.send(" ")
    #expect(pty.expect("paused"))
    pty.send(key)
    #expect(pty.expect("watched from"), "\(pty.screenText)")
    pty.send("echo after\r")
    #expect(pty.expect("\nafter\n"), "\(pty.screenText)")
    #expect(!pty.screenText.contains("space pauses"))
    pty.send("exit\r")
    #expect(pty.awaitExit() == 0)
    #expect(pty.isInOrder)
  }
}
