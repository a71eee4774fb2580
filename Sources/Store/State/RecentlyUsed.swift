import HashTreeCollections

/// Values by name, of which those that were written last are kept: what remembers something about
/// everything that ever was would grow for ever.
struct RecentlyUsed<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var value: Value
    /// Greater in what was written later.
    var turn: Int
  }

  /// How many are kept at most.
  let limit: Int
  private var entries = TreeDictionary<String, Entry>()
  private var turn = 0

  init(limit: Int) { self.limit = limit }

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  subscript(name: String) -> Value? {
    get { entries[name]?.value }
    set {
      guard let newValue else {
        entries[name] = nil
        return
      }
      turn += 1
      entries[name] = Entry(value: newValue, turn: turn)
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
