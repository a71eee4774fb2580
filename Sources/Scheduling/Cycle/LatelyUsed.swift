import HashTreeCollections

/// Values by their keys, as many as there is room for: one more takes the place of the one that
/// was used longest ago. A value keeps its place for as long as it is there.
struct LatelyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let most: Int
  private var values: [Value] = []
  private var keys: [Key] = []
  private var places = TreeDictionary<Key, Int>()
  /// By place: when it was last used, counted in uses.
  private var uses: [Int] = []
  private var useCount = 0

  init(most: Int) { self.most = most }

  /// The places of all values.
  var indices: Range<Int> { values.indices }

  subscript(place: Int) -> Value {
    _read { yield values[place] }
    _modify { yield &values[place] }
  }

  /// The place of the value with this key, which counts as used now.
  mutating func use(_ key: Key) -> Int? {
    guard let place = places[key] else { return nil }
    note(place)
    return place
  }

  /// Where the next value goes.
  var room: Int {
    values.count < most ? values.count : uses.indices.min { uses[$0] < uses[$1] } ?? 0
  }

  /// Puts a value with a new key where there is ``room``.
  mutating func put(_ value: Value, _ key: Key, at room: Int) {
    if room == values.count {
      values.append(value)
      keys.append(key)
      uses.append(0)
    } else {
      places[keys[room]] = nil
      values[room] = value
      keys[room] = key
    }
    places[key] = room
    note(room)
  }

  private mutating func note(_ place: Int) {
    useCount += 1
    uses[place] = useCount
  }
}
