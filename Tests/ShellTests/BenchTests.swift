import Manifests
import Objects
import Testing

/// The bench at its smallest: whether it measures what it says, not how fast that is.
@Suite struct BenchTests {
  private static let scenes = [
    "startup", "scheduling-basic", "spread", "anti-affinity", "preemption", "cluster",
    "zone-outage", "undo", "completion", "get", "describe", "rolling-update", "idle-hour", "inside",
    "traffic",
  ]

  /// Everything is placed, runs, is replaced, listed and undone: a scene in which it is not makes
  /// the program fail.
  @Test func everySceneDoesWhatItMeasures() throws {
    let words = ["bench", "--json", "--size", "tiny"] + Self.scenes
    let run = try BuiltProgram.run(words, complaints: false)
    #expect(run.status == 0)
    let played = try #require(try JSON.decode(run.output).array)
    #expect(played.map { $0["scene"]?.string } == Self.scenes)
    for scene in played {
      let size = try #require(scene["sizes"]?.array?.first)
      #expect(size["size"] == "tiny")
      #expect((size["wanted"]?.integer ?? 0) > 0, "\(scene)")
      #expect(size["done"] == size["wanted"], "\(scene)")
    }
    let cluster = try #require(played.first { $0["scene"] == "cluster" })
    #expect(cluster["sizes"]?.array?.first?["containers"]?.integer == 120)
    #expect(cluster["targets"]?["seconds"]?["under"] != nil)
    let outage = try #require(played.first { $0["scene"] == "zone-outage" })
    #expect((outage["sizes"]?.array?.first?["virtualSeconds"]?.integer ?? 0) > 300)
  }

  @Test func aTableTellsOfGrowthFromTheSmallestSizeToTheLargest() throws {
    let run = try BuiltProgram.run(
      ["bench", "inside", "--size", "small", "--size", "tiny"], complaints: false)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.first == ["SCENE", "UNIT", "TINY", "SMALL", "GROWTH", "TARGET"])
    #expect(lines.count == 2)
    #expect(lines.last?.prefix(2) == ["inside", "commands/s"])
    #expect(lines.last?.last?.last == "x")
  }

  @Test(arguments: [["nonsense"], ["cluster", "nonsense"], ["--size", "gigantic"]])
  func whatIsNotThereIsRefused(words: [String]) throws {
    let run = try BuiltProgram.run(["bench"] + words)
    #expect(run.status == 64)
    #expect(run.output.contains("invalid"))
  }
}
