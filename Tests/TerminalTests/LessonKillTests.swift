import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is killed in the middle of a lesson has lost nothing that was done.
@Suite struct LessonKillTests {
  private static let lesson = "pod-rescheduling"
  private static let lines = [
    "kubectl apply -f web.yaml -f loner.yaml", "advance 5s", "next", "answer Running",
    "fail node worker-2", "advance 1m", "next", "hint", "kubectl scale deployment web --replicas=5",
    "undo", "advance 2m",
  ]

  /// Chance that begins with a number: where in the course of things the program is killed.
  private static func moments(seed: UInt64) -> (line: Int, microseconds: UInt32) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    state ^= state >> 29
    return (Int(state >> 33) % lines.count, UInt32(state % 400_000))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theWorldComesBack(seed: UInt64) throws {
    let bench = try Workbench()
    let moment = Self.moments(seed: seed)
    let victim = try bench.podlab(["lesson", Self.lesson], rows: 200)
    try #require(victim.expectOutput("keeps your place.", seconds: 60))
    for line in Self.lines.prefix(moment.line + 1) { victim.send(line + "\r") }
    // A line after the first, so that there is a run to go on with, and then at any moment.
    try #require(bench.awaitLines(1), "\(victim.screenText)")
    usleep(moment.microseconds)
    victim.signal(SIGKILL)
    try #require(victim.awaitExit() == 128 + SIGKILL)

    let kept = bench.linesKept
    let heir = try bench.podlab(["lesson"], rows: 200)
    try #require(heir.expectOutput("you go on where you left", seconds: 60), "\(heir.screenText)")
    let found = try sight(heir, in: bench)

    let other = try Workbench()
    let straight = try other.podlab(["lesson", Self.lesson], rows: 200)
    try #require(straight.expectOutput("keeps your place.", seconds: 60))
    for line in Self.lines.prefix(kept) { straight.send(line + "\r") }
    #expect(try sight(straight, in: other) == found, "after \(kept) lines")
  }

  /// Everything in the cluster, and the prompt.
  private func sight(_ pty: Pty, in bench: Workbench) throws -> String {
    pty.send("kubectl get pods,nodes,events -A -o yaml > \(bench.folder)/all.yaml\r")
    // What is typed shows the quotes, what is printed does not.
    pty.send("echo 'all ''seen'\r")
    try #require(pty.expectOutput("all seen", seconds: 60), "\(pty.screenText)")
    try #require(pty.expectPrompt(), "\(pty.screenText)")
    return bench.text(of: "all.yaml")
      + (pty.screenText.split(separator: "\n").last.map(String.init) ?? "")
  }
}
