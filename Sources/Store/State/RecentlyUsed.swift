import HashTreeCollections

/// Values of which those that were written last are kept: what remembers something about
/// everything that ever was would grow for ever.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var value: Value
    /// Greater in what was written later.
    var turn: Int
  }

  /// How many are kept at most.
  let limit: Int
  private var entries = TreeDictionary<Key, Entry>()
  private var turn = 0

  init(limit: Int) { self.limit = limit }

  var count: Int { entries.count }

  subscript(key: Key) -> Value? {
    get {
      // Most often there is nothing, and a key takes longer to look up than that to see.
      entries.isEmpty ? nil : entries[key]?.value
    }
    set {
      guard let newValue else {
        entries[key] = nil
        return
      }
      turn += 1
      entries[key] = Entry(value: newValue, turn: turn)
      if entries.count > limit { forgetTheOldest() }
    }
  }

  /// A quarter goes at once, so that looking for the oldest is seldom needed.
  private mutating func forgetTheOldest() {
    let turns = entries.values.map(\.turn).sorted()
    let first = turns[turns.count / 4]
    entries = entries.filter { $0.value.turn > first }
  }
}
