import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal in the hands of a program in a container.
@Suite(.serialized) struct InsideTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func inside() throws -> Pty {
    let pty = try bench.podlab()
    pty.send("run box --image=busybox:1.36 -- sleep 9999\radvance 10s\r")
    #expect(pty.expect("12:01:01 default>"), "\(pty.screenText)")
    pty.send("exec -it box -- sh\r")
    #expect(pty.expectLast("/ #"), "\(pty.screenText)")
    return pty
  }

  @Test func aShellHasAPromptOfItsOwn() throws {
    let pty = try inside()
    pty.send("cd /tmp\r")
    #expect(pty.expectLast("/tmp #"), "\(pty.screenText)")
    pty.send("echo $((6*7))\r")
    #expect(pty.expect("\n42\n/tmp #"), "\(pty.screenText)")
    pty.send("exit 3\r")
    #expect(pty.expect("command terminated with exit code 3\n"), "\(pty.screenText)")
    #expect(pty.expect("default>"))
    pty.send("exit\r")
    #expect(pty.awaitExit() == 3, "podlab leaves with the last status")
  }

  @Test func controlDLeavesTheShellOnly() throws {
    let pty = try inside()
    pty.send("\u{4}")
    #expect(pty.expectLast("12:01:02 default>"), "\(pty.screenText)")
    pty.send("echo still here\r")
    #expect(pty.expect("\nstill here\n"), "\(pty.screenText)")
  }

  @Test func controlCGivesUpTheLine() throws {
    let pty = try inside()
    pty.send("rubbish\u{3}")
    #expect(pty.expect("/ # rubbish^C\n/ #"), "\(pty.screenText)")
    pty.send("echo $?\r")
    #expect(pty.expect("\n130\n"), "\(pty.screenText)")
  }

  @Test func controlCEndsWhatRunsInside() throws {
    let pty = try inside()
    pty.send("while true; do date > /dev/null; sleep 1; echo x; done\r")
    #expect(pty.expect("x\nx\n"), "\(pty.screenText)")
    pty.send("\u{3}")
    #expect(pty.expectLast("/ #"), "\(pty.screenText)")
    pty.send("echo alive\r")
    #expect(pty.expect("\nalive\n"), "\(pty.screenText)")
  }

  @Test func tabKnowsTheFilesInside() throws {
    let pty = try inside()
    pty.send("cat /etc/hostn\t\r")
    #expect(pty.expect("/ # cat /etc/hostname"), "\(pty.screenText)")
    #expect(pty.expect("\nbox\n"), "\(pty.screenText)")
  }

  @Test func theContainerMayDieUnderneath() throws {
    let pty = try bench.podlab()
    pty.send("run box --image=busybox:1.36 -- sleep 60\radvance 10s\r")
    #expect(pty.expect("12:01:01 default>"), "\(pty.screenText)")
    pty.send("exec -it box -- sh\r")
    #expect(pty.expectLast("/ #"), "\(pty.screenText)")
    pty.send("sleep 100\r")
    #expect(pty.expect("command terminated with exit code 137\n"), "\(pty.screenText)")
    #expect(pty.expect("12:01:5"), "\(pty.screenText)")
  }
}
