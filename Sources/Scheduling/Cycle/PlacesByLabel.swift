import HashTreeCollections
import Objects

/// Places of memories by labels, to find those that a pod may matter to without asking all.
struct PlacesByLabel: Sendable {
  private var places = TreeDictionary<Label, [Int]>()

  var isEmpty: Bool { places.isEmpty }

  /// Nil where there are none; none twice.
  subscript(label: Label) -> [Int]? { places[label] }

  mutating func add(_ place: Int, _ label: Label) {
    places[label, default: []].append(place)
  }

  mutating func remove(_ place: Int, _ label: Label) {
    places[label]?.removeAll { $0 == place }
    if places[label]?.isEmpty ?? false { places[label] = nil }
  }

  private func count(_ label: Label) -> Int { places[label]?.count ?? 0 }

  /// Of the labels that a selector insists on, the one with the fewest places; nil when it insists
  /// on none.
  func rarest(of selector: LabelSelector) -> Label? {
    selector.matchLabels.labels.min { count($0) < count($1) }
  }
}
