import Engine
import Objects
import Testing

@testable import Nodes

/// Processes over time: they sleep, are signalled, are copied in the middle of things.
@Suite struct InsideProcessTests {
  @Test func loopsGoOnWhereTheySlept() {
    var bench = Bench()
    bench.start(
      "app", "busybox:1.36", ["sh", "-c", "i=0; while true; do i=$((i+1)); echo $i; sleep 1; done"])
    #expect(bench.log() == "1\n")
    bench.advance(.seconds(3))
    #expect(bench.log() == "1\n2\n3\n4\n")
    #expect(bench.sandbox.exit(of: "app") == nil)
  }

  /// A child that has ended, and that nobody asks for, is no reason to look again.
  @Test(arguments: [
    "true & sleep 100", "true & x=$(sleep 100)", "(exit 3) & sleep 100 & wait $!",
    "true & timeout 100 sleep 200", "true & (sleep 100)", "true & sleep 100 | cat",
  ])
  func whoWaitsIsIdle(script: String) {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sh", "-c", script])
    bench.advance(.seconds(2))
    #expect(bench.sandbox.nextWake == Bench.begin + .seconds(100))
  }

  @Test func copiesGoOnAlike() {
    var bench = Bench()
    bench.start(
      "app", "busybox:1.36",
      [
        "sh", "-c",
        "for i in 1 2 3 4; do echo $i > /tmp/f; (sleep 2; cat /tmp/f) | sed s/^/x/; done",
      ])
    bench.advance(.seconds(3))
    var copy = bench
    bench.advance(.seconds(10))
    copy.advance(.seconds(10))
    #expect(bench.log() == "x1\nx2\nx3\nx4\n")
    #expect(copy.log() == bench.log())
    #expect(copy.sandbox.exit(of: "app") == bench.sandbox.exit(of: "app"))
  }

  @Test(
    arguments: [
      ("sleep 1; echo end", 0, "end\n", 1000),
      ("sleep 0.5; exit 3", 3, "", 500),
      ("x=$(sleep 2; echo late); echo $x", 0, "late\n", 2000),
      ("(sleep 1; echo sub); echo main", 0, "sub\nmain\n", 1000),
      ("sleep 2 & sleep 1; wait; echo both", 0, "both\n", 2000),
      ("sleep 1 | cat; echo piped", 0, "piped\n", 1000),
      ("sh -c 'sleep 1; echo inner'; echo outer", 0, "inner\nouter\n", 1000),
      (
        "while sleep 1; do echo tick; [ -e /tmp/t ] && break; touch /tmp/t; done", 0,
        "tick\ntick\n", 2000
      ),
      ("(timeout 1 sleep 5; echo $?) 2>/dev/null", 0, "143\n", 1000),
    ] as [(String, Int, String, Int)])
  func take(script: String, status: Int, output: String, milliseconds: Int) {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sh", "-c", script])
    bench.advance(.seconds(10))
    let exit = bench.sandbox.exit(of: "app")
    #expect(exit?.exitCode == status)
    #expect(bench.log() == output)
    #expect(exit?.finishedAt == Bench.begin + .milliseconds(Int64(milliseconds)))
    // The same by exec.
    var other = Bench.busybox
    let result = other.shell(script)
    #expect(result.out == output)
    #expect(result.status == status)
    #expect(result.took == .milliseconds(Int64(milliseconds)))
  }

  @Test(
    arguments: [
      (["sleep", "3600"], "busybox:1.36", nil),
      (["sh", "-c", "sleep 3600"], "busybox:1.36", nil),
      (["sh", "-c", "while true; do sleep 1; done"], "busybox:1.36", nil),
      (["sh", "-c", "trap 'exit 3' TERM; while true; do sleep 1; done"], "busybox:1.36", 3),
      (["sh", "-c", "trap 'echo bye; exit 0' TERM; sleep 3600 & wait"], "busybox:1.36", 0),
      (["sh", "-c", "trap 'sleep 2; exit 5' TERM; while :; do sleep 1; done"], "busybox:1.36", 5),
      (["sh", "-c", "trap '' TERM; sleep 3600"], "busybox:1.36", nil),
      ([], "nginx:1.27", 0),
      ([], "redis:7.2", 0),
      ([], "httpd:2.4", 0),
      ([], "registry.k8s.io/pause:3.10", 0),
      (["sh", "-c", "exec nginx -g 'daemon off;'"], "nginx:1.27", 0),
    ] as [([String], String, Int?)])
  func answerToTerm(command: [String], image: String, status: Int?) {
    var bench = Bench()
    bench.start("app", image, command)
    bench.advance(.seconds(1))
    bench.sandbox.signal("app", .terminate, at: bench.now)
    bench.advance(.seconds(5))
    #expect(bench.sandbox.exit(of: "app")?.exitCode == status)
    bench.sandbox.signal("app", .kill, at: bench.now)
    #expect(bench.sandbox.exit(of: "app")?.exitCode == status ?? 137)
  }

  @Test func busyLoopsDoNotHoldUpTheWorld() {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sh", "-c", "while true; do :; done"])
    bench.advance(.seconds(2))
    #expect(bench.sandbox.exit(of: "app") == nil)
    bench = .busybox
    bench.start(
      "noisy", "busybox:1.36", ["sh", "-c", "while true; do echo aaaaaaaaaaaaaaaaaaaa; done"])
    bench.advance(.seconds(2))
    #expect(bench.sandbox.logs(of: "noisy")?.count ?? 0 <= 20_000)
    #expect(bench.shell("f() { f; }; f").status != 0)
    #expect(bench.shell("x=a; while true; do x=$x$x; done").status != 0)
  }

  @Test(arguments: [
    (["serve", "--port=80"], "exec: \"serve\": executable file not found in $PATH"),
    (["/etc/passwd"], "exec: \"/etc/passwd\": permission denied"),
    (["/bin/nope"], "exec: \"/bin/nope\": stat /bin/nope: no such file or directory"),
  ])
  func cannotStart(command: [String], reason: String) {
    var bench = Bench()
    let failure = bench.start("app", "busybox:1.36", command) ?? ""
    #expect(failure.hasPrefix("failed to create containerd task: failed to create shim task: "))
    #expect(failure.hasSuffix("unable to start container process: \(reason)"))
  }

  @Test func memoryHasALimit() {
    let hungry = [
      ("busybox:1.36", ["tail", "/dev/zero"]), ("busybox:1.36", ["sh", "-c", "tail /dev/zero"]),
      ("polinux/stress", ["stress", "--vm", "1", "--vm-bytes", "64M"]),
    ]
    for (image, command) in hungry {
      var bench = Bench()
      bench.start("app", image, command, memory: "32Mi")
      bench.advance(.seconds(2))
      #expect(bench.sandbox.exit(of: "app")?.exitCode == 137)
      #expect(bench.sandbox.exit(of: "app")?.isOutOfMemory == true)
    }
  }

  /// The kubelet has the kernel end a whole container: whoever asked for too much, its number 1
  /// ends with it.
  @Test(arguments: [
    ["sh", "-c", "tail /dev/zero"], ["tail", "/dev/zero"],
    ["stress", "--vm", "2", "--vm-bytes", "20M"],
    ["sh", "-c", "stress --vm 1 --vm-bytes 20M & stress --vm 1 --vm-bytes 20M"],
    ["dd", "if=/dev/zero", "of=/memory/file", "bs=1M", "count=40"],
  ])
  func childrenTakeTheContainerWithThem(command: [String]) {
    var bench = Bench()
    bench.sandbox.memoryVolumes = ["memory"]
    bench.sandbox.volumes["memory"] = FileTree()
    bench.start(
      "app", "busybox:1.36", ["sleep", "1000"], memory: "32Mi", mounts: [("memory", "/memory")],
      programs: ["stress"])
    #expect(bench.run(["stress", "--vm", "1", "--vm-bytes", "10M", "-t", "1"]).status == 0)
    #expect(bench.run(command).status == 137)
    #expect(bench.sandbox.exit(of: "app")?.exitCode == 137)
    #expect(bench.sandbox.exit(of: "app")?.isOutOfMemory == true)
  }

  @Test(arguments: [
    ("cat /sys/fs/cgroup/memory.max", "33554432\n"),
    ("tr '\\0' ' ' < /proc/1/cmdline", "sleep 1000 "), ("cat /proc/1/comm", "sleep\n"),
    ("head -n 1 /proc/meminfo", "MemTotal:        8388608 kB\n"),
    ("[ $(cat /sys/fs/cgroup/memory.current) -gt 0 ] && echo some", "some\n"),
    ("cat /sys/fs/cgroup/cpu.max", "max 100000\n"),
    ("cat /proc/99/comm 2>/dev/null || echo no", "no\n"),
  ])
  func theKernelTellsInFiles(script: String, output: String) {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sleep", "1000"], memory: "32Mi")
    #expect(bench.shell(script).out == output)
  }

  @Test(arguments: [(["sh"], "1\n2\n4\n"), (["sh", "-c", "echo $LINENO"], "0\n")])
  func shellsKnowTheirLines(command: [String], output: String) {
    var bench = Bench.busybox
    let typed = "echo $LINENO\necho $LINENO\n\necho $LINENO\n"
    #expect(bench.run(command, stdin: typed).out == output)
  }

  @Test func volumesAreShared() {
    var bench = Bench(volumes: ["work": FileTree()])
    bench.start(
      "one", "busybox:1.36", ["sh", "-c", "echo hi > /a/f; sleep 3600"], mounts: [("work", "/a")])
    bench.start("two", "busybox:1.36", ["sleep", "3600"], mounts: [("work", "/b")])
    #expect(bench.run(["cat", "/b/f"], in: "two").out == "hi\n")
    #expect(bench.run(["cat", "/a/f"], in: "two").errors.hasPrefix("cat: can't open '/a/f'"))
    #expect(bench.run(["ls", "/"], in: "two").out.contains("b\n"))
  }
}
