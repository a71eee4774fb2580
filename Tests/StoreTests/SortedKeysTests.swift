import Engine
import Objects
import Testing

@testable import Store

/// Keys in order agree with a plain sorted list, whatever comes and goes.
@Suite struct SortedKeysTests {
  @Test(arguments: 0..<20) func agreesWithASortedList(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var keys = SortedKeys()
    var plain: Set<ObjectKey> = []
    for _ in 0..<1500 {
      let namespace = ["a", "b", "c"][random.below(3)]
      let key = ObjectKey(.pod, namespace: namespace, name: "p\(random.below(600))")
      if random.below(3) == 0 {
        keys.remove(key)
        plain.remove(key)
      } else {
        keys.insert(key)
        plain.insert(key)
      }
    }
    let sorted = plain.sorted()
    #expect(keys.keys == sorted)
    #expect(keys.isEmpty == sorted.isEmpty)
    for namespace in ["", "a", "b", "bb", "c", "d"] {
      #expect(keys.keys(in: namespace) == sorted.filter { $0.namespace == namespace })
    }
    for key in sorted { keys.remove(key) }
    #expect(keys.isEmpty)
  }
}
