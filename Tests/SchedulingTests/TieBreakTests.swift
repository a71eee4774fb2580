import Engine
import Testing

@testable import Scheduling

@Suite struct TieBreakTests {
  @Test(arguments: [
    ([], [], []), ([4], [0], [0]), ([5, 9, 9, 9], [1], [1, 2, 3]), ([9, 1, 9], [0], [0, 2]),
  ])
  func takesOneOfTheBest(_ totals: [Int], first: [Int], random: [Int]) {
    func winners(_ ties: TieBreak) -> [Int] {
      let all = (UInt64(0)..<60).compactMap { seed -> Int? in
        var chance = SeededRandom(seed: seed)
        return ties.winner(among: totals, using: &chance)
      }
      return Set(all).sorted()
    }
    #expect(winners(.first) == first)
    #expect(winners(.random) == random)
  }

  @Test func drawsNothingWhereThereIsNoChoice() {
    var chance = SeededRandom(seed: 1)
    var untouched = chance
    _ = TieBreak.random.winner(among: [1, 2], using: &chance)
    _ = TieBreak.first.winner(among: [2, 2], using: &chance)
    #expect(chance.below(1000) == untouched.below(1000))
  }
}
