import Engine
import Testing

@Suite struct SharedTreeTests {
  /// A tree and what must be in it.
  private struct Pair {
    var tree = SharedTree<Int, [Int]>()
    var model: [Int: [Int]] = [:]

    mutating func change(_ key: Int, _ random: inout SeededRandom) {
      switch random.below(5) {
      case 0:
        tree[key] = [key]
        model[key] = [key]
      case 1:
        let number = random.below(100)
        tree[key]?.append(number)
        model[key]?.append(number)
      case 2:
        tree[key] = nil
        model[key] = nil
      case 3:
        #expect(tree.take(key) == model.removeValue(forKey: key))
        #expect(tree[key] == nil)
      default:
        guard var value = tree.take(key) else { return }
        value.append(-key)
        if random.below(2) == 0 { tree.put(value, under: key) } else { tree[key] = value }
        model[key]?.append(-key)
      }
    }

    var isSound: Bool {
      let found = Dictionary(uniqueKeysWithValues: tree.map { ($0.key, $0.value) })
      return found == model && tree.keys.sorted() == model.keys.sorted()
        && tree.values.map(\.count).sorted() == model.values.map(\.count).sorted()
        && tree.everyPlace.compactMap(\.wrappedValue?.count).sorted()
          == model.values.map(\.count).sorted()
        && (0..<20).allSatisfy { tree[$0] == model[$0] }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func copiesKeepTheirOwnValues(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var kept = [Pair()]
    for _ in 0..<400 {
      // Earlier ones go on too, beside those that came from them.
      let place = random.below(kept.count)
      kept[place].change(random.below(20), &random)
      if random.below(20) == 0 { kept.append(kept[place]) }
    }
    #expect(kept.count > 5)
    for (number, pair) in kept.enumerated() { #expect(pair.isSound, "copy \(number)") }
  }

  @Test func whatIsTakenOutHasAPlaceAndNoValue() {
    var tree = SharedTree<String, [Int]>()
    #expect(tree.isEmpty)
    tree["a"] = [1]
    let copy = tree
    #expect(tree.take("a") == [1])
    #expect(tree.take("a") == nil)
    #expect(tree.take("b") == nil)
    #expect(tree["a"] == nil)
    #expect(Array(tree.keys).isEmpty)
    #expect(copy["a"] == [1])
    tree.put([1, 2], under: "a")
    #expect(tree["a"] == [1, 2])
    #expect(copy["a"] == [1])
    tree["a"] = nil
    #expect(tree.isEmpty)
    #expect(!copy.isEmpty)
  }

  /// Reaching for what is not there must not make a place for it.
  @Test func changingWhatIsNotThereLeavesNothing() {
    var tree = SharedTree<String, [Int]>()
    tree["a"]?.append(1)
    #expect(tree.isEmpty)
  }
}
