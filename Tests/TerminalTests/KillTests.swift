import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is killed at any moment has lost nothing that it had kept, and nothing that it
/// had half written is believed.
@Suite struct KillTests {
  /// How many moments; `PODLAB_KILLS` asks for more.
  private static let moments = Environment.value("PODLAB_KILLS").flatMap { Int($0) } ?? 24
  private static let lineCount = 60

  /// Writes into the journal and into a file, again and again.
  private static let work =
    "progress import a.jsonl; save world.pod; create namespace one; save world.pod; "
    + "progress import b.jsonl; create namespace two; save world.pod"

  @Test func nothingIsLostAtAnyMoment() throws {
    var random = SeededMoments(seed: 7)
    for moment in 1...Self.moments {
      let bench = try Workbench()
      try JournalLines.write(1...Self.lineCount, for: "a", in: bench)
      try JournalLines.write(1...Self.lineCount, for: "b", in: bench)
      let microseconds = try kill(in: bench, &random)
      let what = "moment \(moment), after \(microseconds) µs"
      let before = JournalLines.kept(in: bench)
      let wanted = ["a", "b"].flatMap { shell in
        (1...Self.lineCount).map { JournalLines.line($0, for: shell) }
      }
      // Lines come in their order: what is there is the beginning, the last line perhaps torn.
      for (line, whole) in zip(before, wanted) where line != whole {
        #expect(line == before.last && whole.hasPrefix(line), "\(what): \(line)")
      }
      let ended = try bench.run(
        "test ! -e world.pod || $podlab -c 'open world.pod; get namespaces' || exit 9\n"
          + "$podlab -c 'progress import a.jsonl; progress import b.jsonl'")
      #expect(ended.status == 0, "\(what): \(ended.output)")
      #expect(Set(JournalLines.kept(in: bench)).isSuperset(of: wanted), "\(what)")
    }
  }

  /// Begins the work, ends it after a while, and says after how long.
  private func kill(in bench: Workbench, _ random: inout SeededMoments) throws -> Int {
    let longest = 900_000
    let microseconds = random.next(below: longest)
    let seconds = "0." + String(String(1_000_000 + microseconds).dropFirst())
    _ = try bench.run(
      "$podlab -c '\(Self.work)' & child=$!; sleep \(seconds); kill -9 $child; wait $child")
    return microseconds
  }
}

/// Chance that begins with a number.
private struct SeededMoments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
