import HashTreeCollections
import Objects

/// How many pods with which labels are bound to which nodes. Whoever counts the pods that a
/// selector picks asks each set of labels once, however many nodes there are, and only the sets
/// that have one of the labels it asks for. Pods on their way out do not count.
struct BoundLabels: Sendable {
  /// Nodes by their slots in the cache, with their numbers of pods.
  fileprivate typealias Slots = TreeDictionary<Int, Int>
  fileprivate typealias LabelSets = TreeDictionary<StringMap, Slots>

  fileprivate struct Namespace: Sendable {
    var counts: LabelSets = [:]
    /// Which of the sets in ``counts`` have a label.
    var sets: TreeDictionary<Label, TreeSet<StringMap>> = [:]
  }

  /// Stands for all nodes that are not known.
  fileprivate static let nowhere = -1

  private var namespaces = TreeDictionary<String, Namespace>()

  /// Counts a pod that came to a node (1) or left it (-1); nil is a node that is not known.
  mutating func count(_ pod: PodFacts, at slot: Int?, _ sign: Int) {
    if pod.isDeleting { return }
    namespaces.updateValue(forKey: pod.key.namespace, default: Namespace()) { namespace in
      namespace.count(pod.labels, at: slot ?? Self.nowhere, sign)
    }
  }

  /// A pod's node has become known, or is no longer.
  mutating func move(_ pod: PodFacts, from before: Int?, to after: Int?) {
    count(pod, at: before, -1)
    count(pod, at: after, 1)
  }

  /// Tells of every known node with pods of a namespace that the selector picks how many there
  /// are; of a node more than once when they differ in their labels. In no order.
  func forEach(
    pickedBy selector: LabelSelector, in namespace: String, _ body: (_ slot: Int, Int) -> Void
  ) {
    guard let found = namespaces[namespace] else { return }
    func look(at slots: Slots) {
      for (slot, count) in slots where slot != Self.nowhere { body(slot, count) }
    }
    guard let few = found.fewest(for: selector) else {
      for (labels, slots) in found.counts where selector.matches(labels) { look(at: slots) }
      return
    }
    for labels in few where selector.matches(labels) { look(at: found.counts[labels] ?? [:]) }
  }
}

extension BoundLabels.Namespace {
  fileprivate mutating func count(_ labels: StringMap, at slot: Int, _ sign: Int) {
    var (isNew, isEmpty) = (false, false)
    counts.updateValue(forKey: labels, default: [:]) { slots in
      isNew = slots.isEmpty
      let count = (slots[slot] ?? 0) + sign
      slots[slot] = count == 0 ? nil : count
      isEmpty = slots.isEmpty
    }
    if isEmpty { counts[labels] = nil }
    if isNew == isEmpty { return }
    for label in labels.labels {
      if isNew {
        sets[label, default: []].insert(labels)
      } else {
        sets[label]?.remove(labels)
        if sets[label]?.isEmpty ?? false { sets[label] = nil }
      }
    }
  }

  /// The sets with the rarest of the labels that a selector insists on; nil when it insists on
  /// none.
  fileprivate func fewest(for selector: LabelSelector) -> TreeSet<StringMap>? {
    var fewest: TreeSet<StringMap>?
    for label in selector.matchLabels.labels {
      let found = sets[label] ?? []
      if fewest.map({ found.count < $0.count }) ?? true { fewest = found }
    }
    return fewest
  }
}
