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

  /// As a heap comes to its top that is made bottom-up.
  @Test(arguments: 0..<40) func bringsUpWhatAHeapWould(_ seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    let count = Int.random(in: 1...70, using: &chance)
    let totals = (0..<count).map { _ in Int.random(in: 0...2, using: &chance) }
    var heap = Array(totals.indices)
    for start in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
      var place = start
      while case let left = 2 * place + 1, left < heap.count {
        var child = left
        if left + 1 < heap.count, totals[heap[left + 1]] > totals[heap[left]] { child += 1 }
        guard totals[heap[child]] > totals[heap[place]] else { break }
        heap.swapAt(place, child)
        place = child
      }
    }
    #expect(Decision.top(of: totals) == heap[0])
  }
}
