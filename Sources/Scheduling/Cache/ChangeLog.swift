/// Which nodes changed lately, in order: whoever keeps something per node looks only at these
/// again.
struct ChangeLog: Sendable {
  private static let least = 1024

  /// The slots of the latest changes.
  private var slots: [Int32] = []
  /// How many changes there have been in all.
  private(set) var count = 0

  /// `most` is how many it remembers; older ones are forgotten.
  mutating func note(_ slot: Int, keeping most: Int) {
    let most = max(most, Self.least)
    if slots.count >= 2 * most { slots.removeFirst(slots.count - most) }
    slots.append(Int32(slot))
    count += 1
  }

  /// The slots that changed after the first `known` changes; nil when these are forgotten.
  func slots(since known: Int) -> ArraySlice<Int32>? {
    let missed = count - known
    return missed <= slots.count ? slots.suffix(missed) : nil
  }
}
