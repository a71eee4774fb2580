import Engine
import Testing

@testable import Nodes

/// Processes that live at the same time: pipes, signals, terminals, and what they may not do.
@Suite struct KernelTests {
  @Test(
    arguments: [
      // Stages of a pipeline run side by side.
      ("yes | head -2", "y\ny\n", 0),
      ("(sleep 1; echo late) | while read x; do echo got $x; done", "got late\n", 0),
      ("echo a | { read x; echo [$x]; }", "[a]\n", 0),
      ("{ echo a; echo b; } | { read x; cat; }", "b\n", 0),
      ("true | false; echo $?", "1\n", 0),
      ("set -o pipefail; false | true; echo $?", "1\n", 0),
      // A file that was opened once is read and written on.
      ("{ echo a; (echo b); sh -c 'echo c'; } > /tmp/f; cat /tmp/f", "a\nb\nc\n", 0),
      (
        "printf '1\\n2\\n3\\n' > /tmp/f; { read x; (read y; echo $y); read z; echo $z; } < /tmp/f",
        "2\n3\n", 0
      ),
      ("exec 3> /tmp/f; echo x >&3; exec 3>&-; echo y >&3; cat /tmp/f", "x\n", 0),
      ("echo err 2>/dev/null >&2; echo out", "out\n", 0),
      // A child cannot change its parent.
      ("x=1; x=2 | true; echo $x", "1\n", 0),
      ("x=$(x=3; echo $x); echo $x", "3\n", 0),
      ("x=$(sleep 2; echo z; exit 4); echo $? $x", "4 z\n", 0),
      // Background, waiting, signals.
      ("sleep 5 & kill $!; wait $!; echo $?", "143\n", 0),
      (
        "(trap 'echo term; exit 7' TERM; sleep 100 & wait) & sleep 1; kill $!; wait $!; echo $?",
        "term\n7\n", 0
      ),
      ("trap '' TERM; kill $$; echo here", "here\n", 0),
      ("sh -c 'trap \"echo bye\" EXIT; exit 3'; echo $?", "bye\n3\n", 0),
      ("sleep 1 & sleep 2 & wait; echo both", "both\n", 0),
      ("wait 4711; echo $?", "127\n", 0),
      ("kill -0 $$ && echo me", "me\n", 0),
      ("timeout 1 sleep 5; echo $?", "143\n", 0),
      (
        "echo $$ > /tmp/a; (echo $$ > /tmp/b); cmp=$(cat /tmp/b); [ $(cat /tmp/a) = $cmp ] && echo s",
        "s\n", 0
      ),
    ])
  func runs(script: String, output: String, status: Int) {
    Bench.expect(script, prints: output, ends: status)
  }

  @Test(
    arguments: [
      ("busybox:1.36", "sh", "nosuch", "sh: nosuch: not found\n"),
      (
        "busybox:1.36", "sh", "cd /no",
        "sh: cd: line 0: can't cd to /no: No such file or directory\n"
      ),
      (
        "busybox:1.36", "sh", "true\n\ncd /no",
        "sh: cd: line 2: can't cd to /no: No such file or directory\n"
      ),
      ("busybox:1.36", "sh", "cat < /no", "sh: can't open /no: no such file\n"),
      ("busybox:1.36", "sh", "echo > /no/x", "sh: can't create /no/x: nonexistent directory\n"),
      ("busybox:1.36", "sh", "fi", "sh: syntax error: unexpected \"fi\"\n"),
      (
        "busybox:1.36", "sh", "if true",
        "sh: syntax error: unexpected end of file (expecting \"then\")\n"
      ),
      ("busybox:1.36", "sh", "timeout 1 sleep 5; true", "Terminated\n"),
      ("busybox:1.36", "sh", "df nofile", "df: nofile: can't find mount point\n"),
      ("debian:12", "sh", "nosuch", "sh: 1: nosuch: not found\n"),
      ("debian:12", "sh", "cd /no", "sh: 1: cd: can't cd to /no\n"),
      ("debian:12", "sh", "echo > /no/x", "sh: 1: cannot create /no/x: Directory nonexistent\n"),
      ("debian:12", "sh", "fi", "sh: 1: Syntax error: \"fi\" unexpected\n"),
      ("debian:12", "sh", "true\nnosuch", "sh: 2: nosuch: not found\n"),
      ("debian:12", "bash", "cat <<E\na\nE\nnosuch", "bash: line 4: nosuch: command not found\n"),
      ("debian:12", "bash", "nosuch", "bash: line 1: nosuch: command not found\n"),
      ("debian:12", "bash", "cd /no", "bash: line 1: cd: /no: No such file or directory\n"),
    ])
  func complains(image: String, shell: String, script: String, errors: String) {
    var bench = Bench()
    bench.start("app", image, ["sleep", "1000"])
    #expect(bench.run([shell, "-c", script]).errors == errors)
  }

  /// What runs wild in a container is held within it, and costs little.
  @Test(
    arguments: [
      ("timeout 5 sh -c 'while true; do :; done'", 143),
      ("timeout 5 sh -c 'f() { f | f & }; f; sleep 9'", 143),
      ("x=a; while true; do x=$x$x; done", 2),
      ("timeout 5 sh -c 'while true; do set -- \"$@\" xxxxxxxxxxxxxxxxxxxx; done'", 143),
      ("f() { f; }; f", 139),
      ("s=; i=0; while [ $i -lt 100 ]; do s=\"$s(\"; i=$((i+1)); done; eval \"$s\"", 2),
    ])
  func isHeld(script: String, status: Int) {
    var bench = Bench.busybox
    let result = bench.shell(script)
    #expect(result.status == status, "\(script): \(result.errors)")
    #expect(result.took <= .minutes(1))
  }

  /// A sleeper beside one that computes is not late.
  @Test func whatWaitsIsNotHeldBack() {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sh", "-c", "while true; do :; done"])
    bench.advance(.minutes(5))
    #expect(bench.run(["sleep", "2"]).took == .seconds(2))
  }

  /// A container that may use a tenth of a core takes ten times as long.
  @Test func limitsMakeItSlow() {
    let script = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"
    var free = Bench.busybox
    let fast = free.shell(script).took
    var limited = Bench.busybox
    limited.sandbox.containers["app"]?.cpuLimitMillis = 100
    let slow = limited.shell(script).took
    #expect(fast > .zero)
    #expect(
      slow.milliseconds >= 9 * fast.milliseconds && slow.milliseconds <= 11 * fast.milliseconds)
  }

  /// Whoever computes is seen to, be it by itself or by starting one program after the other.
  @Test(arguments: ["while true; do :; done", "while true; do date; done > /dev/null"])
  func whatComputesIsCounted(script: String) throws {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sh", "-c", script])
    bench.advance(.seconds(30))
    let meter = try #require(bench.sandbox.containers["app"]?.meter)
    let spent =
      meter.cpuMicroseconds(at: bench.now) - meter.cpuMicroseconds(at: bench.now - .seconds(20))
    #expect((19_000_000...21_000_000).contains(spent), "\(spent)")
  }

  // MARK: - A terminal

  private static func prompt(_ bench: inout Bench, _ command: Int) -> String {
    bench.sandbox.advance(to: bench.now, network: &bench.network)
    return bench.sandbox.takeOutput(of: command, in: "app").map(\.text).joined()
  }

  @Test func aShellAsksForLines() throws {
    var bench = Bench.busybox
    let begun = bench.sandbox.beginCommand(["sh"], in: "app", isTerminal: true, at: bench.now)
    let shell = try #require(begun)
    #expect(Self.prompt(&bench, shell) == "/ # ")
    bench.sandbox.type("cd /tmp; x=5\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "/tmp # ")
    bench.sandbox.type("for i in 1 2\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "> ")
    bench.sandbox.type("do echo $i$x; done\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "15\n25\n/tmp # ")
    bench.sandbox.type("nosuch\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "sh: nosuch: not found\n/tmp # ")
    #expect(bench.sandbox.isWaitingForInput(shell, in: "app"))
    bench.sandbox.type("exit 3\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "")
    #expect(bench.sandbox.exitStatus(of: shell, in: "app") == 3)
  }

  @Test func interruptsEndTheCommandOnly() throws {
    var bench = Bench.busybox
    let begun = bench.sandbox.beginCommand(["sh"], in: "app", isTerminal: true, at: bench.now)
    let shell = try #require(begun)
    _ = Self.prompt(&bench, shell)
    bench.sandbox.type("sleep 100\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "")
    #expect(!bench.sandbox.isWaitingForInput(shell, in: "app"))
    bench.sandbox.interrupt(shell, in: "app", at: bench.now)
    #expect(Self.prompt(&bench, shell).hasSuffix("/ # "))
    bench.sandbox.type("echo $?\n", to: shell, in: "app")
    #expect(Self.prompt(&bench, shell) == "130\n/ # ")
    bench.sandbox.endInput(of: shell, in: "app")
    _ = Self.prompt(&bench, shell)
    #expect(bench.sandbox.exitStatus(of: shell, in: "app") == 0)
  }
}
