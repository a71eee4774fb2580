import Testing

@testable import Store

@Suite struct RecentlyUsedTests {
  @Test func whatWasWrittenLongAgoGoesFirst() {
    var kept = RecentlyUsed<String, Int>(limit: 8)
    for number in 0..<8 { kept["\(number)"] = number }
    #expect(kept.count == 8)
    kept["0"] = 100
    let copy = kept
    kept["new"] = 9
    #expect(kept["1"] == nil)
    #expect(kept["0"] == 100 && kept["7"] == 7 && kept["new"] == 9)
    #expect(copy["1"] == 1 && copy["new"] == nil)
    kept["0"] = nil
    #expect(kept["0"] == nil)
  }

  @Test(arguments: [1, 2, 4096])
  func itNeverHoldsMoreThanItsLimit(limit: Int) {
    var kept = RecentlyUsed<String, Int>(limit: limit)
    for number in 0..<3 * limit {
      kept["\(number)"] = number
      #expect(kept.count <= limit && kept["\(number)"] == number)
    }
  }
}
