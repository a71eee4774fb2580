import Engine
import Foundation
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
    let other = try Self.podlab([
      "soak", "--days", "0.0625", "--nodes", "5", "--seed", "4", "--lines", "480", "--json",
    ])
    #expect(other.contains("\"digest\": \"\(life.fingerprint)\""), "\(other)")
  }

  @Test func takingBackAndLookingLeaveNothing() {
    var life = SoakRun(nodes: 4, seed: 2, linesPerDay: 1440, trialsEvery: 2)
    life.open()
    life.live(until: life.now + .minutes(20))
    #expect(life.findings.isEmpty, "\(life.findings.map { "\($0.lines): \($0.text)" })")
    #expect(life.undone > 2)
  }

  /// What podlab prints that was built beside these tests.
  private static func podlab(_ arguments: [String]) throws -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folders = [tests.deletingLastPathComponent(), root.appendingPathComponent(".build/debug")]
    let program = try #require(
      folders.map { $0.appendingPathComponent("podlab") }.first {
        FileManager.default.isExecutableFile(atPath: $0.path)
      }, "podlab has not been built")
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
