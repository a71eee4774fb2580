import Engine
import Manifests
import Objects
import Soak
import Testing

/// A short piece of random life. The long ones are `podlab soak`.
@Suite struct SoakTests {
  /// Every process seeds its hashes anew; the life of a seed must not depend on them.
  @Test func whatMustHoldHoldsAndAnotherProcessLivesTheSameLife() throws {
    var life = SoakRun(nodes: 5, seed: 4, linesPerDay: 480)
    life.open()
    life.live(until: life.now + .minutes(90))
    life.heal()
    #expect(life.findings.isEmpty, "\(life.findings.map { "\($0.lines): \($0.text)" })")
    #expect(life.lineCount > 50)
    #expect(life.refusedCount < life.lineCount / 2, "most lines do something")
    let other = try BuiltProgram.run(
      ["soak", "--days", "0.0625", "--nodes", "5", "--seed", "4", "--lines", "480", "--json"],
      complaints: false)
    #expect(other.status == 0)
    let told = try JSON.decode(other.output)
    #expect(told["digest"]?.string == "\(life.fingerprint)", "\(other.output)")
    #expect(told["findings"] == .array([]))
  }

  @Test func takingBackAndLookingLeaveNothing() {
    var life = SoakRun(nodes: 4, seed: 2, linesPerDay: 1440, trialsEvery: 2)
    life.open()
    life.live(until: life.now + .minutes(20))
    #expect(life.findings.isEmpty, "\(life.findings.map { "\($0.lines): \($0.text)" })")
    #expect(life.undone > 2)
  }

  @Test func aFileThatCannotBeWrittenIsKnownBeforeTheLifeBegins() throws {
    let run = try BuiltProgram.run(
      ["soak", "--days", "366", "--nodes", "5000", "--script", "/nowhere/script.sh"])
    #expect(run.status == 1)
    #expect(run.output.contains("/nowhere/script.sh"), "\(run.output)")
    #expect(run.output.hasPrefix("podlab: "), "\(run.output)")
  }
}
