import Engine
import Testing

@Test(arguments: [
  (1, 2, 3), (.max, 1, .max), (.max, .max, .max), (.min, -1, .min), (.max, -1, .max - 1),
  (.min, .max, -1),
])
func sumsEndWithTheLastNumber(left: Int, right: Int, sum: Int) {
  #expect(left.addingClamped(right) == sum)
  #expect(right.addingClamped(left) == sum)
}

@Test(arguments: [
  (3, 4, 12), (.max, 2, .max), (.max, -2, .min), (.min, 2, .min), (.min, -1, .max), (.max, 0, 0),
])
func productsEndWithTheLastNumber(left: Int, right: Int, product: Int) {
  #expect(left.multipliedClamped(by: right) == product)
  #expect(right.multipliedClamped(by: left) == product)
}

@Test(arguments: [
  (3, 4, -1), (.min, 1, .min), (.max, -1, .max), (0, .min, .max), (-1, .min, .max),
  (.min, .min, 0), (-2, .max, .min),
])
func differencesEndWithTheLastNumber(left: Int, right: Int, difference: Int) {
  #expect(left.subtractingClamped(right) == difference)
}

@Test(arguments: [
  (1.9, 1), (-1.9, -1), (0, 0), (1e18, 1_000_000_000_000_000_000), (1e19, .max), (-1e19, .min),
  (9_223_372_036_854_775_808, .max), (.infinity, .max), (-.infinity, .min), (.nan, 0),
])
func fractionsEndWithTheLastNumber(fraction: Double, whole: Int) {
  #expect(Int(clamping: fraction) == whole)
}

@Test(arguments: [
  (1, 3, 33), (2, 3, 66), (3, 2, 150), (5, 0, 0), (-1, 4, -25), (.max, 1, .max), (.max, .max, 100),
])
func hundredthsAreRoundedDown(part: Int, whole: Int, percent: Int) {
  #expect(part.percent(of: whole) == percent)
}

@Suite struct LastMomentTests {
  private let last = SimTime(milliseconds: .max)
  private let first = SimTime(milliseconds: .min)

  @Test func nothingLiesBeyondIt() {
    #expect(last + .seconds(1) == last)
    #expect(first - .seconds(1) == first)
    #expect(last - first == SimSpan(milliseconds: .max))
    #expect(SimTime(seconds: .max) == last)
    #expect(SimTime(seconds: .min) == first)
    #expect(SimSpan.hours(.max) == SimSpan(milliseconds: .max))
    #expect(SimSpan.seconds(.min) + .seconds(-1) == SimSpan(milliseconds: .min))
    #expect(SimSpan.seconds(fractional: 0.25) == .milliseconds(250))
    #expect(SimSpan.seconds(fractional: .nan) == .zero)
    #expect(SimSpan.seconds(fractional: .infinity) == SimSpan(milliseconds: .max))
  }

  @Test func itHasADate() {
    #expect(last.rfc3339 == "292278994-08-17T07:12:55Z")
    #expect(first.rfc3339 == "-292275055-05-16T16:47:04Z")
    #expect(first.wholeSecond == first)
  }
}
