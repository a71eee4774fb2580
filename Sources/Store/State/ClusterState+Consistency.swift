import HashTreeCollections
import Objects

extension ClusterState {
  /// Where an index disagrees with the objects themselves, in words; empty in a sound state. Takes
  /// as long as there are objects: a check for tests and long runs.
  public var indexFaults: [String] {
    var fresh = ClusterState()
    for (_, object) in objects { fresh.put(object) }
    for event in all(Event.self) { fresh.put(event) }
    return Self.faults("kind", keysByKind, fresh.keysByKind, \.rawValue)
      + Self.faults("node", podsByNode, fresh.podsByNode, \.self)
      + Self.faults("owner", ownedByUID, fresh.ownedByUID, \.self)
      + (keys(.event) == fresh.keys(.event) ? [] : ["events are not where their names lead to"])
      + (network.holdsTheSame(as: fresh.network)
        ? [] : ["the index of addresses is not what the objects say"])
  }

  private static func faults<Index: Hashable>(
    _ name: String, _ known: TreeDictionary<Index, SortedKeys>,
    _ actual: TreeDictionary<Index, SortedKeys>, _ text: (Index) -> String
  ) -> [String] {
    let indexes = Set(known.keys).union(actual.keys)
    return indexes.filter { known[$0]?.keys != actual[$0]?.keys }.map {
      "the index by \(name) lists \((known[$0]?.keys ?? []).count) under \(text($0)), "
        + "there are \((actual[$0]?.keys ?? []).count)"
    }.sorted()
  }
}
