import HashTreeCollections
import Objects

/// How many pods with which labels are bound to which nodes. Whoever counts the pods that a
/// selector picks asks each set of labels once, however many nodes there are. Pods on their way
/// out do not count.
struct BoundLabels: Sendable {
  /// Nodes by their slots in the cache, with their numbers of pods.
  private typealias Slots = TreeDictionary<Int, Int>

  /// Stands for all nodes that are not known.
  private static let nowhere = -1

  /// By namespace and labels.
  private var counts = TreeDictionary<String, TreeDictionary<StringMap, Slots>>()

  /// Counts a pod that came to a node (1) or left it (-1); nil is a node that is not known.
  mutating func count(_ pod: PodFacts, at slot: Int?, _ sign: Int) {
    if pod.isDeleting { return }
    let (namespace, slot) = (pod.key.namespace, slot ?? Self.nowhere)
    counts.updateValue(forKey: namespace, default: [:]) { all in
      var isEmpty = false
      all.updateValue(forKey: pod.labels, default: [:]) { slots in
        let count = (slots[slot] ?? 0) + sign
        slots[slot] = count == 0 ? nil : count
        isEmpty = slots.isEmpty
      }
      if isEmpty { all[pod.labels] = nil }
    }
  }

  /// A pod's node has become known, or is no longer.
  mutating func move(_ pod: PodFacts, from before: Int?, to after: Int?) {
    count(pod, at: before, -1)
    count(pod, at: after, 1)
  }

  /// How many pods of a namespace the selector picks on each known node that has any, by slots.
  func picked(by selector: LabelSelector, in namespace: String) -> [Int: Int] {
    var picked: [Int: Int] = [:]
    for (labels, slots) in counts[namespace] ?? [:] where selector.matches(labels) {
      for (slot, count) in slots where slot != Self.nowhere { picked[slot, default: 0] += count }
    }
    return picked
  }
}
