import Engine
import Testing

private func time(_ milliseconds: Int64) -> SimTime { SimTime(milliseconds: milliseconds) }

@Test func keysComeInTheOrderOfTimeAndOfAsking() {
  var queue = EventQueue<String>()
  queue.add("late", at: time(20))
  queue.add("first", at: time(10))
  queue.add("second", at: time(10))
  #expect(queue.popFirst(by: time(15))?.key == "first")
  #expect(queue.popFirst(by: time(15))?.key == "second")
  #expect(queue.popFirst(by: time(15)) == nil)
  #expect(queue.nextTime() == time(20))
}

@Test func aKeyWaitsOnceAtItsEarliestMoment() {
  var queue = EventQueue<String>()
  queue.add("a", at: time(30))
  queue.add("a", at: time(10), because: 7)
  queue.add("a", at: time(20))
  #expect(queue.count == 1)
  let due = queue.popFirst(by: time(100))
  #expect(due?.time == time(10))
  #expect(due?.cause == 7)
  #expect(queue.popFirst(by: time(100)) == nil)
}

@Test(arguments: 0..<50)
func aCopyGoesItsOwnWay(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  var queue = EventQueue<Int>()
  for _ in 0..<200 { queue.add(random.below(80), at: time(Int64(random.below(1000)))) }
  var copy = queue
  var order: [Int] = []
  var last = time(0)
  while let due = queue.popFirst(by: time(1000)) {
    #expect(due.time >= last)
    last = due.time
    order.append(due.key)
  }
  #expect(Set(order).count == order.count)
  var again: [Int] = []
  while let due = copy.popFirst(by: time(1000)) { again.append(due.key) }
  #expect(order == again)
}

@Test func chanceRepeatsItself() {
  var one = SeededRandom(seed: 42)
  var two = SeededRandom(seed: 42)
  #expect((0..<100).map { _ in one.below(1000) } == (0..<100).map { _ in two.below(1000) })
  #expect(one.suffix().allSatisfy(SeededRandom.suffixAlphabet.contains))
  #expect(one.uuid().count == 36)
}
