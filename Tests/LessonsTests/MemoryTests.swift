import Engine
import Lessons
import Testing

private let start = SimTime.worldBegins

/// Intervals when each review comes on the very day it is due.
private func intervals(_ grades: [Grade]) -> [Int] {
  var memory = Memory(first: grades[0], at: start)
  var intervals = [memory.interval]
  for grade in grades.dropFirst() {
    memory.review(grade, at: memory.dueAt)
    intervals.append(memory.interval)
  }
  return intervals
}

@Test func intervalsAreThoseOfTheReferenceRun() {
  #expect(intervals([.good, .good, .good, .good, .again, .good]) == [2, 11, 46, 163, 5, 12])
}

@Test(arguments: [(Grade.again, 1), (.hard, 1), (.good, 2), (.easy, 8)])
func aFirstAnswerSetsTheFirstInterval(grade: Grade, days: Int) {
  #expect(intervals([grade]) == [days])
}

/// Any past and any delay: an easier answer never comes back sooner, a lapse never later than the
/// interval before it, and every figure stays within its range.
@Test(arguments: 0..<200)
func memoriesStayInOrder(seed: Int) {
  var random = SeededRandom(seed: UInt64(seed))
  func grade() -> Grade { Grade(rawValue: 1 + random.below(4)) ?? .good }
  var memory = Memory(first: grade(), at: start)
  for _ in 0..<20 {
    let time = memory.reviewedAt + .hours(Int64(random.below(24 * 2 * memory.interval + 24)))
    let after = Grade.allCases.map { grade in
      var copy = memory
      copy.review(grade, at: time)
      return copy
    }
    for (harder, easier) in zip(after, after.dropFirst()) {
      #expect(harder.stability <= easier.stability)
      #expect(harder.interval <= easier.interval)
      #expect(harder.difficulty >= easier.difficulty)
    }
    #expect(after[0].stability <= memory.stability)
    #expect(after[2].stability >= memory.stability)
    #expect(after.allSatisfy { (1...10).contains($0.difficulty) && $0.stability > 0 })
    #expect((0...1).contains(memory.chanceOfRecall(at: time)))
    memory = after[grade().rawValue - 1]
  }
}

@Test func aClockThatRunsBackwardsLosesNothing() {
  var memory = Memory(first: .good, at: start)
  memory.review(.good, at: start - .hours(24 * 400))
  #expect(memory.reviewedAt == start)
  #expect(memory.stability >= 2.3065)
  #expect(memory.chanceOfRecall(at: start - .hours(1)) == 1)
}
