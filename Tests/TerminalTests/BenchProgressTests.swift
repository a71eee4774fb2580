import Testing

/// What a person sees of the bench while it runs.
@Suite struct BenchProgressTests {
  @Test func itTellsHowFarItIsAndLeavesAtOnce() throws {
    let bench = try Workbench()
    let terminal = try bench.podlab(["bench", "cluster", "--size", "small"])
    #expect(terminal.expect("cluster, small [", seconds: 60), "\(terminal.screenText)")
    #expect(terminal.expect(" of 1,000 pods", seconds: 60), "\(terminal.screenText)")
    terminal.send("\u{3}")
    #expect(terminal.awaitExit(seconds: 30) == 130)
  }

  @Test func theLineIsGoneWhenTheSceneIsOver() throws {
    let bench = try Workbench()
    let terminal = try bench.podlab(["bench", "cluster", "--size", "tiny"])
    #expect(terminal.awaitExit(seconds: 60) == 0)
    let lines = terminal.screenText.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("cluster          s ") }, "\(terminal.screenText)")
    #expect(!lines.contains { $0.contains("[") }, "\(terminal.screenText)")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
