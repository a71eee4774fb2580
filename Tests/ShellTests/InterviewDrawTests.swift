import Engine
import Lessons
import Testing

@testable import Shell

/// What a mock interview asks from the bank of the package.
@Suite struct InterviewDrawTests {
  private static let bank = Library(GoldenSession.lessonFiles).questions.map(\.question)

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func everythingHasItsShare(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let drawn = InterviewDraw.draw(Self.bank, .init(count: 10), using: &random)
    #expect(drawn.count == 10)
    let topics = Set(Self.bank.map(\.topic)).count
    #expect(Set(drawn.map(\.topic)).count == min(10, topics))
    let proved = drawn.count { $0.prove != nil }
    #expect((4...6).contains(proved), "\(drawn.map(\.id))")
    for level in Level.allCases {
      #expect((2...5).contains(drawn.count { $0.level == level }), "\(drawn.map(\.level))")
    }
  }

  @Test func chanceDecidesAndTheSeedRepeatsIt() {
    let draws = (1...5).map { seed in
      var random = SeededRandom(seed: UInt64(seed))
      return InterviewDraw.draw(Self.bank, .init(count: 5), using: &random).map(\.id)
    }
    #expect(Set(draws).count == 5)
    var random = SeededRandom(seed: 1)
    #expect(InterviewDraw.draw(Self.bank, .init(count: 5), using: &random).map(\.id) == draws[0])
  }

  @Test func wishesAreKept() {
    var random = SeededRandom(seed: 7)
    let wish = InterviewDraw.Wish(count: 100, level: .senior, topic: nil, minutes: 20)
    let drawn = InterviewDraw.draw(Self.bank, wish, using: &random)
    #expect(!drawn.isEmpty)
    #expect(drawn.allSatisfy { $0.level == .senior })
    #expect(drawn.map(\.par).reduce(0, +) <= 20)
  }
}
