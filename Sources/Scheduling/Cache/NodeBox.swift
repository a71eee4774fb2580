/// A node's facts behind a reference: a copy of the cache shares them, and whoever changes a
/// shared one makes one of its own first.
final class NodeBox: @unchecked Sendable {
  // Safe although it varies: only who holds the only reference may change it.
  fileprivate(set) var facts: NodeFacts

  init(_ facts: NodeFacts) {
    self.facts = facts
  }
}

/// Nodes by slot.
struct NodeBoxes: Sendable {
  private var boxes: [NodeBox?] = []

  var count: Int { boxes.count }

  subscript(slot: Int) -> NodeFacts? {
    get { boxes[slot]?.facts }
    set { boxes[slot] = newValue.map { NodeBox($0) } }
  }

  mutating func addSlot() { boxes.append(nil) }

  /// Changes the facts in a slot in place, where there are any.
  mutating func change<Answer>(
    _ slot: Int, _ body: (inout NodeFacts) -> Answer
  ) -> Answer? {
    guard boxes[slot] != nil else { return nil }
    if !isKnownUniquelyReferenced(&boxes[slot]), let shared = boxes[slot] {
      boxes[slot] = NodeBox(shared.facts)
    }
    guard let box = boxes[slot] else { return nil }
    return body(&box.facts)
  }
}
